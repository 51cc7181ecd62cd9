import { itemAt, lastItem } from '#experiment/surely.ts';
import { holm, pair, type Pair } from '../paired.ts';
import { mean } from '../statistics.ts';
import type { ArmResult, Effect } from './effect.ts';

/** Two arms of an effect, problem by problem. */
export interface ClaimComparison extends Pair {
  /** Places of the two among the arms, the one that should be worse first. */
  readonly arms: readonly [number, number];
  /** p corrected for all comparisons of the table. */
  readonly corrected: number;
}

/**
 * `shown`: every arm is above the one before, the last by as much as was hoped for, and the comparisons that the claim is about
 * are clear. `partly`: the last arm is clearly above the first, but by less, or not in order, or not at every step that the
 * claim is about. `unclear`: the last arm is not clearly above or below the first. `opposite`: it is clearly below.
 */
export type ClaimVerdict = 'shown' | 'partly' | 'unclear' | 'opposite';

export interface Judged {
  readonly verdict: ClaimVerdict;
  /** The last arm against the first; then, where the claim is about every step, each against the one before. */
  readonly comparisons: readonly ClaimComparison[];
}

type Claim = Pick<Effect, 'claim' | 'arms' | 'atLeast' | 'everyStep'>;

/** A corrected p up to here is clear. */
const level = 0.05;

/**
 * What the outcomes say of each claim. Clear is what McNemar's exact test says by Holm's correction for all comparisons that
 * verdicts of the table rest on. Claims that were not measured yet count among them as unclear ones: what is clear before
 * the table is whole stays so when it is.
 *
 * @param measured by claim; claims of no effect are not looked at.
 * @returns by claim, those that were measured.
 */
export function judgeClaim(
  effects: readonly Claim[],
  measured: ReadonlyMap<string, readonly ArmResult[]>,
): ReadonlyMap<string, Judged> {
  const known = effects.flatMap((effect) => {
    const arms = measured.get(effect.claim);
    return arms
      ? [
          {
            effect,
            arms,
            pairs: comparedArms(effect).map(([from, to]) => ({
              arms: [from, to] as const,
              ...pair(outcomes(arms, from), outcomes(arms, to)),
            })),
          },
        ]
      : [];
  });
  const tests = effects.reduce((sum, effect) => sum + comparedArms(effect).length, 0);
  const corrected = holm(
    known.flatMap(({ pairs }) => pairs.map(({ p }) => p)),
    tests,
  );
  let next = 0;
  return new Map(
    known.map(({ effect, arms, pairs }) => {
      const comparisons = pairs.map((one) => ({ ...one, corrected: itemAt(corrected, next++) }));
      return [effect.claim, { comparisons, verdict: verdictOf(effect, arms, comparisons) }];
    }),
  );
}

/** Throws RangeError for fewer than two arms. */
function comparedArms({ arms, everyStep }: Claim): readonly (readonly [number, number])[] {
  if (arms.length < 2) throw new RangeError('A comparison takes at least two arms.');
  const steps = arms.slice(1).map((_, index) => [index, index + 1] as const);
  return [[0, arms.length - 1], ...(everyStep && arms.length > 2 ? steps : [])];
}

function outcomes(arms: readonly ArmResult[], place: number): readonly boolean[] {
  const arm = arms[place];
  if (!arm)
    throw new RangeError(`There is no arm ${place}: what was measured is not what the claim compares now.`);
  return arm.right;
}

function verdictOf(
  { atLeast }: Claim,
  arms: readonly ArmResult[],
  [whole, ...steps]: readonly ClaimComparison[],
): ClaimVerdict {
  if (!whole || whole.corrected > level) return 'unclear';
  if (whole.onlyFirst > whole.onlySecond) return 'opposite';
  const shares = arms.map(({ right }) => mean(right.map(Number)));
  const rises = shares.every((share, index) => index === 0 || share >= itemAt(shares, index - 1));
  const gain = lastItem(shares) - itemAt(shares, 0);
  return rises && steps.every(({ corrected }) => corrected <= level) && gain >= atLeast ? 'shown' : 'partly';
}
