import type { ArithmeticProblem } from '#experiment/problem.ts';

/** What the products and sums come to: exact, because no term exceeds 999 × 9. */
export function arithmeticValue({ terms }: ArithmeticProblem): number {
  return terms.reduce((total, { sign, left, right }) => total + (sign === '-' ? -1 : 1) * left * right, 0);
}
