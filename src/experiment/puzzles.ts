import type { PuzzleProblem } from './families/puzzle-problem.ts';
import { canonicalPuzzle, type PuzzleKind } from './puzzle/canonical.ts';

const puzzle = (text: string): PuzzleProblem => ({ family: 'puzzle', text: canonicalPuzzle(text) });

/** A puzzle of each kind to begin with. All are of those that the model is never trained on. */
export const puzzles: Readonly<Record<PuzzleKind, PuzzleProblem>> = {
  /** 7, 12 and after the gift 11 and 8: Cid has 19. */
  story: puzzle(
    'Ann has 7 apples. Bob has 5 more apples than Ann. Ann is 8 years old. Bob gives 4 apples to Ann. Cid has as many apples as Ann and Bob together. How many apples does Cid have?',
  ),
  /** z = 27, y = 5, x = 15, u = 9. */
  equations: puzzle('u = x - 6. x = y * 3. v = 14. 4 * y + 7 = z. z = 27. u?'),
  /** Were Ann a knight, Cid would be one too and could not say what he says: Bob and Cid are. */
  knights: puzzle(
    'Ann says Bob is a knave. Bob says Ann and Cid are different. Cid says Bob is a knight. Who is a knight?',
  ),
};
