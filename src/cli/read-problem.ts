import * as v from 'valibot';
import { typedAs } from '#answers/families.ts';
import { families, type Family } from '#experiment/families.ts';
import { type Problem, problemSchema, puzzleFault } from '#experiment/problem.ts';
import { problems } from '#words/en/problems.ts';
import { puzzleWords } from '#words/en/puzzles.ts';
import { UsageError } from './usage-error.ts';

/**
 * A problem as a person types it, or as this product shows it: `24: 4 9 10 13` or `Make 24 from 4, 9, 10, 13`, `47*6+38*4`
 * or `47 × 6 + 38 × 4 = ?`, `puzzle: v = 7. v?`, or `question: How many? [12]`. Each family reads its own. Throws UsageError.
 */
export function readProblem(text: string): Problem {
  const forms = families.map((family) => problems.typed[family]);
  if (text.trim() === '') throw new UsageError(problems.typedEmpty(forms));
  for (const family of families) {
    const typed = typedAs(family, text);
    if (typed === null) continue;
    const read = v.safeParse(problemSchema, typed);
    if (read.success) return read.output;
    throw new UsageError(problems.typedWrong(text.trim(), wanted(family, typed)));
  }
  throw new UsageError(problems.typedUnknown(text, forms));
}

/** What is wrong with it where that is known, else what a problem of its family must be. */
function wanted(family: Family, typed: unknown): string {
  const puzzle = v.safeParse(v.object({ family: v.literal('puzzle'), text: v.string() }), typed);
  const fault = puzzle.success ? puzzleFault(puzzle.output.text) : null;
  return fault ? puzzleWords.fault(fault) : problems.wanted[family];
}
