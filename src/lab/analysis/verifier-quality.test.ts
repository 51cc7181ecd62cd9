import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overOptimisation } from './over-optimisation.ts';
import { resampled } from './resample.ts';
import { measuredCell, tracesOf } from './testing/measured.ts';
import {
  type JudgedTrace,
  judgedTraces,
  rocCurve,
  scoreCalibration,
  verifierAuc,
} from './verifier-quality.ts';

const arbitraryJudged: fc.Arbitrary<readonly JudgedTrace[]> = fc.array(
  fc.record({
    problem: fc.nat(5),
    score: fc.constantFrom(0, 0.1, 0.3, 0.35, 0.7, 1),
    right: fc.boolean(),
  }),
  { maxLength: 40 },
);

/** All pairs of a right and a wrong trace. */
function aucByPairs(traces: readonly JudgedTrace[]): number {
  const [right, wrong] = [traces.filter((one) => one.right), traces.filter((one) => !one.right)];
  const won = right.flatMap((a) => wrong.map((b) => (a.score > b.score ? 1 : a.score === b.score ? 0.5 : 0)));
  return won.reduce((sum: number, one) => sum + one, 0) / won.length;
}

describe('the area under the ROC curve', () => {
  it('is the share of pairs that are told apart, and that under the drawn curve', () =>
    fc.assert(
      fc.property(arbitraryJudged, (traces) => {
        const quality = verifierAuc(traces);
        const curve = rocCurve(traces);
        if (!quality) {
          expect(curve).toEqual([]);
          return;
        }
        expect(quality.auc.share).toBeCloseTo(aucByPairs(traces), 10);
        let area = 0;
        for (const [at, step] of curve.entries()) {
          const before = curve[at - 1];
          if (!before) continue;
          expect(step.threshold).toBeLessThan(before.threshold);
          area +=
            ((step.falsePositives - before.falsePositives) * (step.truePositives + before.truePositives)) / 2;
        }
        expect(area).toBeCloseTo(quality.auc.share, 10);
        expect(curve.at(-1)).toMatchObject({ falsePositives: 1, truePositives: 1 });
        expect(quality.auc.low).toBeLessThanOrEqual(quality.auc.share + 1e-12);
        expect(quality.auc.high).toBeGreaterThanOrEqual(quality.auc.share - 1e-12);
      }),
    ));

  it('has DeLong’s interval where each problem has one trace', () => {
    const traces = [0.1, 0.4, 0.35, 0.8, 0.7, 0.2, 0.9].map((score, problem) => ({
      problem,
      score,
      right: problem % 2 === 1,
    }));
    // Placements of the right ones (0.4, 0.8, 0.2): 2/4, 3/4, 1/4; of the wrong ones (0.1, 0.35, 0.7, 0.9): 1, 2/3, 1/3, 0.
    const auc = 0.5;
    const variance = (0 + 0.25 ** 2 + 0.25 ** 2) / 2 / 3 + (0.25 + 1 / 36 + 1 / 36 + 0.25) / 3 / 4;
    const reach = (1.959964 * Math.sqrt(variance)) / (auc * (1 - auc));
    expect(verifierAuc(traces)?.auc).toMatchObject({ share: auc });
    expect(verifierAuc(traces)?.auc.high).toBeCloseTo(1 / (1 + Math.exp(-reach)), 6);
  });

  it('is wider where traces of a problem say the same', () => {
    const once = [0.1, 0.6, 0.3, 0.8, 0.5, 0.2].map((score, problem) => ({
      problem,
      score,
      right: problem % 2 === 1,
    }));
    const often = once.flatMap((trace) => [trace, trace, trace, trace]);
    const width = (traces: readonly JudgedTrace[]) => {
      const { low, high } = verifierAuc(traces)!.auc;
      return high - low;
    };
    expect(width(often)).toBeCloseTo(width(once), 6);
  });

  it('tells knowing which problems are easy from knowing which traces are right', () => {
    const traces = [
      { problem: 0, score: 0.9, right: true },
      { problem: 0, score: 0.9, right: true },
      { problem: 0, score: 0.9, right: false },
      { problem: 1, score: 0.1, right: false },
      { problem: 1, score: 0.1, right: true },
      { problem: 1, score: 0.1, right: false },
    ];
    const quality = verifierAuc(traces);
    expect(quality?.auc.share).toBeCloseTo(6 / 9, 10);
    expect(quality?.within?.share).toBe(0.5);
  });
});

describe('calibration', () => {
  it('has no error where scores are shares', () => {
    const traces = [0.25, 0.75].flatMap((score) =>
      [0, 1, 2, 3].map((at) => ({ problem: at, score, right: at < score * 4 })),
    );
    const { bins, error } = scoreCalibration(traces);
    expect(error).toBe(0);
    expect(bins.map(({ score, right, traces: count }) => [score, right.share, count])).toEqual([
      [0.25, 0.25, 4],
      [0.75, 0.75, 4],
    ]);
  });
  it('counts every trace once, and its error is a share', () =>
    fc.assert(
      fc.property(arbitraryJudged, (traces) => {
        const { bins, error } = scoreCalibration(traces);
        expect(bins.reduce((sum, bin) => sum + bin.traces, 0)).toBe(traces.length);
        expect(error).toBeGreaterThanOrEqual(0);
        expect(error).toBeLessThanOrEqual(1);
        for (const { right } of bins) {
          expect(right.low).toBeLessThanOrEqual(right.share);
          expect(right.high).toBeGreaterThanOrEqual(right.share);
        }
      }),
    ));
});

it('judged traces are those with an answer and a score, of runs that came to an end', () => {
  const failed = measuredCell(0, 1, {
    traces: tracesOf('a5'),
    failure: { code: 'worker-crashed', silent: false },
  });
  expect(judgedTraces([measuredCell(0, 3, { traces: tracesOf('a5c.7b2') }), failed])).toEqual([
    { problem: 3, score: 0.5, right: true },
    { problem: 3, score: 0.2, right: true },
  ]);
});

it('a verifier that likes a wrong answer best is fooled by more candidates', () => {
  const run = (problem: number, picture: string) => measuredCell(0, problem, { traces: tracesOf(picture) });
  const points = resampled([run(0, 'a5a5a5c9'), run(1, 'b6b6b6d8')], 'expected');
  expect(overOptimisation(points)).toMatchObject({ peak: 1, atPeak: 0.75, oracle: 1 });
  expect(overOptimisation(points)?.atMost).toBeCloseTo(0, 12);
  expect(overOptimisation(resampled([run(0, 'ac')], 'expected'))).toBeNull();
});
