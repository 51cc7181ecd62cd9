import type { ArithmeticProblem } from '../families/arithmetic-problem.ts';
import file from './arithmetic-bigger.json' with { type: 'json' };
import { readArithmetic, type HeldOutArithmetic } from './arithmetic.ts';

let problems: readonly HeldOutArithmetic[] | null = null;

/** Sums of one and two products with larger factors than any that was trained on. The page has no use for them either. */
export function biggerArithmetic(): readonly HeldOutArithmetic[] {
  return (problems ??= readArithmetic(file.problems));
}

export const heldOut = (): readonly ArithmeticProblem[] => biggerArithmetic().map(({ problem }) => problem);
