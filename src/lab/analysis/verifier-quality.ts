import { mean, type Proportion, share } from '../statistics.ts';
import { clusteredShare } from './clustered.ts';
import { groupBy, type MeasuredCell } from './measured-cell.ts';

/** A trace that a verifier judged and whose answer can be told right from wrong. */
export interface JudgedTrace {
  readonly problem: number;
  readonly score: number;
  readonly right: boolean;
}

/** All judged traces of an arm. One without an answer is left out: nothing would be chosen of it. */
export function judgedTraces(measured: readonly MeasuredCell[]): readonly JudgedTrace[] {
  return measured.flatMap(({ cell, outcome }) =>
    outcome.failure
      ? []
      : outcome.traces.flatMap(({ score, right }) =>
          score === null || right === null ? [] : [{ problem: cell.problem, score, right }],
        ),
  );
}

/** What passes at a threshold: shares of the wrong and of the right traces that score at least as much. */
export interface RocStep {
  readonly falsePositives: number;
  readonly truePositives: number;
  /** Infinite where nothing passes. */
  readonly threshold: number;
}

/** So many points draw a curve as well as all. */
const mostSteps = 200;

/** The ROC curve, from where nothing passes to where everything does. Empty where all traces are right, or all wrong. */
export function rocCurve(traces: readonly JudgedTrace[]): readonly RocStep[] {
  const rights = traces.filter(({ right }) => right).length;
  const wrongs = traces.length - rights;
  if (rights === 0 || wrongs === 0) return [];
  const steps: RocStep[] = [{ falsePositives: 0, truePositives: 0, threshold: Infinity }];
  const sorted = traces.toSorted((a, b) => b.score - a.score);
  let [right, wrong] = [0, 0];
  for (const [at, trace] of sorted.entries()) {
    if (trace.right) right++;
    else wrong++;
    // Equal scores pass together.
    if (sorted[at + 1]?.score === trace.score) continue;
    steps.push({
      falsePositives: wrong / wrongs,
      truePositives: right / rights,
      threshold: trace.score,
    });
  }
  if (steps.length <= mostSteps) return steps;
  const every = (steps.length - 1) / (mostSteps - 1);
  return Array.from({ length: mostSteps }, (_, at) => steps[Math.round(at * every)] ?? steps[0]).filter(
    (step) => step !== undefined,
  );
}

export interface VerifierAuc {
  /** Chance that a right trace scores higher than a wrong one of any problem; a tie counts half. `of` counts problems. */
  readonly auc: Proportion;
  /**
   * The same among traces of one problem, over problems that have both: what a choice among samples depends on. A verifier
   * that only knows which problems are easy has a high AUC, and 0.5 here. Null where no problem has both.
   */
  readonly within: Proportion | null;
}

/**
 * Area under the ROC curve, with a 95% interval in which problems are clusters (Obuchowski 1997, "Nonparametric analysis of
 * clustered ROC curve data", which is DeLong, DeLong and Clarke-Pearson's of 1988 where each problem has one trace), on
 * the logit scale, so that it stays inside [0, 1]. An area of 0 or 1 has no variance to go by: Wilson's interval for as many
 * problems as have the rarer kind of trace. Null where all traces are right, or all wrong.
 */
export function verifierAuc(traces: readonly JudgedTrace[]): VerifierAuc | null {
  const right = traces.filter((trace) => trace.right);
  const wrong = traces.filter((trace) => !trace.right);
  if (right.length === 0 || wrong.length === 0) return null;
  const [wrongScores, rightScores] = [sortedScores(wrong), sortedScores(right)];
  // Of each trace, the share of the other kind that it is told apart from.
  const rightPlaces = right.map(({ problem, score }) => ({ problem, place: shareBelow(wrongScores, score) }));
  const wrongPlaces = wrong.map(({ problem, score }) => ({
    problem,
    place: 1 - shareBelow(rightScores, score),
  }));
  const auc = mean(rightPlaces.map(({ place }) => place));
  const problems = new Set(traces.map(({ problem }) => problem));
  const insides = [...groupBy(traces, ({ problem }) => problem).values()].flatMap((own) => {
    const [rights, wrongs] = [own.filter((one) => one.right), own.filter((one) => !one.right)];
    if (rights.length === 0 || wrongs.length === 0) return [];
    const scores = sortedScores(wrongs);
    return [mean(rights.map(({ score }) => shareBelow(scores, score)))];
  });
  const rare = Math.min(
    new Set(right.map(({ problem }) => problem)).size,
    new Set(wrong.map(({ problem }) => problem)).size,
  );
  return {
    auc: { ...aucInterval(auc, rightPlaces, wrongPlaces, problems, rare), of: problems.size },
    within: insides.length === 0 ? null : clusteredShare(insides),
  };
}

