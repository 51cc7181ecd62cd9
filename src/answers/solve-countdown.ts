import type { CountdownProblem } from '#experiment/problem.ts';
import type { Expression, ExpressionOperator } from './expression.ts';
import { applyOperator } from './expression.ts';
import type { Rational } from './rational.ts';
import { equals, integer, rationalKey } from './rational.ts';

interface Part {
  readonly value: Rational;
  readonly expression: Expression;
}

/**
 * An expression that reaches the target with each number used once, or null if there is none. Exact, also through
 * fractions (8 ÷ (3 − 8 ÷ 3) is 24). Tries every order of combining (at most 9,216 for four numbers), but no three values
 * twice.
 */
export function solveCountdown({ numbers, target }: CountdownProblem): Expression | null {
  const parts = numbers.map((number): Part => ({
    value: integer(number),
    expression: { kind: 'number', value: BigInt(number) },
  }));
  return search(parts, integer(target), new Set());
}

/** Whether the target can be made from these values, each used once. */
export function canReach(values: readonly Rational[], target: Rational): boolean {
  const parts = values.map((value): Part => ({ value, expression: { kind: 'number', value: 0n } }));
  return search(parts, target, new Set()) !== null;
}

/** @param failed values from which the target cannot be reached. */
function search(parts: readonly Part[], target: Rational, failed: Set<string>): Expression | null {
  const [only] = parts;
  if (only && parts.length === 1) return equals(only.value, target) ? only.expression : null;
  // Two values are combined as quickly as looked up.
  const values =
    parts.length > 2
      ? parts
          .map(({ value }) => rationalKey(value))
          .toSorted()
          .join(' ')
      : null;
  if (values !== null && failed.has(values)) return null;
  for (const [i, first] of parts.entries()) {
    for (const [j, second] of parts.entries()) {
      if (j <= i) continue;
      const rest = parts.filter((_, k) => k !== i && k !== j);
      for (const combined of combinations(first, second)) {
        const found = search([...rest, combined], target, failed);
        if (found) return found;
      }
    }
  }
  if (values !== null) failed.add(values);
  return null;
}

function combinations(a: Part, b: Part): readonly Part[] {
  return [
    ...combine('+', a, b),
    ...combine('*', a, b),
    ...combine('-', a, b),
    ...combine('-', b, a),
    ...combine('/', a, b),
    ...combine('/', b, a),
  ];
}

function combine(operator: ExpressionOperator, left: Part, right: Part): readonly Part[] {
  const value = applyOperator(operator, left.value, right.value);
  return value
    ? [{ value, expression: { kind: 'operation', operator, left: left.expression, right: right.expression } }]
    : [];
}
