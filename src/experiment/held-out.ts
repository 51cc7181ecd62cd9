import { type Family, type Problem, familySheet, type familySheets } from './families.ts';
import type { HeldOutSet } from './families/sheet.ts';

/** A set of held-out problems that there is. Those that are harder show how far what a model learnt reaches. */
export type ProblemSet = {
  [F in Family]: { readonly family: F; readonly set?: keyof (typeof familySheets)[F]['heldOut'] };
}[Family];

/** Held-out problems of a family; none where it has no such set. */
export async function heldOutProblems(
  family: Family,
  set: HeldOutSet = 'usual',
): Promise<readonly Problem[]> {
  return (await familySheet(family).heldOut[set]?.())?.heldOut(set) ?? [];
}
