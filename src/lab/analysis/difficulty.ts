import { mean, type Proportion } from '../statistics.ts';
import { clusteredShare } from './clustered.ts';
import { groupBy, isGraded, type MeasuredCell, ofArm, ofProblem } from './measured-cell.ts';

/** Problems that are about equally hard. */
export interface DifficultyBin {
  /** By their places, from the easiest to the hardest of the bin. */
  readonly problems: readonly number[];
  /** The reference's pass@1 on its hardest and its easiest problem. */
  readonly from: number;
  readonly to: number;
}

/**
 * Problems in bins of about the same size by how often single samples of a reference arm are right, the easiest bin first: the
 * pass@1 quintiles of Snell et al. (2024, arXiv 2408.03314, section 3.2), who estimate it from 2048 samples a problem. All
 * traces of a run count as samples; runs without traces count as one. Of equals the lower place comes first.
 *
 * @param reference runs of the reference arm alone. What it solves in bins made of the same runs is biased: an arm is not
 *   to be judged by bins that it made itself.
 */
export function difficultyBins(reference: readonly MeasuredCell[], bins = 5): readonly DifficultyBin[] {
  const rated = [...groupBy(reference.filter(isGraded), ofProblem)]
    .map(([problem, runs]) => ({ problem, passes: mean(runs.flatMap(({ outcome }) => samplesOf(outcome))) }))
    .toSorted((a, b) => b.passes - a.passes || a.problem - b.problem);
  const count = Math.min(bins, rated.length);
  return Array.from({ length: count }, (_, bin) => {
    const own = rated.slice(
      Math.round((bin * rated.length) / count),
      Math.round(((bin + 1) * rated.length) / count),
    );
    return {
      problems: own.map(({ problem }) => problem),
      from: own.at(-1)?.passes ?? 0,
      to: own[0]?.passes ?? 0,
    };
  });
}

function samplesOf({ traces, right }: MeasuredCell['outcome']): readonly number[] {
  return traces.length > 0 ? traces.map((trace) => Number(trace.right === true)) : [Number(right === true)];
}

/** How arms do on the problems of a bin. */
export interface BinResult {
  readonly bin: DifficultyBin;
  /** In the order of arms given; `of` is 0 where an arm has no run in the bin. */
  readonly solved: readonly Proportion[];
  /** The arm that solves most; null where none was measured. Of equals the first, so arms are given the cheapest first. */
  readonly best: number | null;
}

/** @param arms those to compare, at about the same budget. */
export function solvedByBin(
  measured: readonly MeasuredCell[],
  bins: readonly DifficultyBin[],
  arms: readonly number[],
): readonly BinResult[] {
  const byArm = groupBy(measured.filter(isGraded), ofArm);
  const rights = arms.map((arm) => rightsByProblem(byArm.get(arm) ?? []));
  return bins.map((bin) => {
    const solved = rights.map((of) => {
      const runs = bin.problems.flatMap((problem) => of.get(problem) ?? []);
      return clusteredShare(
        runs.map(({ right }) => right),
        runs.reduce((sum, { count }) => sum + count, 0),
      );
    });
    return { bin, solved, best: bestOf(arms, solved) };
  });
}

interface ProblemRight {
  readonly right: number;
  readonly count: number;
}

function rightsByProblem(cells: readonly MeasuredCell[]): ReadonlyMap<number, ProblemRight> {
  return new Map(
    [...groupBy(cells, ofProblem)].map(([problem, runs]) => [
      problem,
      { right: mean(runs.map(({ outcome }) => Number(outcome.right === true))), count: runs.length },
    ]),
  );
}

function bestOf(arms: readonly number[], solved: readonly Proportion[]): number | null {
  let best: number | null = null;
  let most = -1;
  for (const [at, { share, of }] of solved.entries())
    if (of > 0 && share > most) {
      best = arms[at] ?? null;
      most = share;
    }
  return best;
}

/**
 * What choosing the best arm for each bin gives on problems that it was not chosen on: the bins are halved, the best arm of
 * either half is judged on the other (the two-fold cross-validation of Snell et al. 2024, arXiv 2408.03314, section 3.2).
 * Null where nothing can be held out.
 */
export function bestArmPerBin(
  measured: readonly MeasuredCell[],
  bins: readonly DifficultyBin[],
  arms: readonly number[],
): Proportion | null {
  const halves = [0, 1].map((half) =>
    bins.map((bin) => ({ ...bin, problems: bin.problems.filter((_, at) => at % 2 === half) })),
  );
  const byArm = groupBy(measured.filter(isGraded), ofArm);
  const results = halves.map((half) => solvedByBin(measured, half, arms));
  const runs = halves.flatMap((half, at) =>
    half.flatMap(({ problems }, bin) => {
      const best = results[1 - at]?.[bin]?.best;
      if (best === null || best === undefined) return [];
      const rights = rightsByProblem(byArm.get(best) ?? []);
      return problems.flatMap((problem) => rights.get(problem) ?? []);
    }),
  );
  return runs.length === 0
    ? null
    : clusteredShare(
        runs.map(({ right }) => right),
        runs.reduce((sum, { count }) => sum + count, 0),
      );
}