interface Placement {
  readonly problem: number;
  readonly place: number;
}

function aucInterval(
  auc: number,
  right: readonly Placement[],
  wrong: readonly Placement[],
  problems: ReadonlySet<number>,
  rare: number,
): Omit<Proportion, 'of'> {
  const variance = aucVariance(auc, right, wrong, problems);
  if (auc <= 0 || auc >= 1 || variance <= 0) {
    const { low, high } = share(auc * rare, rare);
    return { share: auc, low, high };
  }
  const logit = Math.log(auc / (1 - auc));
  const reach = (1.959964 * Math.sqrt(variance)) / (auc * (1 - auc));
  const back = (value: number) => 1 / (1 + Math.exp(-value));
  return { share: auc, low: back(logit - reach), high: back(logit + reach) };
}

/** Obuchowski's variance: sums of placements by problem, right and wrong traces of a problem together. */
function aucVariance(
  auc: number,
  right: readonly Placement[],
  wrong: readonly Placement[],
  problems: ReadonlySet<number>,
): number {
  const byRight = groupBy(right, ({ problem }) => problem);
  const byWrong = groupBy(wrong, ({ problem }) => problem);
  const off = (own: readonly Placement[] | undefined) =>
    (own ?? []).reduce((sum, { place }) => sum + place - auc, 0);
  let [rights, wrongs, both] = [0, 0, 0];
  for (const problem of problems) {
    const [x, y] = [off(byRight.get(problem)), off(byWrong.get(problem))];
    rights += x * x;
    wrongs += y * y;
    both += x * y;
  }
  const scaled = (sum: number, clusters: number) => (clusters > 1 ? (sum * clusters) / (clusters - 1) : 0);
  const [m, n] = [right.length, wrong.length];
  return (
    scaled(rights, byRight.size) / (m * m) +
    scaled(wrongs, byWrong.size) / (n * n) +
    (2 * scaled(both, problems.size)) / (m * n)
  );
}

const sortedScores = (traces: readonly JudgedTrace[]): readonly number[] =>
  traces.map(({ score }) => score).toSorted((a, b) => a - b);

/** Share of rising values below this one; equal ones count half. */
function shareBelow(sorted: readonly number[], value: number): number {
  const bound = (isBelow: (other: number) => boolean) => {
    let [from, to] = [0, sorted.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (isBelow(sorted[middle] ?? Infinity)) from = middle + 1;
      else to = middle;
    }
    return from;
  };
  return (bound((other) => other < value) + bound((other) => other <= value)) / 2 / sorted.length;
}

/** Traces whose scores fall into one tenth of [0, 1]. */
export interface ScoreBin {
  /** Their mean score. */
  readonly score: number;
  /** Of them, those that are right, with problems as clusters. */
  readonly right: Proportion;
  readonly traces: number;
}

export interface ScoreCalibration {
  /** Without empty ones, from low scores to high. */
  readonly bins: readonly ScoreBin[];
  /** Expected calibration error: how far scores are from shares, over all traces (Guo et al. 2017, arXiv 1706.04599). */
  readonly error: number;
}

/** Whether a score of 0.7 means right seven times of ten, in ten bins of equal width. */
export function scoreCalibration(traces: readonly JudgedTrace[]): ScoreCalibration {
  const bins = [...groupBy(traces, ({ score }) => Math.min(9, Math.floor(score * 10)))]
    .toSorted(([a], [b]) => a - b)
    .map(([, own]): ScoreBin => {
      const problems = [...groupBy(own, ({ problem }) => problem).values()];
      const rights = own.filter(({ right }) => right).length / own.length;
      const { low, high } = clusteredShare(
        problems.map((of) => mean(of.map(({ right }) => Number(right)))),
        own.length,
      );
      return {
        score: mean(own.map(({ score }) => score)),
        // The share is of traces, as the error is; its interval is no narrower than it reaches.
        right: {
          share: rights,
          low: Math.min(low, rights),
          high: Math.max(high, rights),
          of: problems.length,
        },
        traces: own.length,
      };
    });
  const error = bins.reduce(
    (sum, { score, right, traces: count }) => sum + Math.abs(score - right.share) * count,
    0,
  );
  return { bins, error: traces.length === 0 ? 0 : error / traces.length };
}
