import { keysOf } from './keys-of.ts';
import type * as v from 'valibot';
import { arithmetic } from './families/arithmetic.ts';
import { countdown } from './families/countdown.ts';
import { puzzle } from './families/puzzle.ts';
import { question } from './families/question.ts';
import type { FamilySheet } from './families/sheet.ts';

/** Every family of problems by its fact sheet, in the order in which the page offers them. */
export const familySheets = { countdown, arithmetic, puzzle, question } as const;

export type Family = keyof typeof familySheets;
/** The problems of one family. */
export type ProblemOf<F extends Family> = v.InferOutput<(typeof familySheets)[F]['schema']>;
export type Problem = ProblemOf<Family>;

export const families = keysOf(familySheets);

/** The sheet of a family, or of a problem's family. Hand its methods that family's problems only. */
export function familySheet(of: Family | Problem): FamilySheet<Problem> {
  const sheet: { readonly [F in Family]: FamilySheet<ProblemOf<F>> } = familySheets;
  return sheet[typeof of === 'string' ? of : of.family];
}
