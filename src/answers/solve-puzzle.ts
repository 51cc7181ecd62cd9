import type { PuzzleProblem } from '#experiment/problem.ts';
import { parsePuzzle, type Puzzle } from '#experiment/puzzle/parse.ts';
import type { Name } from '#experiment/puzzle/words.ts';

/** The answer of a puzzle: a number, or the names of the knights. */
export type PuzzleAnswer =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'names'; readonly names: readonly Name[] };

/** Exact: word problems and equations are solved in whole numbers; for knights and knaves every assignment is tried. */
export function solvePuzzle(problem: PuzzleProblem): PuzzleAnswer {
  const puzzle = puzzleOf(problem);
  return puzzle.kind === 'knights'
    ? { kind: 'names', names: puzzle.knights }
    : { kind: 'number', value: puzzle.answer };
}

/** Throws RangeError for a text that the problem's schema refuses. */
export function puzzleOf({ text }: PuzzleProblem): Puzzle {
  const puzzle = parsePuzzle(text);
  if (puzzle.kind === 'failure') throw new RangeError(puzzle.reason.why);
  return puzzle;
}
