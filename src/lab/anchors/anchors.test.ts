import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rollout, repeated, traceFrom } from '../rollouts/testing.ts';
import { alternativesTo } from './alternatives.ts';
import { anchorsOf } from './anchors.ts';
import { answerGroups, countsOf, mostAnswers } from './answer-groups.ts';
import { divergence, importanceOf, smoothed } from './importance.ts';
import { sameStep } from './same-step.ts';

const anyCounts = fc
  .integer({ min: 1, max: 6 })
  .chain((groups) =>
    fc.tuple(
      fc.array(fc.nat(40), { minLength: groups, maxLength: groups }),
      fc.array(fc.nat(40), { minLength: groups, maxLength: groups }),
    ),
  );

describe('the divergence of smoothed shares', () => {
  test('is never negative, finite, and 0 from itself', () => {
    fc.assert(
      fc.property(anyCounts, ([a, b]) => {
        const [p, q] = [smoothed(a), smoothed(b)];
        expect(p.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
        expect(divergence(p, q)).toBeGreaterThanOrEqual(0);
        expect(Number.isFinite(divergence(p, q))).toBe(true);
        expect(divergence(p, p)).toBe(0);
      }),
    );
  });

  test('is that of a small case: 3 and 1 against 1 and 3, half a rollout added to each', () => {
    expect(divergence(smoothed([3, 1]), smoothed([1, 3]))).toBeCloseTo(
      0.7 * Math.log(7 / 3) + 0.3 * Math.log(3 / 7),
      12,
    );
  });
});

describe('importance', () => {
  const side = (zeros: number, ones: number) => [
    ...Array<number>(zeros).fill(0),
    ...Array<number>(ones).fill(1),
  ];

  test('is clear where the answers change, and chance where they do not', () => {
    expect(importanceOf(side(30, 2), side(2, 30), 2, 1)?.clear).toBe(true);
    expect(importanceOf(side(16, 16), side(16, 16), 2, 1)).toMatchObject({ value: 0, clear: false });
    expect(importanceOf(side(17, 15), side(15, 17), 2, 1)?.clear).toBe(false);
  });

  test('is told with how often chance makes as much of it', () => {
    expect(importanceOf(side(30, 2), side(2, 30), 2, 1)?.p).toBeLessThanOrEqual(0.002);
    expect(importanceOf(side(16, 16), side(16, 16), 2, 1)?.p).toBe(1);
  });

  test('is not said of a handful, and is the same with the same seed', () => {
    expect(importanceOf(side(2, 1), side(16, 16), 2, 1)).toBeNull();
    expect(importanceOf(side(20, 12), side(9, 23), 2, 7)).toEqual(
      importanceOf(side(20, 12), side(9, 23), 2, 7),
    );
  });

  test('lies in its interval', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(3), { minLength: 4, maxLength: 20 }),
        fc.array(fc.nat(3), { minLength: 4, maxLength: 20 }),
        fc.nat(),
        (a, b, seed) => {
          const found = importanceOf(a, b, 4, seed);
          expect(found?.low).toBeLessThanOrEqual(found?.value ?? NaN);
          expect(found?.high).toBeGreaterThanOrEqual(found?.value ?? NaN);
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe('answers', () => {
  test('each rollout is in one group, and rare answers stand together', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { maxLength: 40 }), fc.boolean(), (keys, many) => {
        const rollouts = keys.map((key) => rollout('a', key === 0 ? '' : `${key}`, key === 3 || key === 4));
        const { groups, of } = answerGroups(rollouts, many);
        const counts = countsOf(rollouts.map(of), groups.length);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(keys.length);
        expect(counts.every((count) => count > 0)).toBe(true);
        expect(groups.filter(({ kind }) => kind === 'answer').length).toBeLessThanOrEqual(mostAnswers);
      }),
    );
  });

  test('right ones are one where many can be right', () => {
    const rollouts = [rollout('a', '4*6', true), rollout('a', '6*4', true), rollout('a', '5', false)];
    expect(answerGroups(rollouts, true).groups).toMatchObject([
      { kind: 'right' },
      { kind: 'answer', key: '5' },
    ]);
    expect(answerGroups(rollouts, false).groups).toHaveLength(3);
  });
});

describe('steps', () => {
  test('are the same where they say the same', () => {
    expect(sameStep('4 + 9 = 13 [10 13 13]')).toBe(sameStep(' 9 + 4 = 13'));
    expect(sameStep('9 - 4 = 5')).not.toBe(sameStep('4 - 9 = -5'));
    expect(sameStep('47 * 6 = 282;')).toBe(sameStep('6 * 47 = 282'));
  });

  test('alternatives are counted with what came of them', () => {
    const rollouts = [
      ...repeated(3, rollout('4 + 9 = 13', '24', true)),
      ...repeated(5, rollout('9 * 4 = 36', '7', false)),
      rollout('9 + 4 = 13', '8', false),
    ];
    expect(alternativesTo('9 + 4 = 13', rollouts)).toMatchObject([
      { text: '9 * 4 = 36', same: false, count: 5, right: 0, answer: { display: '7', count: 5 } },
      { text: '4 + 9 = 13', same: true, count: 4, right: 3, answer: { display: '24', count: 3 } },
    ]);
  });
});

describe('anchors of a trace', () => {
  const trace = traceFrom('9 - 4 = 5 [ 10 13 5 _] 13 + 5 = 18 [ 10 18 _] 10 + 18 = 28 </think> 28');

  test('the step behind which the right answer is gone is the anchor', () => {
    const found = anchorsOf(trace, [
      [...repeated(20, rollout('9 - 4 = 5', '24', true)), ...repeated(12, rollout('9 + 4 = 13', '24', true))],
      [
        ...repeated(16, rollout('13 - 5 = 8', '24', true)),
        ...repeated(16, rollout('13 + 5 = 18', '28', false)),
      ],
      repeated(32, rollout('10 + 18 = 28', '28', false)),
      repeated(32, rollout('', '28', false)),
    ]);
    expect(found.anchor).toBe(1);
    expect(found.steps[1]).toMatchObject({
      different: 16,
      resampled: 32,
      accuracyChange: -0.5,
      changeClear: true,
    });
    expect(found.places.map(({ right }) => right?.share)).toEqual([1, 0.5, 0, 0]);
    expect(found.steps[2]).toMatchObject({ counterfactual: null, resampling: { clear: false } });
  });

  test('nothing is said before there are rollouts', () => {
    const found = anchorsOf(trace, []);
    expect(found.anchor).toBeNull();
    expect(found.places).toHaveLength(4);
    expect(found.steps.every(({ resampling, counterfactual }) => !resampling && !counterfactual)).toBe(true);
  });
});
