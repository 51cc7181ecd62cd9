import { harderArithmetic } from './held-out/arithmetic-harder.ts';
import { heldOutArithmetic } from './held-out/arithmetic.ts';
import { heldOutCountdown } from './held-out/countdown.ts';
import { heldOutPuzzles, type HeldOutPuzzle } from './held-out/puzzle.ts';
import type { Family, Problem } from './problem.ts';

export { biggerArithmetic } from './held-out/arithmetic-bigger.ts';
export { harderArithmetic } from './held-out/arithmetic-harder.ts';
export { heldOutArithmetic, type HeldOutArithmetic } from './held-out/arithmetic.ts';
export { heldOutCountdown, type CountdownSource, type HeldOutCountdown } from './held-out/countdown.ts';
export { heldOutPuzzles, type HeldOutPuzzle, type PuzzleSet } from './held-out/puzzle.ts';

/** All lists at once, for the command line and tests; the page loads only the one it needs (`surprise.ts`). */
export function heldOutProblems(family: Family): readonly Problem[] {
  switch (family) {
    case 'countdown':
      return heldOutCountdown().map(({ problem }) => problem);
    case 'arithmetic':
      return heldOutArithmetic().map(({ problem }) => problem);
    case 'puzzle':
      return inTurn(heldOutPuzzles('held-out'));
    case 'question':
      // Nobody here knows what those who trained such models held out.
      return [];
  }
}

/** Held-out problems that are also unlike those the model was mostly trained on: other targets than 24, longer sums and puzzles. How far does what it learnt reach? */
export function heldOutHarder(family: Family): readonly Problem[] {
  switch (family) {
    case 'countdown':
      return heldOutCountdown()
        .filter(({ source }) => source === 'other-target')
        .map(({ problem }) => problem);
    case 'arithmetic':
      return harderArithmetic().map(({ problem }) => problem);
    case 'puzzle':
      return inTurn(heldOutPuzzles('harder'));
    case 'question':
      return [];
  }
}

/** The kinds in turn, so that the first problems are a fair sample of all. */
function inTurn(puzzles: readonly HeldOutPuzzle[]): readonly Problem[] {
  const places = new Map<string, number>();
  const ranked = puzzles.map((puzzle) => {
    const place = places.get(puzzle.kind) ?? 0;
    places.set(puzzle.kind, place + 1);
    return { place, puzzle };
  });
  return ranked.toSorted((a, b) => a.place - b.place).map(({ puzzle }) => puzzle.problem);
}
