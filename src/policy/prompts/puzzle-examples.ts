import { keysOf } from '#experiment/keys-of.ts';
import { puzzleKind, readablePuzzle, type PuzzleKind } from '#experiment/puzzle/canonical.ts';
import type { WorkedExample } from '../language-model.ts';

/**
 * Eight worked puzzles in the steps of the puzzle language, short enough that three of them leave room for a thought in a
 * small context. Those of the problem's kind come first, because a model may see only some.
 */
export function puzzleExamples(text: string): readonly WorkedExample[] {
  const own = puzzleKind(text);
  const kinds = keysOf(examples);
  return [...kinds.filter((kind) => kind === own), ...kinds.filter((kind) => kind !== own)].flatMap((kind) =>
    examples[kind].map(([question, thought, answer]) => ({
      question: readablePuzzle(question),
      thought: readablePuzzle(thought),
      answer,
    })),
  );
}

type Written = readonly [question: string, thought: string, answer: string];

const examples: Readonly<Record<PuzzleKind, readonly Written[]>> = {
  story: [
    [
      'Ann has 7 apples . Bob has 5 more apples than Ann . How many apples does Bob have ?',
      'Ann has 7 ; Bob has Ann + 5 = 7 + 5 = 12 ;',
      '12',
    ],
    [
      'Cid has 20 coins . Cid loses 8 coins . Eva has half as many coins as Cid . How many coins do Cid and Eva have together ?',
      'Cid has 20 ; Cid has Cid - 8 = 20 - 8 = 12 ; Eva has Cid / 2 = 12 / 2 = 6 ; together Cid + Eva = 12 + 6 = 18 ;',
      '18',
    ],
    [
      'Dan has 6 books . Fay has 9 books . Dan buys 2 bags of 5 books . How many more books does Dan have than Fay ?',
      'Dan has 6 ; Fay has 9 ; bags 2 * 5 = 10 ; Dan has Dan + bags = 6 + 10 = 16 ; difference Dan - Fay = 16 - 9 = 7 ;',
      '7',
    ],
  ],
  equations: [
    ['x = 8 . y = x + 5 . y ?', 'y = x + 5 ; x = 8 ; y = 8 + 5 = 13 ;', '13'],
    [
      '3 * v + 4 = 19 . w = v * 6 . w ?',
      'w = v * 6 ; 3 * v = 19 - 4 = 15 ; v = 15 / 3 = 5 ; w = 5 * 6 = 30 ;',
      '30',
    ],
    [
      'q = p - r . r = 4 . p = r * 9 . q ?',
      'q = p - r ; p = r * 9 ; r = 4 ; p = 4 * 9 = 36 ; q = 36 - 4 = 32 ;',
      '32',
    ],
  ],
  knights: [
    [
      'Ann says Bob is a knave . Bob says Ann and Cid are both knights . Who is a knight ?',
      'suppose Ann knight ; Ann says Bob is a knave , Bob knave ; Bob says Ann and Cid are both knights , Cid knave ; fits ;',
      'Ann',
    ],
    [
      'Dan says Eva is a knave . Eva says Dan or Fay is a knight . Who is a knight ?',
      'suppose Dan knight ; Dan says Eva is a knave , Eva knave ; Eva says Dan or Fay is a knight , clash ; Wait suppose Dan knave ; Dan says Eva is a knave , Eva knight ; Eva says Dan or Fay is a knight , Fay knight ; fits ;',
      'Eva Fay',
    ],
  ],
};
