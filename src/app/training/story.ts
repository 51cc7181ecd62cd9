import type { Learnt } from '#policy/model-handle.ts';
import { curveEnds, type CurvePoint, type CurveUnit } from '#views/training-curve/curve-points.ts';
import { ofHundred } from '#views/training-curve/curve-words.ts';

/** Answers written to one problem and compared with each other; `group` in training/configs. */
export const groupSize = 16;

/** What the training is counted in. */
export const curveUnits: Readonly<Record<Learnt['by'], CurveUnit>> = {
  reinforcement: 'step',
  'self-evolution': 'round',
};

/** How it learnt, in plain words. */
export const howItLearnt: Readonly<Record<Learnt['by'], string>> = {
  reinforcement:
    `Nobody showed the model worked solutions in this stage. It wrote ${groupSize} traces for each problem, and two rules rewarded them: the answer is right, and the form is kept, one thought and then one answer. ` +
    `What did better than the rest of its ${groupSize} became likelier.`,
  'self-evolution':
    'Nobody showed the model worked solutions in this stage. In each round it wrote eight traces for each of two thousand problems. Of those that came to the right answer it imitated the two that its own value head liked most, always from the first model anew; what it had become wrote the next round’s. ' +
    'Its value head learnt from the same traces, from their outcomes alone: who writes and who judges get better together.',
};

/** How to read the curve. */
export const curveNote: Readonly<Record<Learnt['by'], string>> = {
  reinforcement:
    'Point at a step, or move the slider. Thin: means over the traces sampled in a step, on training problems. Thick: averaged over neighbouring steps. Distance: estimated KL divergence.',
  'self-evolution':
    'Point at a round, or move the slider. Round 0 is the model it began as. Measured on held-out problems; best: of 16 traces the one that its own value head likes most.',
};

/** What came of it, from the curve alone. */
export function whatCame(points: readonly CurvePoint[], by: Learnt['by']): string {
  const unit = curveUnits[by];
  const { first, last } = curveEnds(points, unit);
  const [before, after] = [first.values, last.values];
  const start = `in ${ofHundred(before.thinking)} traces ${unit === 'round' ? 'before the first round' : `over the first ${first.steps} steps`}`;
  const could =
    before.thinking < 0.5
      ? `It could think already, but rarely did: ${start}`
      : `It thought from the start: ${start}`;
  const change = after.thinking - before.thinking > 0.1 ? 'thinking paid, and ' : '';
  return (
    `${could}; ${change}${unit === 'round' ? 'after the last' : `over the last ${last.steps}`} it thought in ${ofHundred(after.thinking)}. ` +
    `Right answers went from ${ofHundred(before.accuracy)} to ${ofHundred(after.accuracy)}.`
  );
}
