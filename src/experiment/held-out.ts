import { heldOutArithmetic } from './held-out/arithmetic.ts';
import { heldOutCountdown } from './held-out/countdown.ts';
import { heldOutPuzzles } from './held-out/puzzle.ts';
import type { Family, Problem } from './problem.ts';

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
      return heldOutPuzzles('held-out').map(({ problem }) => problem);
    case 'question':
      // Nobody here knows what those who trained such models held out.
      return [];
  }
}

/** Held-out problems that are also longer than any the model was trained on: how far what it learnt reaches. */
export function heldOutHarder(family: 'puzzle'): readonly Problem[] {
  switch (family) {
    case 'puzzle':
      return heldOutPuzzles('harder').map(({ problem }) => problem);
  }
}
