import { passAtK } from '#answers/pass-at-k.ts';
import type { Strategy } from '#experiment/experiment.ts';
import { mean, type Proportion } from '../statistics.ts';
import type { Outcome } from '../sweeps/outcome.ts';
import { clusteredShare } from './clustered.ts';
import { anyRight, bestRight, drawOf, majorityRight, type SampleDraw, weightedRight } from './draw.ts';
import { groupBy, isGraded, type MeasuredCell, ofProblem } from './measured-cell.ts';
import { subsetsOf } from './subsets.ts';

/** Ways to choose among k samples. `pass` is the oracle: right where any of them is. */
export const waysToResample = ['pass', 'majority', 'best', 'weighted'] as const;
export type WayToResample = (typeof waysToResample)[number];

/**
 * `expected`: over all ways to take k of the samples, the steadiest estimate of what k samples give. `first`: the first k,
 * which is what a run with k samples and the same seed gives, to the tie, since a sample's random numbers depend on the seed and
 * its number alone.
 */
export type ResampleMode = 'expected' | 'first';

/** What k samples come to, over the problems of an arm. */
export interface ResampledPoint {
  readonly k: number;
  /** Tokens of a run with k samples, those of its verifier included: k parts of what all of them cost. */
  readonly tokens: number;
  /** By ways to choose; best and weighted are null where no sample was scored. */
  readonly solved: Readonly<Record<WayToResample, Proportion | null>>;
}

/** Whether a strategy's traces are drawn independently of each other, whatever came out before: those can be resampled. */
export const drawsSamples = ({ kind }: Strategy): boolean =>
  kind === 'self-consistency' || kind === 'best-of-n';

/** 1, 2, 4, … and n itself. */
export function stepsTo(n: number): readonly number[] {
  const steps: number[] = [];
  for (let k = 1; k < n; k *= 2) steps.push(k);
  return n >= 1 ? [...steps, n] : [];
}

/**
 * One arm's draw of samples as all smaller ones, up to the fewest that a run has. pass@k is Chen et al.'s unbiased estimate
 * (2021, arXiv 2107.03374, equation 1), best-of-k is exact by order statistics; votes are exact where there are at most
 * `drawnSubsets` ways to take k of the samples, and else the mean over as many, drawn by a fixed seed. Intervals have problems
 * as clusters: see `clusteredShare`.
 *
 * @param measured of an arm whose strategy draws samples.
 */
export function resampled(
  measured: readonly MeasuredCell[],
  mode: ResampleMode,
  ks?: readonly number[],
): readonly ResampledPoint[] {
  const graded = measured.filter(isGraded);
  const problems = [...groupBy(graded, ofProblem).values()];
  const most = graded.reduce((least, { outcome }) => Math.min(least, outcome.traces.length), Infinity);
  if (!Number.isFinite(most)) return [];
  const scored = graded.some(({ outcome }) => outcome.traces.some(({ score }) => score !== null));
  const at = (k: number): ResampledPoint => {
    const draws = graded.reduce((sum, { outcome }) => sum + Math.floor(outcome.traces.length / k), 0);
    const solved = (way: WayToResample) =>
      clusteredShare(
        problems.map((runs) => mean(runs.map(({ outcome }) => sharesOf(outcome, mode, k)[way]))),
        mode === 'first' ? graded.length : draws,
      );
    return {
      k,
      tokens: mean(
        problems.map((runs) =>
          mean(runs.map(({ outcome: { tokens, traces } }) => (tokens * k) / traces.length)),
        ),
      ),
      solved: {
        pass: solved('pass'),
        majority: solved('majority'),
        best: scored ? solved('best') : null,
        weighted: scored ? solved('weighted') : null,
      },
    };
  };
  return (ks ?? stepsTo(most)).filter((k) => k >= 1 && k <= most).map(at);
}

type Shares = Readonly<Record<WayToResample, number>>;

/** Outcomes never change: each is resampled once, however often a chart is drawn. */
const known = new WeakMap<Outcome, { readonly draw: SampleDraw; readonly shares: Map<string, Shares> }>();

function sharesOf(outcome: Outcome, mode: ResampleMode, k: number): Shares {
  const own = known.get(outcome) ?? { draw: drawOf(outcome.traces), shares: new Map<string, Shares>() };
  known.set(outcome, own);
  const key = `${mode} ${k}`;
  const shares = own.shares.get(key) ?? (mode === 'first' ? firstOf(own.draw, k) : expectedOf(own.draw, k));
  own.shares.set(key, shares);
  return shares;
}

/** Of the first k samples, each 0 or 1. */
export function firstOf(draw: SampleDraw, k: number): Shares {
  const members = Array.from({ length: Math.min(k, draw.samples.length) }, (_, at) => at);
  return {
    pass: Number(anyRight(draw, members)),
    majority: Number(majorityRight(draw, members)),
    best: Number(bestRight(draw, members)),
    weighted: Number(weightedRight(draw, members)),
  };
}

/** Over the ways to take k of the samples. */
export function expectedOf(draw: SampleDraw, k: number): Shares {
  const n = draw.samples.length;
  const right = draw.samples.filter((sample) => sample.right).length;
  // Nothing can be chosen wrongly, or rightly.
  if (right === 0 || right === n) {
    const all = right === 0 ? 0 : 1;
    return { pass: all, majority: all, best: all, weighted: all };
  }
  const subsets = subsetsOf(n, k);
  const over = (isRight: (draw: SampleDraw, members: readonly number[]) => boolean) =>
    subsets.reduce((sum, members) => sum + Number(isRight(draw, members)), 0) / subsets.length;
  const majority = over(majorityRight);
  return {
    pass: passAtK(n, right, k),
    majority,
    best: draw.judged.length === 0 ? majority : bestOfK(draw, k),
    weighted: draw.judged.length === 0 ? majority : over(weightedRight),
  };
}

/**
 * Chance that the best-scored of k samples is right: the sample of rank r is the best of C(n − 1 − r, k − 1) of the C(n, k)
 * subsets. Where a subset has no sample that was judged, its answers vote.
 */
function bestOfK({ samples, judged, answers }: SampleDraw, k: number): number {
  const n = samples.length;
  let sum = 0;
  // That the best has rank 0, and that no better one is among the k.
  let none = 1;
  for (const [rank, at] of judged.entries()) {
    const left = n - rank;
    const chosen = none * (left < k ? 0 : k / left);
    if (samples[at]?.right) sum += chosen;
    none *= left < k ? 0 : (left - k) / left;
  }
  if (none <= 0) return sum;
  const unjudged = samples.filter((_, at) => !judged.includes(at));
  const rest: SampleDraw = { samples: unjudged, answers, judged: [] };
  const subsets = subsetsOf(unjudged.length, k);
  const right = subsets.filter((members) => majorityRight(rest, members)).length;
  return sum + (none * right) / subsets.length;
}
