import * as v from 'valibot';
import { canonicalPuzzle } from '../puzzle/canonical.ts';
import type { PuzzleFault } from '../puzzle/misread.ts';
import { parsePuzzle } from '../puzzle/parse.ts';

/** Characters of its canonical form. */
export const longestPuzzle = 1200;

/** A puzzle in a small controlled language: a word problem, a chain of equations, or knights and knaves. */
export const puzzleProblem = v.strictObject({
  family: v.literal('puzzle'),
  /** Canonical: every word and sign apart, with single spaces. Whatever way it comes in, it is brought to that form. */
  text: v.pipe(
    v.string(),
    v.maxLength(longestPuzzle),
    v.transform(canonicalPuzzle),
    v.check(
      (text) => puzzleFault(text) === null,
      ({ input }) => puzzleFault(input)?.reason.why ?? '',
    ),
  ),
});
export type PuzzleProblem = v.InferOutput<typeof puzzleProblem>;

/** Why a text is no puzzle; null where it is one. */
export function puzzleFault(text: string): PuzzleFault | null {
  if (canonicalPuzzle(text).length > longestPuzzle)
    return { reason: { why: 'too-long', most: longestPuzzle }, sentence: null };
  const read = parsePuzzle(text);
  return read.kind === 'failure' ? read : null;
}
