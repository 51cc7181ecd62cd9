import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomial, groupKind, mixedShare, signalOf } from './signal.ts';

const chance = fc.double({ min: 0, max: 1, noNaN: true });

describe('which groups give a signal', () => {
  it('those with both right and wrong', () => {
    expect(
      [
        [true, true],
        [false, false],
        [true, false],
      ].map(groupKind),
    ).toEqual(['all-right', 'all-wrong', 'mixed']);
    expect(signalOf([0, 0, 2, 4], 4)).toEqual({
      groups: 4,
      histogram: [2, 0, 1, 0, 1],
      allRight: 1,
      allWrong: 2,
      mixed: 1,
      rightShare: 0.375,
      expectedShare: mixedShare(0.375, 4),
    });
  });

  it('expects what the binomial distribution leaves between its ends', () => {
    fc.assert(
      fc.property(chance, fc.integer({ min: 1, max: 32 }), (p, size) => {
        const chances = binomial(p, size);
        expect(chances).toHaveLength(size + 1);
        expect(chances.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 10);
        const between = chances.slice(1, -1).reduce((sum, one) => sum + one, 0);
        expect(mixedShare(p, size)).toBeCloseTo(between, 10);
      }),
    );
  });

  it('expects too many where problems differ in difficulty', () => {
    // 1 − p^G − (1 − p)^G is concave in p: problems of unequal difficulty leave fewer mixed groups than the mean suggests.
    fc.assert(
      fc.property(
        fc.array(chance, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 2, max: 16 }),
        (ps, size) => {
          const mean = ps.reduce((sum, p) => sum + p, 0) / ps.length;
          const each = ps.reduce((sum, p) => sum + mixedShare(p, size), 0) / ps.length;
          expect(each).toBeLessThanOrEqual(mixedShare(mean, size) + 1e-12);
        },
      ),
    );
  });
});
