import type { Learnt } from '#policy/model-handle.ts';
import { curveEnds, type CurvePoint, type CurveUnit } from '#views/training-curve/curve-points.ts';
import { ofHundred } from '#views/training-curve/curve-words.ts';
import { training } from '#words/en/training.ts';

/** Answers written to one problem and compared with each other; `group` in training/configs. */
export const groupSize = 16;

/** What the training is counted in. */
export const curveUnits: Readonly<Record<Learnt['by'], CurveUnit>> = {
  reinforcement: 'step',
  'self-evolution': 'round',
};

/** What came of it, from the curve alone. */
export function whatCame(points: readonly CurvePoint[], by: Learnt['by']): string {
  const unit = curveUnits[by];
  const { first, last } = curveEnds(points, unit);
  const [before, after] = [first.values, last.values];
  const more = after.thinking - before.thinking > 0.1;
  const rarely = before.thinking < 0.5;
  const says = rarely
    ? more
      ? training.came.rarelyThenMore
      : training.came.rarely
    : more
      ? training.came.alwaysThenMore
      : training.came.always;
  return says({
    thinking: [ofHundred(before.thinking), ofHundred(after.thinking)],
    right: [ofHundred(before.accuracy), ofHundred(after.accuracy)],
    steps: unit === 'round' ? null : [first.steps, last.steps],
  });
}
