import { describe, expect, test } from 'vitest';
import { previewOf } from './preview.ts';

describe('a reference answer is read', () => {
  test.each([
    ['\\frac{3}{4}', 'number', '0.75'],
    ['1,000', 'number', '1000'],
    ['x = 2 or x = -3', 'list', '{−3; 2}'],
    ['\\left(1, 2\\right)', 'group', '(1; 2)'],
    ['[1, 3)', 'interval', '[1; 3)'],
    ['knight', 'words', '“knight”'],
    ['9^{9^{9^9}}', 'text', '9^{9^{9^9}}'],
  ])('%s as %s', (reference, as, text) => expect(previewOf('What is it?', reference)).toEqual({ as, text }));

  test.each(['((((', '…'])('nothing is in %s', (reference) =>
    expect(previewOf('What is it?', reference)).toBeNull(),
  );
});
