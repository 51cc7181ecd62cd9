import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passAtK, share, shareText } from './statistics.ts';

describe('share', () => {
  it('gives the published Wilson interval', () => {
    // Newcombe 1998, table I: 81 of 263.
    const { low, high } = share(81, 263);
    expect(low).toBeCloseTo(0.2553, 4);
    expect(high).toBeCloseTo(0.3662, 4);
  });

  it('always contains the share and stays inside [0, 1]', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (trials, part) => {
          const { share: p, low, high } = share(part * trials, trials);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(low).toBeLessThanOrEqual(p + 1e-12);
          expect(high).toBeGreaterThanOrEqual(p - 1e-12);
        },
      ),
    );
  });

  it('reads well', () => expect(shareText(share(63, 100))).toBe('63 % (53–72)'));
});

describe('passAtK', () => {
  it('is the share of k-subsets that hold a right one', () => {
    expect(passAtK(4, 1, 2)).toBeCloseTo(0.5, 12); // 3 of the 6 pairs
    expect(passAtK(5, 2, 3)).toBeCloseTo(0.9, 12); // all but 1 of the 10 triples
    expect(passAtK(8, 0, 8)).toBe(0);
    expect(passAtK(8, 8, 1)).toBe(1);
  });

  it('at k = 1 is the share of right samples', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 64 }),
        fc.nat(64),
        (n, c) => void expect(passAtK(n, Math.min(c, n), 1)).toBeCloseTo(Math.min(c, n) / n, 10),
      ),
    );
  });

  it('refuses to guess beyond what was sampled', () => expect(() => passAtK(4, 1, 5)).toThrow(RangeError));
});
