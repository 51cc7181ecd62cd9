import type { CountdownProblem } from '#experiment/problem.ts';
import type { Expression } from './expression.ts';
import { evaluate, operands } from './expression.ts';
import { equals, integer, rationalText } from './rational.ts';

export interface CountdownCheck {
  readonly right: boolean;
  /** Everything that is wrong, in words that follow "it": `uses 9 twice`, `makes 15, not 24`. Empty when right. */
  readonly reasons: readonly string[];
}

/** Does the expression reach the target, exactly, with each given number used exactly once? */
export function checkCountdown(
  { numbers, target }: CountdownProblem,
  expression: Expression,
): CountdownCheck {
  const used = operands(expression).map(Number);
  const reasons = [...new Set([...used, ...numbers])]
    .toSorted((a, b) => a - b)
    .flatMap((number) => useReason(number, count(used, number), count(numbers, number)));
  const value = evaluate(expression);
  if (!value) reasons.push('divides by zero');
  else if (!equals(value, integer(target))) reasons.push(`makes ${rationalText(value)}, not ${target}`);
  return { right: reasons.length === 0, reasons };
}

const count = (numbers: readonly number[], wanted: number): number =>
  numbers.filter((number) => number === wanted).length;

function useReason(number: number, used: number, given: number): readonly string[] {
  if (used === given) return [];
  if (given === 0) return [`uses ${number}, which is not given`];
  if (used === 0) return [`leaves out ${number}`];
  if (given === 1) return [`uses ${number} ${times(used)}`];
  return [`uses ${number} ${times(used)}, but it is given ${times(given)}`];
}

function times(number: number): string {
  return ['never', 'once', 'twice', 'three times', 'four times'][number] ?? `${number} times`;
}
