import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArmAccuracy } from './accuracy.ts';
import { accuracyByArm } from './accuracy.ts';
import { armsAtBudget } from './at-budget.ts';
import { bestArmPerBin, difficultyBins, solvedByBin } from './difficulty.ts';
import { gridPlace, parallelGrid } from './parallel-grid.ts';
import { arbitrarySweep, measuredCell, tracesOf } from './testing/measured.ts';

const reference = ['aaaa', 'aaca', 'acca', 'accc', 'cccc', 'cccc'].map((picture, problem) =>
  measuredCell(0, problem, { traces: tracesOf(picture) }),
);

describe('bins of difficulty', () => {
  it('go from the problems that single samples solve to those that they do not', () => {
    expect(difficultyBins(reference, 3)).toEqual([
      { problems: [0, 1], from: 0.75, to: 1 },
      { problems: [2, 3], from: 0.25, to: 0.5 },
      { problems: [4, 5], from: 0, to: 0 },
    ]);
  });
  it('hold each problem once, about as many in each', () =>
    fc.assert(
      fc.property(arbitrarySweep, fc.integer({ min: 1, max: 6 }), (sweep, count) => {
        const bins = difficultyBins(sweep, count);
        const problems = bins.flatMap((bin) => bin.problems);
        expect(new Set(problems).size).toBe(problems.length);
        const sizes = bins.map((bin) => bin.problems.length);
        expect(Math.max(0, ...sizes) - Math.min(...sizes, Infinity)).toBeLessThanOrEqual(1);
        for (const [at, bin] of bins.entries()) expect(bin.to).toBeLessThanOrEqual(bins[at - 1]?.from ?? 1);
      }),
    ));
});

describe('the best arm of each bin', () => {
  // Arm 1 solves the easy half, arm 2 the hard half.
  const sweep = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((problem) => [
    measuredCell(1, problem, { right: problem < 4 }),
    measuredCell(2, problem, { right: problem >= 4 }),
  ]);
  const bins = [
    { problems: [0, 1, 2, 3], from: 1, to: 1 },
    { problems: [4, 5, 6, 7], from: 0, to: 0 },
  ];
  it('is the one that solves most', () =>
    expect(solvedByBin(sweep, bins, [1, 2, 3]).map(({ best }) => best)).toEqual([1, 2]));
  it('chosen on one half and judged on the other, solves what both solve together', () => {
    expect(bestArmPerBin(sweep, bins, [1, 2])?.share).toBe(1);
    expect(bestArmPerBin([], bins, [1, 2])).toBeNull();
  });
});

describe('arms at a budget', () => {
  const accuracies: readonly ArmAccuracy[] = accuracyByArm(
    [10, 20, 40, 15, 60].map((tokens, arm) => measuredCell(arm, 0, { tokens })),
  );
  it('are the dearest of each line that it pays for', () => {
    expect(
      armsAtBudget(
        accuracies,
        [
          [0, 1, 2],
          [3, 4],
        ],
        38,
        'tokens',
      ),
    ).toEqual([2, 3]);
    expect(armsAtBudget(accuracies, [[0, 1, 2], [4]], 20, 'tokens')).toEqual([1]);
    expect(armsAtBudget(accuracies, [[0]], 20, 'token-parameters')).toEqual([]);
  });
});

describe('the parallel-by-sequential grid', () => {
  it('marks the best split of as many attempts', () => {
    const places = [
      { parallel: 4, sequential: 1 },
      { parallel: 2, sequential: 2 },
      { parallel: 1, sequential: 2 },
      null,
    ];
    const accuracies = accuracyByArm(
      [false, true, true, true].map((right, arm) => measuredCell(arm, 0, { right, tokens: arm })),
    );
    const grid = parallelGrid(accuracies, (arm) => places[arm] ?? null);
    expect(grid.map(({ arm, best }) => [arm, best])).toEqual([
      [0, false],
      [1, true],
      [2, false],
    ]);
  });
  it('knows where strategies stand', () => {
    expect(gridPlace({ kind: 'self-consistency', samples: 8, effort: 'low' })).toEqual({
      parallel: 8,
      sequential: 1,
    });
    expect(gridPlace({ kind: 'direct' })).toBeNull();
  });
});
