import { expect, it } from 'vitest';
import { tokens } from './en/tokens.ts';

it.each([
  [1, '100%'],
  [0.9999, '> 99.9%'],
  [0.994, '99.4%'],
  [0.93, '93%'],
  [0.004, '0.4%'],
  [0.0001, '< 0.1%'],
  [0, '0%'],
])('%d reads %s', (share, text) => {
  expect(tokens.probability(share)).toBe(text);
});
