import { itemAt, paired } from '#experiment/surely.ts';
import type { NodeId } from '#run/search-events.ts';
import { type RunState, sequenceOf } from '#run/state.ts';
import type { TreeNodeState } from '#run/tree-state.ts';
import { tree as words } from '#words/en/tree.ts';
import { stepText } from './node-words.ts';
import { ownText, subQuestion } from './sub-question.ts';

/** By the parent as it is: its children's steps do not change. */
const known = new WeakMap<TreeNodeState, ReadonlyMap<NodeId, string>>();

/** What the steps of a node's children say, each told from the others: what they begin with in common is left out. */
export function stepLabels(state: RunState, parent: NodeId): ReadonlyMap<NodeId, string> {
  const node = itemAt(state.tree, parent);
  let labels = known.get(node);
  if (!labels) {
    const texts = distinct(node.children.map((child) => labelOf(state, child)));
    labels = new Map(paired(node.children, texts));
    known.set(node, labels);
  }
  return labels;
}

/** A step of rStar says what was done and then what was written, without the words that the action itself put there. */
function labelOf(state: RunState, node: NodeId): string {
  const number = itemAt(state.tree, node).sequence;
  const sequence = number === null ? undefined : sequenceOf(state, number);
  if (!sequence) return stepText(state, node);
  const { label } = sequence;
  switch (label.kind) {
    case 'action':
      if (label.action === 'step') return stepText(state, node);
      if (subQuestion(state, sequence) !== '')
        return words.acted(words.actions[label.action], stepText(state, node));
      return words.acted(words.actions[label.action], ownText(sequence));
    case 'sub-answer':
      // The question tells more than that one was asked; its number stands in where it is not in the log.
      if (subQuestion(state, sequence) !== '') return stepText(state, node);
      return words.acted(words.asked(label.question), ownText(sequence));
    default:
      return stepText(state, node);
  }
}

/** Shorter beginnings are not worth leaving out. */
const shortest = 12;

/** Texts without what they share at their beginning with another one, up to a whole word. */
export function distinct(texts: readonly string[]): readonly string[] {
  const common = commonStarts(texts);
  return texts.map((text) => {
    const start = text.lastIndexOf(' ', common.get(text) ?? 0) + 1;
    return start < shortest || start >= text.length ? text : `…${text.slice(start)}`;
  });
}

/** Characters that each text begins with in common with another one. */
function commonStarts(texts: readonly string[]): ReadonlyMap<string, number> {
  const sorted = [...new Set(texts)].toSorted();
  return new Map(
    sorted.map((text, at) => [
      text,
      Math.max(commonStart(text, sorted[at - 1] ?? ''), commonStart(text, sorted[at + 1] ?? '')),
    ]),
  );
}

function commonStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1;
  return at;
}
