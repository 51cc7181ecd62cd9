import type { Prior } from '#experiment/strategies/mcts.ts';
import type { Selection, SelectionRow } from '#run/search-events.ts';
import { amounts } from '#words/en/amounts.ts';

/** The rule of a selection as it is written, N the parent's visits and n the child's. */
export function formulaText(rule: Selection['rule']): string {
  switch (rule) {
    case 'puct':
      return 'Q + c · P · √N / (1 + n)';
    case 'uct':
      return 'Q + c · √(ln N / n)';
  }
}

/** The same with a row's numbers in the place of the letters, in lines. */
export function filledFormula(
  { rule, c, parentVisits }: Selection,
  { q, prior, visits, exploration, score }: SelectionRow,
): readonly string[] {
  const sum = `= ${amounts.decimal(q)} + ${amounts.decimal(exploration)}`;
  const whole = `= ${amounts.decimal(score)}`;
  switch (rule) {
    case 'puct':
      return [
        `${amounts.decimal(q)} + ${short(c)} · ${amounts.decimal(prior)} · √${parentVisits} / (1 + ${visits})`,
        sum,
        whole,
      ];
    case 'uct':
      if (visits === 0) return ['n = 0: a child without a visit goes first'];
      return [`${amounts.decimal(q)} + ${short(c)} · √(ln ${parentVisits} / ${visits})`, sum, whole];
  }
}

/** What the letters stand for; P is the prior that the search was asked for. */
export function formulaLetters(
  rule: Selection['rule'],
  prior: Prior,
): readonly { readonly letter: string; readonly means: string }[] {
  const shared = [
    { letter: 'Q', means: 'mean of the values that came back through the child' },
    { letter: 'c', means: 'how much curiosity counts' },
    { letter: 'N, n', means: 'visits of the parent and of the child' },
  ];
  return rule === 'puct' ? [...shared, { letter: 'P', means: priorMeans(prior) }] : shared;
}

const priors: Readonly<Record<Prior, string>> = {
  'per-token': 'the policy’s probability of the step, the mean of its tokens, among its siblings (per token)',
  sum: 'the policy’s probability of the whole step among its siblings (a sum of logarithms: the longer the step, the less)',
  draws: 'the share of the draws that wrote the step',
  uniform: 'the same for every sibling (uniform)',
};

/** Which prior P is, in words. */
export const priorMeans = (prior: Prior): string => priors[prior];

/** `1.5`, not `1.50`. */
const short = (value: number): string => String(Number(value.toFixed(2)));
