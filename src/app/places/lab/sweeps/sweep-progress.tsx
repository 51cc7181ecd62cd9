import { runsOf, secondsLeft } from '#lab/sweeps/cells.ts';
import { type LoadedSweep, shapeOfLoaded } from '#app/sweeps/sweeps-state.ts';
import { Icon } from '#app/ui/icon.tsx';
import { classes } from '#views/classes.ts';
import { sweepWords } from '#words/en/sweeps.ts';
import { labWorkers } from '../lab-workers.ts';
import styles from '../kept/how-far.module.css';
import { useSweeps, useSweepsState } from './use-sweeps.ts';

/** How far a sweep is, how fast it goes, and what can be done about it. */
export function SweepProgress({ id, loaded }: { readonly id: string; readonly loaded: LoadedSweep }) {
  const sweeps = useSweeps();
  const going = useSweepsState((state) => (state.going?.id === id ? state.going : null));
  const cancelled = useSweepsState((state) => state.cancelled === id);
  const done = loaded.results.length;
  const of = runsOf(shapeOfLoaded(loaded));
  if (!going && done >= of) return <p className={styles.said}>{sweepWords.done(of)}</p>;
  const left = going?.phase === 'running' ? timeLeft(loaded) : null;
  return (
    <div className={styles.root}>
      <progress className="progress" value={done} max={of} aria-label={sweepWords.progress(done, of)} />
      <div className={styles.row}>
        <p className={styles.said} data-live={going?.phase === 'running' ? '' : undefined}>
          {going?.phase === 'running' && <span className={classes('pulse', styles.pulse)} />}
          <b>{sweepWords.progress(done, of)}</b>{' '}
          <span className="quiet">
            {going ? sweepWords.phases[going.phase] : cancelled ? sweepWords.cancelled : sweepWords.brokeOff}
            {going && going.phase === 'running' && going.worked > 0 && (
              <>
                {' · '}
                {sweepWords.rate((going.runs * 1000) / going.worked)}
              </>
            )}
            {left !== null && (
              <>
                {' · '}
                {sweepWords.left(left)}
              </>
            )}
          </span>
        </p>
        <div className="row">
          {going ? (
            <>
              <button
                type="button"
                className="button button-small"
                disabled={going.phase === 'pausing'}
                onClick={() => sweeps.pause()}
              >
                <Icon name="pause" size={12} />
                {sweepWords.pause}
              </button>
              <button type="button" className="button button-small" onClick={() => sweeps.cancel()}>
                {sweepWords.cancel}
              </button>
            </>
          ) : (
            <button
              type="button"
              className="button button-primary button-small"
              onClick={() => void sweeps.goOn(id)}
            >
              <Icon name="play" size={12} />
              {sweepWords.goOn}
            </button>
          )}
        </div>
      </div>
    </div>
  );
}

function timeLeft(loaded: LoadedSweep): number | null {
  const { sweep, results } = loaded;
  const arms = sweep.arms.map(() => ({ done: 0, seconds: 0 }));
  for (const { cell, outcome } of results) {
    const arm = arms[cell.arm];
    if (!arm) continue;
    arm.done += 1;
    arm.seconds += outcome.seconds;
  }
  return secondsLeft(shapeOfLoaded(loaded), arms, labWorkers().cores);
}
