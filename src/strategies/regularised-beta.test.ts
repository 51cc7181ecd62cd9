import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { regularisedBeta } from './regularised-beta.ts';

/** Simpson's rule on the density, normalised by itself. */
function byQuadrature(x: number, a: number, b: number): number {
  const density = (t: number) => t ** (a - 1) * (1 - t) ** (b - 1);
  const integral = (to: number) => {
    const steps = 2000;
    const at = (k: number) => density((k * to) / steps) * (k === 0 || k === steps ? 1 : k % 2 === 1 ? 4 : 2);
    return (
      (Array.from({ length: steps + 1 }, (_, k) => at(k)).reduce((sum, term) => sum + term, 0) * to) /
      (3 * steps)
    );
  };
  return integral(x) / integral(1);
}

describe('regularisedBeta', () => {
  it('has the values of the definition', () => {
    expect(regularisedBeta(0.3, 1, 1)).toBeCloseTo(0.3, 14);
    expect(regularisedBeta(0.5, 7, 7)).toBeCloseTo(0.5, 14);
    expect(regularisedBeta(0.5, 1, 4)).toBeCloseTo(15 / 16, 14); // 1 - (1/2)^4
    expect(regularisedBeta(0.2, 3, 2)).toBeCloseTo(0.0272, 12); // 4 x^3 - 3 x^4
    expect(regularisedBeta(0, 2, 3)).toBe(0);
    expect(regularisedBeta(1, 2, 3)).toBe(1);
  });

  it('agrees with numerical integration, is symmetric, and grows with x', () => {
    const whole = fc.integer({ min: 1, max: 65 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, whole, whole, (x, y, a, b) => {
        const value = regularisedBeta(x, a, b);
        expect(value).toBeCloseTo(byQuadrature(x, a, b), 6);
        expect(value).toBeCloseTo(1 - regularisedBeta(1 - x, b, a), 10);
        if (x < y) expect(value).toBeLessThanOrEqual(regularisedBeta(y, a, b) + 1e-12);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps its head where the terms of the sum are far out of range', () => {
    expect(regularisedBeta(0.5, 2000, 2000)).toBeCloseTo(0.5, 9);
    expect(regularisedBeta(0.01, 1500, 10)).toBe(0);
  });
});
