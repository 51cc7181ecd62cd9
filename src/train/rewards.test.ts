import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupRewards, type RewardedTrace } from './rewards.ts';
import { judgeGroup } from './judged.ts';
import { usualGrpo } from './presets.ts';
import type { RewardRule } from './setup.ts';
import type { WrittenTrace } from './lane.ts';

const trace = fc.record({
  answer: fc.option(fc.constantFrom('434', '444', '12').map((key) => ({ display: key, key }))),
  formed: fc.boolean(),
  waits: fc.integer({ min: 0, max: 4 }),
  tokens: fc.integer({ min: 1, max: 60 }),
});
const traces = fc.array(trace, { minLength: 2, maxLength: 16 }).map((all) =>
  all.map(({ tokens, ...rest }): WrittenTrace => ({
    ...rest,
    right: rest.answer?.key === '434',
    sequence: { tokens: Array<number>(tokens + 5).fill(1), start: 5 },
    text: '',
    thought: 0,
    ends: [],
  })),
);

const one = (given: Partial<RewardedTrace>, tokens = 10): RewardedTrace => ({
  answer: { display: '434', key: '434' },
  right: true,
  formed: true,
  waits: 0,
  sequence: { tokens: Array<number>(tokens + 5).fill(1), start: 5 },
  ...given,
});
const wrong = { answer: { display: '12', key: '12' }, right: false };

describe('rewards', () => {
  it.each<[RewardRule, readonly RewardedTrace[], readonly number[]]>([
    [
      { kind: 'accuracy-and-format', format: 0.1 },
      [one({}), one(wrong), one({ formed: false }), one({ ...wrong, formed: false })],
      [1.1, 0.1, 0, 0],
    ],
    [{ kind: 'accuracy' }, [one({}), one(wrong), one({ formed: false })], [1, 0, 1]],
    [{ kind: 'length', price: 0.01 }, [one({}), one(wrong), one({}, 50)], [0.9, -0.1, 0.5]],
    [
      { kind: 'any-number', price: 0.01 },
      [one({}), one(wrong), one({ answer: null, right: false })],
      [0.9, 0.9, -0.1],
    ],
    [{ kind: 'waits', pay: 0.5 }, [one({}), one({ waits: 3 }), one({ ...wrong, waits: 2 })], [1, 2.5, 1]],
    [
      { kind: 'majority', format: 0.1 },
      [one({}), one(wrong), one(wrong), one({ answer: null, right: false, formed: false })],
      [0.1, 1.1, 1.1, 0],
    ],
  ])('by %o', (rule, given, rewards) => {
    groupRewards(rule, given).forEach((reward, at) => expect(reward).toBeCloseTo(rewards[at] ?? NaN, 12));
  });

  it('by majority need no right answer: the first of equally many counts, and none where there is none', () => {
    const rule = { kind: 'majority', format: 0 } as const;
    expect(groupRewards(rule, [one(wrong), one({})])).toEqual([1, 0]);
    expect(groupRewards(rule, [one({ answer: null }), one({ answer: null })])).toEqual([0, 0]);
    fc.assert(
      fc.property(traces, (given) => {
        const unjudged = given.map((given1) => ({ ...given1, right: false }));
        expect(groupRewards(rule, unjudged)).toEqual(groupRewards(rule, given));
      }),
    );
  });
});

describe('a group', () => {
  const judged = (method: Parameters<typeof judgeGroup>[0], given: readonly WrittenTrace[]) =>
    judgeGroup(method, {
      problem: { family: 'countdown', numbers: [1, 2, 3, 4], target: 24 },
      effort: 'low',
      traces: given,
    });

  it('of equal rewards is silent, each advantage an exact zero', () => {
    fc.assert(
      fc.property(traces, (given) => {
        const { rewards, advantages, silent } = judged(usualGrpo, given);
        const even = new Set(rewards).size === 1;
        expect(silent).toBe(even);
        if (even) expect(advantages).toEqual(rewards.map(() => 0));
      }),
    );
  });

  it('of STaR has its first right traces imitated, and no others', () => {
    fc.assert(
      fc.property(traces, fc.integer({ min: 1, max: 4 }), (given, keep) => {
        const { advantages, silent } = judged({ kind: 'star', keep }, given);
        const right = given.flatMap((written, at) => (written.right && written.formed ? [at] : []));
        expect(advantages.flatMap((value, at) => (value === 1 ? [at] : []))).toEqual(right.slice(0, keep));
        expect(silent).toBe(right.length === 0);
      }),
    );
  });
});
