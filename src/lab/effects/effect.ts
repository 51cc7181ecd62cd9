import type { Sampling, Strategy } from '../../experiment/experiment.ts';
import type { Family } from '../../experiment/problem.ts';
import type { Share } from '../statistics.ts';

/** One way to answer the held-out problems: a side of a comparison. */
export interface Arm {
  readonly name: string;
  /** A model of the catalogue. */
  readonly model: string;
  readonly strategy: Strategy;
  readonly sampling: Sampling;
}

/**
 * Which held-out problems: the `usual` ones, like those trained on, or `harder` ones that are unlike them, or sums of `bigger`
 * numbers than any of theirs.
 */
export type ProblemSet = { readonly family: Family; readonly set?: 'usual' | 'harder' } | { readonly family: 'arithmetic'; readonly set: 'bigger' };

/** A claim of the literature about reasoning, and the comparison that shows it on the embedded models, or doesn't. */
export type Effect = ProblemSet & {
  readonly claim: string;
  /** Who reported it, with their figures. */
  readonly literature: string;
  /** From the one that should get the least right to the one that should get the most. */
  readonly arms: readonly Arm[];
  /** How far the last arm should be above the first: a share in [0, 1]. */
  readonly atLeast: number;
};

export interface ArmResult {
  readonly arm: Arm;
  readonly accuracy: Share;
  /** Tokens drawn for a problem, on average, those of verifiers and rejected steps included. */
  readonly tokens: number;
  readonly parameters: number;
}

/**
 * `shown`: every arm is above the one before, the last by as much as was hoped for, and its interval lies above the
 * first one's. `partly`: the last arm is above the first and the intervals do not overlap. `unclear`: they overlap.
 * `opposite`: the last arm is below the first and the intervals do not overlap.
 */
export type Verdict = 'shown' | 'partly' | 'unclear' | 'opposite';

/** What the numbers say of the claim, by 95 % intervals. Throws RangeError for fewer than two arms. */
export function verdictOf({ atLeast }: Pick<Effect, 'atLeast'>, accuracies: readonly Share[]): Verdict {
  const [first, last] = [accuracies[0], accuracies.at(-1)];
  if (!first || !last || accuracies.length < 2) throw new RangeError('A comparison takes at least two arms.');
  if (last.high < first.low) return 'opposite';
  if (last.low <= first.high) return 'unclear';
  const rises = accuracies.every(({ share }, index) => index === 0 || share >= accuracies[index - 1]!.share);
  return rises && last.share - first.share >= atLeast ? 'shown' : 'partly';
}
