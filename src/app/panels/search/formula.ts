import type { Prior } from '#experiment/strategies/mcts.ts';
import type { Selection, SelectionRow } from '#run/search-events.ts';
import { amounts } from '#words/en/amounts.ts';
import { search } from '#words/en/search.ts';

/** The rule of a selection as it is written, N the parent's visits and n the child's. */
export function formulaText(rule: Selection['rule']): string {
  switch (rule) {
    case 'puct':
      return 'Q + c · P · √N / (1 + n)';
    case 'uct':
      return 'Q + c · √(ln(N) / n)';
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
      if (visits === 0) return [search.selection.unvisited];
      return [`${amounts.decimal(q)} + ${short(c)} · √(ln(${parentVisits}) / ${visits})`, sum, whole];
  }
}

/** What each letter stands for, as a sentence with the letter marked in it; P is the prior that the search was asked for. */
export function formulaLetters(rule: Selection['rule'], prior: Prior): readonly string[] {
  const shared = [search.selection.letters.q, search.selection.letters.c, search.selection.letters.n];
  return rule === 'puct' ? [...shared, search.selection.letters.p(search.priors[prior])] : shared;
}

/** `1.5`, not `1.50`. */
const short = (value: number): string => String(Number(value.toFixed(2)));
