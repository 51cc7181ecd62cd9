import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokensOf } from './testing/fixtures.ts';
import { extendSegments, segmentsOf, splitTrace, traceText } from './trace-text.ts';

describe('reading a trace', () => {
  test.each([
    ['9 - 3 = 6 [ 4 6 ]', '9 - 3 = 6 [ 4 6 ]'],
    ['Hel _lo world', 'Hello world'],
    ['2 ~8 ~2 _+ _2 ~5 ~1 _= _4 ~3 ~4', '282+152=434'],
    ['~7 ~4 _* ~6 _= ~2 ~8 ~2', '47*6=282'],
    ['Wait ~7 ~4', 'Wait 47'],
    ['1 ~2 3 ~4', '21 43'],
    ['~7 </think> ~4', '7 </think> 4'],
    ['', ''],
  ])('%j reads %j', (line, text) => {
    expect(traceText(tokensOf(line))).toBe(text);
  });

  test('every token is kept with its place, in reading order', () => {
    const [number, , next] = segmentsOf(tokensOf('2 ~8 ~4 _+ _1'));
    expect(number).toMatchObject({ text: '482', spaced: false, role: 'thought' });
    expect(number?.pieces.map(({ index, token }) => [index, token.text])).toEqual([
      [2, '4'],
      [1, '8'],
      [0, '2'],
    ]);
    expect(next?.pieces.map(({ index }) => index)).toEqual([4]);
  });

  test('thought and answer apart, without tags', () => {
    expect(splitTrace(tokensOf('9 - 3 Wait 1 </think> 9 - 3 <eos>'))).toEqual({
      thought: '9 - 3 Wait 1',
      answer: '9 - 3',
    });
  });
});

const anyLine = fc.array(
  fc.constantFrom('1', '~2', '~3', '_+', '_4', 'word', 'Wait', '!Wait', '</think>', '_x'),
  { maxLength: 40 },
);

test('segments hold each token once, and grow with the trace as if it had been read at once', () => {
  fc.assert(
    fc.property(anyLine, fc.nat(40), (words, cut) => {
      const tokens = tokensOf(words.join(' '));
      const whole = segmentsOf(tokens);
      expect(
        whole.flatMap(({ pieces }) => pieces.map(({ index }) => index)).toSorted((a, b) => a - b),
      ).toEqual([...tokens.keys()]);
      const first = segmentsOf(tokens.slice(0, cut));
      const extended = extendSegments(first, tokens);
      expect(extended).toEqual(whole);
      for (const [index, segment] of first.slice(0, -1).entries()) expect(extended[index]).toBe(segment);
    }),
  );
});
