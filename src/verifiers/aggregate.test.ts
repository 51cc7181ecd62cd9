import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregate } from './aggregate.ts';

const ways = ['min', 'prod', 'mean', 'last'] as const;
const scores = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 60 });

describe('aggregate', () => {
  it('makes one number of step scores in four ways', () => {
    const steps = [0.5, 0.25, 0.75];
    expect(aggregate(steps, 'min')).toBe(0.25);
    expect(aggregate(steps, 'prod')).toBeCloseTo(0.09375, 12);
    expect(aggregate(steps, 'mean')).toBeCloseTo(0.5, 12);
    expect(aggregate(steps, 'last')).toBe(0.75);
  });

  it('is 0 without steps, and for a product with a 0 in it', () => {
    for (const way of ways) expect(aggregate([], way)).toBe(0);
    expect(aggregate([1, 0, 1], 'prod')).toBe(0);
  });

  it('does not underflow before the true product does', () => {
    expect(aggregate(Array.from({ length: 300 }, () => 0.1), 'prod')).toBeGreaterThan(0);
  });

  it('stays in [0, 1], and between the least and the greatest but for the product', () => {
    fc.assert(
      fc.property(scores, fc.constantFrom(...ways), (steps, way) => {
        const value = aggregate(steps, way);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        if (way === 'prod' || steps.length === 0) return;
        expect(value).toBeGreaterThanOrEqual(Math.min(...steps) - 1e-12);
        expect(value).toBeLessThanOrEqual(Math.max(...steps) + 1e-12);
      }),
    );
  });
});
