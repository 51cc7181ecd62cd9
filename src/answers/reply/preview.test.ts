import { describe, expect, test } from 'vitest';
import { previewOf } from './preview.ts';

describe('a reference answer is said as it was read', () => {
  test.each([
    ['\\frac{3}{4}', 'the number 0.75'],
    ['1,000', 'the number 1000'],
    ['x = 2 or x = -3', 'values in any order: {−3; 2}'],
    ['\\left(1, 2\\right)', 'values in this order: (1; 2)'],
    ['[1, 3)', 'the interval [1; 3)'],
    ['knight', 'the words “knight”'],
    ['9^{9^{9^9}}', 'a text that is compared as it stands: 9^{9^{9^9}}'],
  ])('%s', (reference, words) => expect(previewOf('What is it?', reference)).toBe(words));

  test.each(['((((', '…'])('nothing is in %s', (reference) =>
    expect(previewOf('What is it?', reference)).toBeNull(),
  );
});
