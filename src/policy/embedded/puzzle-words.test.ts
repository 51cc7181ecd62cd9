import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Problem } from '#experiment/problem.ts';
import { anyPuzzleText } from '#experiment/puzzle/testing/arbitrary.ts';
import { readablePuzzle } from '#experiment/puzzle/canonical.ts';
import { puzzles } from '#experiment/puzzles.ts';
import { createCodec } from './codec.ts';
import { puzzleVocabulary } from './testing/puzzle-vocabulary.ts';

const codec = createCodec({
  family: 'puzzle',
  name: 'Puzzles',
  vocabulary: [...puzzleVocabulary],
  capabilities: {},
});
const texts = (tokens: readonly number[]) => tokens.map((token) => puzzleVocabulary[token]).join(' ');

describe('a model of puzzles', () => {
  test('is asked with the problem’s own text', () => {
    for (const problem of Object.values(puzzles)) {
      expect(texts(codec.prompt(problem, { kind: 'think', effort: 'high' }))).toBe(
        `<bos> ${problem.text} <high> <think>`,
      );
    }
    const sum: Problem = { family: 'arithmetic', terms: [{ sign: '+', left: 47, right: 6 }] };
    expect(() => codec.prompt(sum, { kind: 'answer-only' })).toThrow(
      expect.objectContaining({ code: 'unsupported' }),
    );
  });

  test('has a token for every word of any puzzle, read either way', () => {
    fc.assert(
      fc.property(anyPuzzleText, (text) => {
        expect(texts(codec.encode(text))).toBe(text);
        expect(codec.encode(readablePuzzle(text))).toEqual(codec.encode(text));
      }),
    );
  });

  test.each([
    'Ann has 7; Bob has Ann + 5 = 7 + 5 = 12; together 19; Wait Bob has Ann + 5 = 7 + 5 = 12 ok; </think> 19 <eos>',
    'In other words: Ann = 7, Bob = Ann + 5, Bob?; Sub-question: 3 * v?; Answer: 3 * v = 19 - 4 = 15;',
    'suppose Ann knight; Ann says Bob is a knave, Bob knave; Cid says Bob is a knight, clash; Wait suppose Ann knave; fits; </think> nobody <eos>',
  ])('writes its thoughts as people read them: %s', (text) =>
    expect(codec.decode(codec.encode(text))).toBe(text),
  );

  test('takes words of several parts for one token, whatever the spaces', () => {
    expect(codec.encode('In  other\nwords: v?')).toEqual(codec.encode('In other words: v ?'));
    expect(codec.encode('In other words:')).toHaveLength(1);
    expect(codec.encode('nobody knights')).toHaveLength(2);
  });

  test.each(['Ann has 7 plums;', 'past', 'notable', 'Annabel has 7;', '100'])(
    'refuses what it has no word for: %s',
    (text) => {
      expect(() => codec.encode(text)).toThrow(expect.objectContaining({ code: 'unknown-token' }));
    },
  );
});
