import { createElement, type ReactNode } from 'react';
import type { RunState } from '#run/state.ts';
import { facts } from '#learn/facts.ts';
import type { FormulaNode } from '#learn/formulas/formula.ts';
import { isKeyOf } from '#experiment/keys-of.ts';
import { amounts } from '#words/en/amounts.ts';
import { lessonWords } from '#words/en/lessons.ts';
import styles from './lesson.module.css';

const typesetFormulas = import.meta.glob<FormulaNode>('../../../learn/formulas/*.tex', {
  eager: true,
  import: 'formula',
});

/** The formula of a page, with the numbers of the run where it names them. */
export function LessonFormula({ name, run }: { readonly name: string; readonly run: RunState | null }) {
  const formula = typesetFormulas[`../../../learn/formulas/${name}.tex`];
  if (formula === undefined) return null;
  return (
    <figure className={styles.formula} aria-label={lessonWords.formula} translate="no">
      {drawn(formula, run, 0)}
    </figure>
  );
}

function drawn(node: FormulaNode, run: RunState | null, key: number): ReactNode {
  if (typeof node === 'string') return node;
  if ('word' in node) {
    const { word } = node;
    return createElement(
      'mtext',
      { key },
      isKeyOf(lessonWords.inFormulas, word) ? lessonWords.inFormulas[word] : word,
    );
  }
  if ('slot' in node) return createElement('mn', { key, className: styles.slot }, valueOf(node.slot, run));
  const parts = node.parts.map((part, at) => drawn(part, run, at));
  return createElement(node.name, { key, ...node.attributes }, ...parts);
}

/** A dot where there is no run yet. */
function valueOf(slot: string, run: RunState | null): string {
  const value = run && isKeyOf(facts, slot) ? facts[slot](run) : null;
  if (value === null) return '·';
  if (typeof value === 'string') return value;
  const shown = Number.isInteger(value) ? String(value) : amounts.decimal(value);
  return shown.replace('-', '−');
}
