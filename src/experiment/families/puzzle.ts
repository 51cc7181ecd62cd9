import * as v from 'valibot';
import { puzzleKind, readablePuzzle } from '../puzzle/canonical.ts';
import { puzzles } from '../puzzles.ts';
import { puzzleProblem, type PuzzleProblem } from './puzzle-problem.ts';
import type { FamilySheet } from './sheet.ts';

export const puzzle = {
  schema: puzzleProblem,
  text: ({ text }) => readablePuzzle(text),
  fileName: () => 'puzzle',
  usual: puzzles.story,
  model: 'puzzles',
  answerForm: ({ text }) => (puzzleKind(text) === 'knights' ? 'names' : 'number'),
  manyAnswers: false,
  checkedByRule: true,
  trained: {
    // After an equation or a statement.
    stepEnds: [';'],
    formula: ({ text }) => text,
    effortOfWaits: 'low',
    // Three worked examples are the most that the model has learnt to read. Knights and knaves take a step a statement and two
    // more, twice that where the first supposition was wrong, and a dozen tokens each.
    settings: { shots: 3, maxSteps: 24, thinkingTokens: 250 },
    maxTokens: 300,
  },
  link: {
    model: 'puzzles',
    since: () => 1,
    newest: 1,
    short: ({ text }) => ['p', text],
    fromShort: v.pipe(
      v.strictTuple([v.literal('p'), v.string()]),
      v.transform(([, text]): PuzzleProblem => ({ family: 'puzzle', text })),
    ),
  },
  heldOut: {
    usual: () => import('../held-out/puzzle.ts'),
    harder: () => import('../held-out/puzzle.ts'),
  },
  alike: (surprise, before) => puzzleKind(surprise.text) === puzzleKind(before.text),
} satisfies FamilySheet<PuzzleProblem>;
