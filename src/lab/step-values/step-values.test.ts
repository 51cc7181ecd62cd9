import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { solveCountdown, canReach } from '#answers/solve-countdown.ts';
import { integer } from '#answers/rational.ts';
import { defaultExperiment } from '#experiment/defaults.ts';
import { rollout, repeated, traceFrom } from '../rollouts/testing.ts';
import { agreements, type LabelledStep } from './agreement.ts';
import { exactLabels } from './exact-labels.ts';
import { rolloutLabels } from './rollout-labels.ts';

describe('labels by rollouts', () => {
  const rollouts = [...repeated(3, rollout('', '5', false)), rollout('', '24', true)];

  test('are the share that ends right and whether any does, of the first K', () => {
    expect(rolloutLabels(rollouts, 4)).toMatchObject({ rights: 1, of: 4, soft: { share: 0.25 }, hard: true });
    expect(rolloutLabels(rollouts, 3)).toMatchObject({ rights: 0, of: 3, soft: { share: 0 }, hard: false });
    expect(rolloutLabels(rollouts, 99)?.of).toBe(4);
  });

  test('are none where nothing was drawn or nobody knows what is right', () => {
    expect(rolloutLabels([], 4)).toBeNull();
    expect(rolloutLabels([rollout('', 'yes', null)], 4)).toBeNull();
  });
});

describe('exact labels', () => {
  test('of a countdown say whether the numbers that are left make the target', () => {
    const trace = traceFrom('13 - 10 = 3 [ 4 9 3 _] 9 - 3 = 6 [ 4 6 _] 4 + 6 = 10 </think> 10');
    expect(exactLabels(trace)).toEqual([true, true, false]);
  });

  test('a false step and all behind it can end no more', () => {
    const trace = traceFrom('13 - 10 = 4 [ 4 9 4 _] 9 - 4 = 5 [ 4 5 _] 4 * 5 = 20 </think> 20');
    expect(exactLabels(trace)).toEqual([false, false, false]);
  });

  test('of a sum say whether all is right so far', () => {
    const trace = traceFrom(
      '47 * 6 = 282 _; 38 * 4 = 142 _; 282 + 142 = 424 _; </think> 424',
      defaultExperiment('arithmetic', 'self-consistency'),
    );
    expect(exactLabels(trace)).toEqual([true, false, false]);
  });

  test('reaching a target agrees with the solver', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 13 }), { minLength: 4, maxLength: 4 }),
        fc.integer({ min: 1, max: 99 }),
        (numbers, target) => {
          const solved = solveCountdown({ family: 'countdown', numbers, target }) !== null;
          expect(canReach(numbers.map(integer), integer(target))).toBe(solved);
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe('agreement', () => {
  const step = (soft: number, value: number | null, exact: boolean | null): LabelledStep => ({
    soft,
    hard: soft > 0,
    value,
    exact,
  });

  test('AUC is the share of pairs in order, ties half', () => {
    const { softExact, valueExact, hardExact } = agreements([
      step(0.9, 0.2, true),
      step(0.5, 0.4, true),
      step(0.5, 0.9, false),
      step(0, 0.1, false),
      step(0.3, null, null),
    ]);
    expect(softExact).toEqual({ measure: 'auc', value: 3.5 / 4, of: 4 });
    expect(valueExact.value).toBe(0.5);
    expect(hardExact).toEqual({ measure: 'share', value: 0.75, of: 4 });
  });

  test('correlation is 1 on a line, and nothing is said of too little', () => {
    expect(
      agreements([step(0.1, 0.3, null), step(0.2, 0.5, null), step(0.3, 0.7, null)]).softValue.value,
    ).toBeCloseTo(1, 12);
    expect(agreements([step(0.1, 0.3, null), step(0.2, 0.5, null)]).softValue.value).toBeNull();
    expect(agreements([step(0.5, 0.5, true)]).softExact.value).toBeNull();
  });

  test('AUC of the negated score is the rest', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5), fc.boolean()), { minLength: 2, maxLength: 20 }), (pairs) => {
        const auc = (sign: 1 | -1) =>
          agreements(pairs.map(([soft, exact]) => step(sign * soft, null, exact))).softExact.value;
        const [up, down] = [auc(1), auc(-1)];
        if (up === null || down === null) expect(up).toBe(down);
        else expect(up + down).toBeCloseTo(1, 12);
      }),
    );
  });
});
