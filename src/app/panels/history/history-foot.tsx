import { useState } from 'react';
import { records } from '#words/en/records.ts';
import { usePreference } from '#app/preferences.ts';
import { removeRuns } from '#app/records/run-records.ts';
import { takeFocus } from '../models/take-focus.ts';
import type { KeptRuns } from './use-runs.ts';
import styles from './history.module.css';

/** How much is kept, whether runs are, and the way to be rid of all. */
export function HistoryFoot({ kept: { runs, live, bytes, limits } }: { readonly kept: KeptRuns }) {
  const [keep, setKeep] = usePreference('keep-runs', 'on');
  const [asked, ask] = useState(false);
  const all = runs.flatMap(({ id }) => (live.has(id) ? [] : [id]));
  return (
    <footer className={styles.foot}>
      <label className={styles.keep}>
        <input
          type="checkbox"
          checked={keep === 'on'}
          onChange={(event) => setKeep(event.currentTarget.checked ? 'on' : 'off')}
        />
        {records.history.keep}
      </label>
      <p className="quiet">
        {keep === 'on'
          ? records.history.room({ runs: runs.length, bytes, limits })
          : records.history.keepsNone}
      </p>
      {asked ? (
        <div className={styles.sure}>
          <strong>{records.history.sure(all.length)}</strong>
          <button
            type="button"
            className="button button-small button-danger"
            onClick={() => {
              ask(false);
              void removeRuns(all);
            }}
          >
            {records.history.removeAll}
          </button>
          <button type="button" className="button button-small" ref={takeFocus} onClick={() => ask(false)}>
            {records.history.keepThem}
          </button>
        </div>
      ) : (
        all.length > 0 && (
          <button type="button" className="button button-small button-plain" onClick={() => ask(true)}>
            {records.history.removeAll} …
          </button>
        )
      )}
    </footer>
  );
}
