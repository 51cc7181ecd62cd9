import { expect, it } from 'vitest';
import { modelList } from './en/model-list.ts';

const { checked, 'wrong-logits': wrong } = modelList.driverReasons;

it.each([
  [0.000012345, 'the logits of single ones, to 0.0012% of their spread'],
  [1e-9, 'to 0.0000001% of'],
  [0, 'to 0% of'],
])('a difference of %s is said with two digits', (difference, words) =>
  expect(checked({ kind: 'checked', difference })).toContain(words),
);

it('logits that are no numbers differ by no number', () => {
  expect(wrong({ kind: 'wrong-logits', difference: null })).toContain('more than a number can tell');
});
