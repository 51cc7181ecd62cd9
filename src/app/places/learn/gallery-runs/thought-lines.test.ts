import { expect, test } from 'vitest';
import { tokensOf } from '#run/testing/fixtures.ts';
import { thoughtLines } from './thought-lines.ts';

const read = (line: string) =>
  thoughtLines(tokensOf(line)).map(({ kind, text, step }) => `${step ?? kind}: ${text}`);

test('a thought has a line for each step, for each Wait and for its answer, and no tags', () => {
  expect(read('13 - 10 = 3 [ 4 9 3 ] 4 * 6 = 24 Wait 9 - 3 = 6 </think> 4 * 6 <eos>')).toEqual([
    '1: 13 - 10 = 3 [ 4 9 3 ]',
    '2: 4 * 6 = 24',
    'wait: Wait',
    '3: 9 - 3 = 6',
    'answer: 4 * 6',
  ]);
});

test('steps end at a semicolon too, and an answer without a thought is a line', () => {
  expect(read('t = 16 _; z = 1 _; </think> 16 <eos>')).toEqual(['1: t = 16;', '2: z = 1;', 'answer: 16']);
  expect(read('</think> 4 + 9')).toEqual(['answer: 4 + 9']);
  expect(read('')).toEqual([]);
});
