import type { PuzzleProblem } from './families/puzzle-problem.ts';
import { canonicalPuzzle, type PuzzleKind } from './puzzle/canonical.ts';

const puzzle = (text: string): PuzzleProblem => ({ family: 'puzzle', text: canonicalPuzzle(text) });

/** A puzzle of each kind for the presets: apart from those that families begin with, as workers need no presets. */
export const presetPuzzles: Readonly<Record<PuzzleKind, PuzzleProblem>> = {
  /** 26, 13, 24 in bags, 37, 30: 56 together. */
  story: puzzle(
    'Dan has 26 shells. Eva has half as many shells as Dan. Fay has 9 cards. Eva buys 4 bags of 6 shells. Eva loses 7 shells. How many shells do Dan and Eva have together?',
  ),
  /** u = 5, t = 16, z = 1: p = 16. */
  equations: puzzle('9 * u - 28 = 17. 9 * z + 7 = t. p = t * z. t = 16. q = u - 4. p?'),
  /** Eva, Fay and Gus. */
  knights: puzzle(
    'Dan says Eva is a knave. Eva says Dan and Gus are different. Fay says Gus or Eva is a knight. Gus says Fay and Dan are different. Who is a knight?',
  ),
};
