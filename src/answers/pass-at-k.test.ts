import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passAtK } from './pass-at-k.ts';

describe('passAtK', () => {
  it('is the share of k-subsets that hold a right one', () => {
    expect(passAtK(4, 1, 2)).toBeCloseTo(0.5, 12); // 3 of the 6 pairs
    expect(passAtK(5, 2, 3)).toBeCloseTo(0.9, 12); // all but 1 of the 10 triples
    expect(passAtK(8, 0, 8)).toBe(0);
    expect(passAtK(8, 8, 1)).toBe(1);
    expect(passAtK(8, 2, 7)).toBe(1); // none can miss
    expect(passAtK(4, 2, 2)).toBeCloseTo(5 / 6, 12);
  });

  it('at k = 1 is the share of right samples', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 64 }), fc.nat(64), (n, c) => {
        expect(passAtK(n, Math.min(c, n), 1)).toBeCloseTo(Math.min(c, n) / n, 10);
      }),
    );
  });

  it('refuses to guess beyond what was sampled', () => expect(() => passAtK(4, 1, 5)).toThrow(RangeError));
});
