import type { TrainingCurves } from '#app/trainings/curves.ts';
import { trainerWords } from '#words/en/trainer.ts';
import styles from './milestones.module.css';
import { useTrainingsState } from './use-trainings.ts';

/** Shares of held-out problems that are worth saying. */
const marks = [0.25, 0.5, 0.75, 0.9];

/** What has been reached, and what is told to those who hear the page: milestones, never each step. */
export function Milestones({ id, curves }: { readonly id: string; readonly curves: TrainingCurves }) {
  const goes = useTrainingsState((state) => state.going?.id === id);
  const said = milestoneOf(curves);
  const ended =
    curves.standing === 'finished'
      ? trainerWords.milestones.finished(curves.last)
      : !goes && curves.last > 0
        ? trainerWords.milestones.paused(curves.last)
        : null;
  return (
    <>
      {said && <p className={styles.said}>{said}</p>}
      <output className="hidden-visually">{[said, ended].filter(Boolean).join(' ')}</output>
    </>
  );
}

/** The last mark that was passed, with the step at which it was; thinking comes before it, where that is all there is. */
export function milestoneOf({ heldOut, steps }: TrainingCurves): string | null {
  const first = heldOut[0];
  const from = first && first.of > 0 ? first.right / first.of : 0;
  for (const mark of marks.toReversed()) {
    if (from >= mark) break;
    const passed = heldOut.find(({ right, of }) => of > 0 && right / of >= mark);
    if (passed) return trainerWords.milestones.accuracy(passed.right / passed.of, passed.step);
  }
  const startsRarely = (steps[0]?.thinking ?? 1) < 0.5;
  const thinks = startsRarely ? steps.find(({ thinking }) => thinking >= 0.5) : undefined;
  return thinks ? trainerWords.milestones.thinking(thinks.step) : null;
}
