import { expect, it } from 'vitest';
import { doubtClass, percent, surprisalBits } from './probability.ts';

it.each([
  [1, '100 %'],
  [0.9999, '> 99.9 %'],
  [0.994, '99.4 %'],
  [0.93, '93 %'],
  [0.004, '0.4 %'],
  [0.0001, '< 0.1 %'],
  [0, '0 %'],
])('%d reads %s', (share, text) => {
  expect(percent(share)).toBe(text);
});

it('puts doubt into classes', () => {
  expect([0.95, 0.8, 0.6, 0.3, 0.1].map((p) => doubtClass(Math.log(p)))).toEqual([null, 3, 2, 1, 0]);
  expect(doubtClass(null)).toBeNull();
});

it('measures surprise in bits', () => {
  expect(surprisalBits(Math.log(0.25))).toBeCloseTo(2);
  expect(surprisalBits(0)).toBe(0);
});
