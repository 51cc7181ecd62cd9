import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holm, mcNemar, pair, pText } from './paired.ts';

const count = fc.nat(120);

/** The same p in whole numbers, rounded once. */
function exactly(b: number, c: number): number {
  const n = b + c;
  let ways = 1n;
  let tail = 0n;
  for (let i = 0; i <= Math.min(b, c); i++) {
    tail += ways;
    ways = (ways * BigInt(n - i)) / BigInt(i + 1);
  }
  const digits = 10n ** 30n;
  return Math.min(1, Number((2n * tail * digits) / 2n ** BigInt(n)) / Number(digits));
}

describe('the exact test', () => {
  it.each([
    // By hand: 2 (1 + 10) / 2^10; 2 / 2^6.
    [1, 9, 0.021484375],
    [0, 6, 0.03125],
    // Binomial tests of 3 in 18, 5 in 20, 13 in 50 and 16 in 57.
    [3, 15, 0.0075378],
    [5, 15, 0.0413895],
    [13, 37, 0.0009362],
    [16, 41, 0.0012636],
    // Even splits, and none.
    [7, 7, 1],
    [0, 0, 1],
  ])('of %i against %i', (b, c, p) => expect(mcNemar(b, c)).toBeCloseTo(p, 6));

  it('is that of whole numbers, whichever side is named first', () => {
    fc.assert(
      fc.property(count, count, (b, c) => {
        const p = mcNemar(b, c);
        expect(Math.abs(p - exactly(b, c))).toBeLessThan(1e-11);
        expect(mcNemar(c, b)).toBe(p);
      }),
    );
  });

  it('stays a probability for many problems', () => {
    expect(mcNemar(1900, 2100)).toBeCloseTo(0.0016493, 6);
    expect(mcNemar(500_000, 500_000)).toBe(1);
    expect(mcNemar(0, 1_000_000)).toBe(0);
    fc.assert(
      fc.property(fc.nat(50_000), fc.nat(50_000), (b, c) => {
        const p = mcNemar(b, c);
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a pair', () => {
  it('counts the problems that only one of the two solves', () => {
    const first = [true, true, false, false, true];
    const second = [true, false, true, false, false];
    expect(pair(first, second)).toEqual({ onlyFirst: 2, onlySecond: 1, p: 1 });
  });

  it('is of the same problems', () => expect(() => pair([true], [true, false])).toThrow(RangeError));
});

describe('the correction for several tests', () => {
  it('is Holm’s', () => {
    // Five tests: 0.005 × 5, 0.01 × 4, 0.02 × 3; 0.03 × 2 is no smaller than that, and so on.
    const corrected = holm([0.01, 0.04, 0.03, 0.005, 0.02]);
    [0.04, 0.06, 0.06, 0.025, 0.06].forEach((p, index) => expect(corrected[index]).toBeCloseTo(p, 12));
  });

  it('counts tests that are still to be made as unclear ones', () => {
    expect(holm([0.01, 0.5], 4)).toEqual([0.04, 1]);
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 }),
        fc.nat(9),
        (ps, more) => {
          expect(holm(ps, ps.length + more)).toEqual(
            holm([...ps, ...Array.from({ length: more }, () => 1)]).slice(0, ps.length),
          );
        },
      ),
    );
  });
});

it('says p with two digits', () => {
  expect([0.0075378, 0.049, 0.31, 1, 3e-9].map((p) => pText(p))).toEqual([
    'p = 0.0075',
    'p = 0.049',
    'p = 0.31',
    'p = 1.00',
    'p < 0.0001',
  ]);
});
