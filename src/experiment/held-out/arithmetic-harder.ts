import type { ArithmeticProblem } from '../families/arithmetic-problem.ts';
import file from './arithmetic-harder.json' with { type: 'json' };
import { readArithmetic, type HeldOutArithmetic } from './arithmetic.ts';

let problems: readonly HeldOutArithmetic[] | null = null;

/** The same with more products than any problem that was trained on. A file of its own, because the page has no use for it. */
export function harderArithmetic(): readonly HeldOutArithmetic[] {
  return (problems ??= readArithmetic(file.problems));
}

export const heldOut = (): readonly ArithmeticProblem[] => harderArithmetic().map(({ problem }) => problem);
