import { readablePuzzle, type PuzzleKind } from '#experiment/puzzle/canonical.ts';
import {
  equationPatterns,
  equationQuestions,
  knightPatterns,
  knightQuestions,
  type slots,
  storyPatterns,
  storyQuestions,
} from '#experiment/puzzle/patterns.ts';

/** What stands in the slots of a pattern that is shown. */
const filling: Readonly<Record<keyof typeof slots, string>> = {
  who: 'Ann',
  whom: 'Bob',
  third: 'Cid',
  thing: 'apples',
  count: '3',
  size: '6',
  bags: '4',
  variable: 'w',
  left: 'v',
  right: '5',
  operator: '+',
  number: '7',
  factor: '3',
  added: '4',
  sum: 'u',
};

const patterns = {
  story: { ...storyPatterns, ...storyQuestions },
  equations: { ...equationPatterns, ...equationQuestions },
  knights: { ...knightPatterns, ...knightQuestions },
} as const satisfies Readonly<Record<PuzzleKind, Readonly<Record<string, string>>>>;

/** One sentence for each that the language has, the questions last. */
export function sentencesOf(kind: PuzzleKind): readonly string[] {
  return Object.values(patterns[kind]).map((pattern) =>
    readablePuzzle(pattern.replace(/\{(\w+)\}/g, (_, slot: keyof typeof slots) => filling[slot])),
  );
}
