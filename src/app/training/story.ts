import { curveEnds, type CurvePoint } from '../../views/training-curve/curve-points.ts';
import { ofHundred } from '../../views/training-curve/curve-words.ts';

/** Answers written to one problem and compared with each other; `group` in training/configs. */
export const groupSize = 16;

/** How the reward was given, in plain words. */
export const howRewarded =
  `Nobody showed the model worked solutions in this stage. It wrote ${groupSize} traces for each problem, and two rules rewarded them: the answer is right, and the form is kept, one thought and then one answer. ` +
  `What did better than the rest of its ${groupSize} became likelier.`;

/** What came of it, from the curve alone. */
export function whatCame(points: readonly CurvePoint[]): string {
  const { first, last } = curveEnds(points);
  const [before, after] = [first.values, last.values];
  const start = `in ${ofHundred(before.thinking)} traces over the first ${first.steps} steps`;
  const could = before.thinking < 0.5 ? `It could think already, but rarely did: ${start}` : `It thought from the start: ${start}`;
  const change = after.thinking - before.thinking > 0.1 ? 'thinking paid, and over' : 'over';
  return `${could}; ${change} the last ${last.steps} it thought in ${ofHundred(after.thinking)}. ` +
    `Right answers went from ${ofHundred(before.accuracy)} to ${ofHundred(after.accuracy)}.`;
}
