import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupAdvantages } from './advantages.ts';

const floored = { byDeviation: true, floor: 0.1 };
const reward = fc.constantFrom(0, 0.1, 1, 1.1);
const group = fc.array(reward, { minLength: 1, maxLength: 16 });

describe('advantages of a group', () => {
  /* The numbers of `training/tests/test_grpo.py`. */
  it('are those of the training', () => {
    expect(groupAdvantages([1, 1, 0, 0], floored)).toEqual({
      mean: 0.5,
      deviation: 0.5,
      divisor: 0.5,
      advantages: [1, 1, -1, -1],
      even: false,
    });
    const nearlyEven = [...Array<number>(15).fill(0.1), 0];
    expect(Math.max(...groupAdvantages(nearlyEven, floored).advantages)).toBeCloseTo(0.0625, 12);
  });

  it('sum to zero, and have a mean square of one where the floor does not act', () => {
    fc.assert(
      fc.property(group, (rewards) => {
        const { advantages, deviation, even } = groupAdvantages(rewards, floored);
        const sum = advantages.reduce((total, value) => total + value, 0);
        expect(sum).toBeCloseTo(0, 10);
        const square = advantages.reduce((total, value) => total + value * value, 0) / rewards.length;
        if (deviation >= 0.1) expect(square).toBeCloseTo(1, 10);
        else if (!even) expect(square).toBeLessThan(1);
      }),
    );
  });

  it('are exactly zero where all got the same, and undefined without a floor', () => {
    fc.assert(
      fc.property(reward, fc.integer({ min: 1, max: 64 }), (same, size) => {
        const rewards = Array<number>(size).fill(same);
        expect(groupAdvantages(rewards, floored).advantages).toEqual(Array<number>(size).fill(0));
        expect(groupAdvantages(rewards, { byDeviation: false, floor: 0 }).advantages).toEqual(
          Array<number>(size).fill(0),
        );
        const without = groupAdvantages(rewards, { byDeviation: true, floor: 0 });
        expect(without.advantages.every(Number.isNaN)).toBe(true);
      }),
    );
  });

  it('keep the order of the rewards', () => {
    fc.assert(
      fc.property(group, fc.boolean(), (rewards, byDeviation) => {
        const { advantages } = groupAdvantages(rewards, { byDeviation, floor: 0.1 });
        for (const [at, one] of rewards.entries())
          for (const [place, other] of rewards.entries())
            if (one > other) expect(advantages[at]).toBeGreaterThan(advantages[place] ?? Infinity);
      }),
    );
  });
});
