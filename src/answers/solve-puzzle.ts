import type { PuzzleProblem } from '#experiment/problem.ts';
import { parsePuzzle, type Puzzle } from '#experiment/puzzle/parse.ts';
import type { Name } from '#experiment/puzzle/words.ts';

/** The one answer of a puzzle: a number, or who is a knight. */
export type PuzzleAnswer =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'names'; readonly names: readonly Name[] };

/** Exact: word problems and equations are worked out in whole numbers, of knights and knaves every way is tried. */
export function solvePuzzle(problem: PuzzleProblem): PuzzleAnswer {
  const puzzle = puzzleOf(problem);
  return puzzle.kind === 'knights'
    ? { kind: 'names', names: puzzle.knights }
    : { kind: 'number', value: puzzle.answer };
}

/** Throws RangeError for a text that the problem's schema would have refused. */
export function puzzleOf({ text }: PuzzleProblem): Puzzle {
  const puzzle = parsePuzzle(text);
  if (puzzle.kind === 'failure') throw new RangeError(puzzle.reason.why);
  return puzzle;
}
