import type { ArithmeticProblem } from '#experiment/problem.ts';

/** The value of the sum. Exact, because no term exceeds 999 × 9. */
export function arithmeticValue({ terms }: ArithmeticProblem): number {
  return terms.reduce((total, { sign, left, right }) => total + (sign === '-' ? -1 : 1) * left * right, 0);
}
