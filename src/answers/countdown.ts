import type { CountdownProblem } from '#experiment/problem.ts';
import type { GameFault } from '#run/facts/fault.ts';
import type { Expression } from './expression.ts';
import { evaluateExpression, operands } from './expression.ts';
import { equals, integer, rationalText } from './rational.ts';

/** Everything that is wrong with an expression that should reach the target, exactly, with each given number used once. */
export function gameFaults(
  { numbers, target }: CountdownProblem,
  expression: Expression,
): readonly GameFault[] {
  const used = operands(expression).map(Number);
  const faults = [...new Set([...used, ...numbers])]
    .toSorted((a, b) => a - b)
    .flatMap((number) => useFault(number, count(used, number), count(numbers, number)));
  const value = evaluateExpression(expression);
  if (!value) return [...faults, { kind: 'divides-by-zero' }];
  return equals(value, integer(target))
    ? faults
    : [...faults, { kind: 'makes', value: rationalText(value), target }];
}

const count = (numbers: readonly number[], wanted: number): number =>
  numbers.filter((number) => number === wanted).length;

function useFault(number: number, used: number, given: number): readonly GameFault[] {
  if (used === given) return [];
  if (given === 0) return [{ kind: 'not-given', number: `${number}` }];
  return [used === 0 ? { kind: 'left-out', number } : { kind: 'used-times', number, used, given }];
}
