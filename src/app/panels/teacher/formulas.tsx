import { createElement, type ReactNode } from 'react';
import type { StrategyKind } from '#experiment/strategies.ts';
import { mathLines, maths } from '#app/ui/maths.ts';

/* The formula that matters most for each strategy. */

type Part = ReactNode;

const { row, i, o, n, sub, over, under, between, fraction, root, of } = maths;
/** What follows stands a little apart. */
const best = (over_: Part) => row(under(i('argmax'), over_), createElement('mspace', { width: '0.17em' }));
const drawn = (what: Part, ...given: readonly Part[]) =>
  row(what, o('∼'), of(i('p'), o('·'), o('|'), ...given));
const comma = o(',');
const dots = o('…');

const formulas: { readonly [Kind in StrategyKind]?: () => readonly Part[] } = {
  direct: () => [
    row(
      of(i('p'), i('y'), o('|'), i('x')),
      o('='),
      under(o('∏'), i('t')),
      of(i('p'), sub(i('y'), i('t')), o('|'), i('x'), comma, sub(i('y'), row(o('<'), i('t')))),
    ),
  ],
  'chain-of-thought': () => [drawn(i('z'), i('x')), drawn(i('y'), i('x'), comma, i('z'))],
  'few-shot': () => [
    drawn(
      i('y'),
      sub(i('x'), n('1')),
      comma,
      sub(i('y'), n('1')),
      comma,
      dots,
      comma,
      sub(i('x'), i('k')),
      comma,
      sub(i('y'), i('k')),
      comma,
      i('x'),
    ),
  ],
  'self-consistency': () => [
    row(
      over(i('a'), o('^')),
      o('='),
      best(i('a')),
      between(o('∑'), row(i('i'), o('='), n('1')), i('n')),
      n('1'),
      o('['),
      sub(i('a'), i('i')),
      o('='),
      i('a'),
      o(']'),
    ),
  ],
  'adaptive-consistency': () => [
    row(
      of(
        i('P'),
        sub(i('p'), n('1')),
        o('>'),
        sub(i('p'), n('2')),
        o('|'),
        sub(i('v'), n('1')),
        comma,
        sub(i('v'), n('2')),
      ),
      o('≥'),
      i('c'),
    ),
  ],
  'best-of-n': () => [
    row(
      over(i('a'), o('^')),
      o('='),
      of(i('a'), over(i('z'), o('^'))),
      comma,
      over(i('z'), o('^')),
      o('='),
      best(row(sub(i('z'), n('1')), dots, sub(i('z'), i('n')))),
      of(i('r'), i('z')),
    ),
  ],
  'budget-forcing': () => [
    row(i('z'), o('←'), i('z'), o('·'), i('Wait')),
    drawn(i('y'), i('x'), comma, i('z')),
  ],
  revision: () => [
    drawn(
      sub(i('z'), row(i('k'), o('+'), n('1'))),
      i('x'),
      comma,
      sub(i('z'), n('1')),
      comma,
      dots,
      comma,
      sub(i('z'), i('k')),
    ),
  ],
  'step-verification': () => [row(of(i('r'), i('s')), o('≥'), i('t'))],
  'beam-search': () => [
    row(
      i('B′'),
      o('='),
      sub(i('top'), i('w')),
      o('{'),
      of(i('r'), i('b'), o('·'), i('s')),
      o(':'),
      i('b'),
      o('∈'),
      i('B'),
      o('}'),
    ),
  ],
  'tree-of-thoughts': () => [
    row(
      i('S′'),
      o('='),
      sub(i('top'), i('b')),
      o('{'),
      of(i('V'), i('s'), o('·'), i('z')),
      o(':'),
      i('s'),
      o('∈'),
      i('S'),
      o('}'),
    ),
  ],
  mcts: () => [
    row(
      best(i('a')),
      i('Q'),
      o('+'),
      i('c'),
      o('·'),
      i('P'),
      o('·'),
      fraction(root(i('N')), row(n('1'), o('+'), i('n'))),
    ),
  ],
  rstar: () => [
    row(best(i('a')), i('Q'), o('+'), i('c'), o('·'), root(fraction(row(i('ln'), o('⁡'), i('N')), i('n')))),
  ],
  'compute-optimal': () => [
    row(i('ease'), o('='), fraction(row(fraction(i('v'), i('n')), o('+'), over(i('r'), o('¯'))), n('2'))),
  ],
};

/** A strategy's formula, a line after the other. */
export function Formula({ kind, label }: { readonly kind: StrategyKind; readonly label: string }) {
  const lines = formulas[kind]?.();
  return lines === undefined ? null : <figure aria-label={label}>{mathLines(lines)}</figure>;
}
