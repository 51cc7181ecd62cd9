import { randomStream, type RandomStream } from '#policy/runtime/random.ts';
import { countsOf } from './answer-groups.ts';

/** What a step did to the answers. */
export interface Importance {
  /** In nats, from 0. */
  readonly value: number;
  /** 95% interval of the value, from bootstrap samples of both sides. */
  readonly low: number;
  readonly high: number;
  /** The value that chance alone stays under in 95 of 100 cases, if the step made no difference. */
  readonly chance: number;
  /** How often chance alone makes as much of it, if the step made no difference. In (0, 1]. */
  readonly p: number;
  /** More than chance makes of it. */
  readonly clear: boolean;
  /** Rollouts with the step resampled, and with it kept. */
  readonly without: number;
  readonly kept: number;
}

/**
 * Added to each answer's count before shares are taken, so that an answer that one side never gave is rare there and not
 * impossible (Krichevsky and Trofimov 1981). The authors' own code adds 1 or next to nothing.
 */
export const pseudoCount = 0.5;

/** Shares of some counts, with the pseudo-count in each. */
export function smoothed(counts: readonly number[]): readonly number[] {
  const total = counts.reduce((sum, count) => sum + count, 0) + pseudoCount * counts.length;
  return counts.map((count) => (count + pseudoCount) / total);
}

/** Kullback-Leibler divergence of `p` from `q` in nats. Both sum to 1; `q` is nowhere 0. */
export function divergence(p: readonly number[], q: readonly number[]): number {
  const sum = p.reduce(
    (all, share, at) => all + (share === 0 ? 0 : share * Math.log(share / (q[at] ?? 0))),
    0,
  );
  // Rounding may bring equal distributions a little below 0.
  return Math.max(0, sum);
}

/** How often both sides are drawn again for the interval. */
const draws = 200;
/** How often all rollouts are dealt out anew, for chance: often enough to tell one of twenty steps from it. */
const deals = 999;
/** A step is clear where chance alone makes as much of it in fewer cases. */
export const level = 0.05;
/** Fewer rollouts on a side say nothing of its distribution. */
export const fewestRollouts = 4;

/**
 * How far the answers' distribution with a step resampled is from the one with it kept: the resampling importance of Thought
 * Anchors (Bogdan et al. 2025, arXiv 2506.19143), and with only those resamples that wrote another step, its
 * counterfactual importance: D(p(A' | T ≉ S) ‖ p(A)). As rollouts are few, the value is above 0 also where a step made no
 * difference: how far is found by dealing all rollouts out anew to both sides.
 *
 * @param without groups of the answers, one a rollout, with the step resampled.
 * @param kept the same with the step kept.
 * @param seed of the samples for interval and chance.
 * @returns null where either side has too few rollouts.
 */
export function importanceOf(
  without: readonly number[],
  kept: readonly number[],
  groups: number,
  seed: number,
): Importance | null {
  if (without.length < fewestRollouts || kept.length < fewestRollouts) return null;
  const between = (a: readonly number[], b: readonly number[]) =>
    divergence(smoothed(countsOf(a, groups)), smoothed(countsOf(b, groups)));
  const value = between(without, kept);
  const stream = randomStream(seed, 0);
  const again = samples(draws, () => between(drawnFrom(without, stream), drawnFrom(kept, stream)));
  const all = [...without, ...kept];
  const byChance = samples(deals, () => {
    const dealt = shuffled(all, stream);
    return between(dealt.slice(0, without.length), dealt.slice(without.length));
  });
  const chance = quantile(byChance, 1 - level);
  const asMuch = byChance.filter((one) => one >= value).length;
  const p = (1 + asMuch) / (1 + deals);
  return {
    value,
    low: Math.min(value, quantile(again, 0.025)),
    high: Math.max(value, quantile(again, 0.975)),
    chance,
    p,
    clear: p <= level,
    without: without.length,
    kept: kept.length,
  };
}

const samples = (times: number, draw: () => number): readonly number[] =>
  Array.from({ length: times }, draw).sort((a, b) => a - b);

const quantile = (ordered: readonly number[], share: number): number =>
  ordered[Math.min(ordered.length - 1, Math.floor(share * ordered.length))] ?? 0;

/** As many as there are, each any of them. */
function drawnFrom(places: readonly number[], stream: RandomStream): readonly number[] {
  return places.map(() => places[Math.floor(stream.next() * places.length)] ?? 0);
}

/** Fisher and Yates. */
function shuffled(places: readonly number[], stream: RandomStream): readonly number[] {
  const dealt = [...places];
  for (let at = dealt.length - 1; at > 0; at--) {
    const other = Math.floor(stream.next() * (at + 1));
    const held = dealt[at] ?? 0;
    dealt[at] = dealt[other] ?? 0;
    dealt[other] = held;
  }
  return dealt;
}
