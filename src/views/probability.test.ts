import { expect, it } from 'vitest';
import { doubtClass, surprisalBits } from './probability.ts';

it('puts doubt into classes', () => {
  expect([0.95, 0.8, 0.6, 0.3, 0.1].map((p) => doubtClass(Math.log(p)))).toEqual([null, 3, 2, 1, 0]);
  expect(doubtClass(null)).toBeNull();
});

it('measures surprise in bits', () => {
  expect(surprisalBits(Math.log(0.25))).toBeCloseTo(2);
  expect(surprisalBits(0)).toBe(0);
});
