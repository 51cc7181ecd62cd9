import { spokenName } from '#app/models/spoken-name.ts';
import { isOwnModel } from '#experiment/model-id.ts';
import { aboutModel } from '../models/about.ts';
import { FailureText } from '../ui/failure-text.tsx';
import { useEffect, useState } from 'react';
import { TrainingCurve } from '#views/training-curve/training-curve.tsx';
import type { Failure } from '#run/events.ts';
import { areaFragment } from '../store/areas.ts';
import { useActions } from '../store/use-app.tsx';
import { Icon } from '../ui/icon.tsx';
import { BeforeAndAfter } from './before-and-after.tsx';
import { loadCurve, type LoadedCurve } from './load-curve.ts';
import { groupSize, curveUnits, whatCame } from './story.ts';
import type { TrialPair } from './trial.ts';
import { classes } from '#views/classes.ts';
import styles from './training.module.css';
import { training } from '#words/en/training.ts';
import { shell } from '#words/en/shell.ts';

/** How a model learnt from traces of its own: in words, as a curve, and to be tried. */
export function Training({ pair }: { readonly pair: TrialPair }) {
  const [tries, setTries] = useState(1);
  return (
    <div className={styles.root}>
      <Story key={`${pair.after.id} ${tries}`} pair={pair} onRetry={() => setTries(tries + 1)} />
      <BeforeAndAfter pair={pair} />
    </div>
  );
}

function Story({ pair: { after, by }, onRetry }: { readonly pair: TrialPair; readonly onRetry: () => void }) {
  const app = useActions();
  const [loaded, setLoaded] = useState<LoadedCurve | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    void loadCurve(after.id, abort.signal).then((result) => abort.signal.aborted || setLoaded(result));
    return () => abort.abort();
  }, [after.id]);
  const curve = loaded?.ok ? loaded.curve : null;
  return (
    <>
      <p className={styles.story}>
        <strong>{spokenName(after.id)}.</strong> {curve && <span translate="no">{curve.what} </span>}
        {isOwnModel(after.id) ? aboutModel(after.id) : training.how[by](groupSize)}{' '}
        {curve && whatCame(curve.steps, by)}
      </p>
      {!loaded && <p className={classes('quiet', styles.waiting)}>{training.fetching}</p>}
      {loaded && !loaded.ok && <NoCurve failure={loaded.failure} onRetry={onRetry} />}
      {curve && (
        <>
          <TrainingCurve points={curve.steps} unit={curveUnits[by]} />
          <p className={classes('quiet', styles.note)}>
            {training.note[by]}{' '}
            <a href={areaFragment('lab', 'training')} onClick={() => app.view.openDialog('none')}>
              {training.yourself}
            </a>
          </p>
        </>
      )}
    </>
  );
}

function NoCurve({ failure, onRetry }: { readonly failure: Failure; readonly onRetry: () => void }) {
  return (
    <div className={styles.failure} role="alert">
      <Icon name="warning" />
      <p>
        <FailureText failure={failure} />
      </p>
      <button type="button" className="button button-small" onClick={onRetry}>
        <Icon name="reset" size={13} />
        {shell.tryAgain}
      </button>
    </div>
  );
}
