import type { TrainingCurves } from '#app/trainings/curves.ts';
import type { ListedTraining, LoadedTraining } from '#app/trainings/trainings-state.ts';
import { Icon } from '#app/ui/icon.tsx';
import { classes } from '#views/classes.ts';
import { trainerWords } from '#words/en/trainer.ts';
import styles from '../kept/how-far.module.css';
import { useTrainings, useTrainingsState } from './use-trainings.ts';

/** How far a training is, what it does, and what can be done about it. */
export function ProgressLine({
  one,
  loaded,
  curves,
}: {
  readonly one: ListedTraining;
  readonly loaded: LoadedTraining;
  readonly curves: TrainingCurves;
}) {
  const trainings = useTrainings();
  const going = useTrainingsState((state) => (state.going?.id === one.id ? state.going : null));
  const { steps } = loaded.setup;
  const { last, seconds } = curves;
  const left = going?.phase === 'training' ? secondsLeft(going.since, curves, steps) : null;
  return (
    <div className={styles.root}>
      <progress
        className="progress"
        value={last}
        max={steps}
        aria-label={trainerWords.progress(last, steps)}
      />
      <div className={styles.row}>
        <p className={styles.said} data-live={going?.phase === 'training' ? '' : undefined}>
          {going?.phase === 'training' && <span className={classes('pulse', styles.pulse)} />}
          <b>{trainerWords.progress(last, steps)}</b>{' '}
          <span className="quiet">
            {going ? trainerWords.phases[going.phase] : stateText(loaded, curves)}
            {left !== null && ` · ${trainerWords.left(left)}`}
            {!going && seconds > 0 && ` · ${trainerWords.took(seconds, one.cores)}`}
          </span>
        </p>
        <div className="row">
          {going ? (
            <button
              type="button"
              className="button button-small"
              disabled={going.phase === 'stopping'}
              // Pressed again it does not wait for the end of the step.
              onClick={() => (going.phase === 'pausing' ? trainings.stop() : trainings.pause())}
            >
              <Icon name="pause" size={12} />
              {going.phase === 'pausing' ? trainerWords.pauseNow : trainerWords.pause}
            </button>
          ) : (
            <GoOn one={one} loaded={loaded} curves={curves} />
          )}
        </div>
      </div>
    </div>
  );
}

function GoOn({
  one,
  loaded,
  curves,
}: {
  readonly one: ListedTraining;
  readonly loaded: LoadedTraining;
  readonly curves: TrainingCurves;
}) {
  const trainings = useTrainings();
  const { steps } = loaded.setup;
  if (curves.standing === 'diverged') return null;
  const more = Math.max(10, Math.round(steps / 20) * 10);
  const done = curves.last >= steps;
  if (done && (loaded.goesOnFrom < steps || steps + more > 2000)) return null;
  return (
    <button
      type="button"
      className={classes('button button-small', !done && 'button-primary')}
      onClick={() => void (done ? trainings.extend(one.id, steps + more) : trainings.goOn(one.id))}
    >
      <Icon name="play" size={12} />
      {done ? trainerWords.goOnMore(more) : trainerWords.goOn}
    </button>
  );
}

function stateText({ goesOnFrom, setup }: LoadedTraining, { last, standing }: TrainingCurves): string {
  if (standing === 'diverged') return trainerWords.diverged(last);
  if (last >= setup.steps) return trainerWords.finished(last);
  return goesOnFrom === last && last > 0 ? trainerWords.paused : trainerWords.brokeOff(goesOnFrom);
}

/** From the pace since it began or went on; null before a step shows it. */
function secondsLeft(
  since: { readonly step: number; readonly seconds: number },
  { last, seconds }: TrainingCurves,
  steps: number,
): number | null {
  const done = last - since.step;
  return done > 0 && last < steps ? ((seconds - since.seconds) / done) * (steps - last) : null;
}
