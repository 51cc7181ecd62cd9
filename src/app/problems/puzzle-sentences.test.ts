import { expect, it } from 'vitest';
import { puzzleWords, type PuzzleKind } from '#experiment/puzzle/canonical.ts';
import { matchSentence } from '#experiment/puzzle/match.ts';
import {
  equationPatterns,
  equationQuestions,
  knightPatterns,
  knightQuestions,
  storyPatterns,
  storyQuestions,
  type Patterns,
} from '#experiment/puzzle/patterns.ts';
import { sentencesOf } from './puzzle-sentences.ts';

const languages: readonly (readonly [PuzzleKind, Patterns])[] = [
  ['story', { ...storyPatterns, ...storyQuestions }],
  ['equations', { ...equationPatterns, ...equationQuestions }],
  ['knights', { ...knightPatterns, ...knightQuestions }],
];

it.each(languages)(
  'every sentence that is shown is understood as what it stands for: %s',
  (kind, patterns) => {
    expect(sentencesOf(kind).map((sentence) => matchSentence(patterns, puzzleWords(sentence)).form)).toEqual(
      Object.keys(patterns),
    );
  },
);
