import * as v from 'valibot';
import { canonicalPuzzle, puzzleKind, readablePuzzle } from '../puzzle/canonical.ts';
import type { PuzzleFault } from '../puzzle/misread.ts';
import { parsePuzzle } from '../puzzle/parse.ts';
import { puzzles } from '../puzzles.ts';
import type { FamilySheet } from './sheet.ts';

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
