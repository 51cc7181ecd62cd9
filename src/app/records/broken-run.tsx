import { useEffect, useState } from 'react';
import { spokenName } from '#app/models/spoken-name.ts';
import { Rich } from '#views/rich.tsx';
import { strategyBrief } from '#words/describe.ts';
import { records } from '#words/en/records.ts';
import { useActions, useApp } from '../store/use-app.tsx';
import { brokenOff } from './broken-off.ts';
import styles from './broken-run.module.css';
import { onRecordsChanged } from './changes.ts';
import { liveRuns, whenOver } from './live.ts';
import { showKept } from './open-record.ts';
import { listRuns, removeRuns } from './run-records.ts';
import type { RunRecord } from './summary.ts';
import { problems as problemWords } from '#words/en/problems.ts';

/** Offers to go on with a run that an earlier page was in the middle of; a quiet line, until something else begins. */
export function BrokenRun() {
  const app = useActions();
  const [run, offer] = useState<RunRecord | null>(null);
  const log = useApp((state) => state.log);
  const idle = useApp((state) => state.phase === 'idle');
  const [left, leave] = useState(!idle);
  if (!idle && !left) leave(true);

  useEffect(() => {
    const end = new AbortController();
    const { signal } = end;
    let waiting = false;
    const look = async () => {
      const [runs, live] = await Promise.all([listRuns(), liveRuns()]).catch(() => [[], null] as const);
      if (signal.aborted) return;
      offer(brokenOff(runs, { live, now: Date.now() }));
      const open = runs.flatMap(({ id, status }) => (status === 'open' && live?.has(id) ? [id] : []));
      // Of a run that goes on in another tab, that tab may die too; or it is about to.
      if (open.length === 0 || waiting) return;
      waiting = true;
      whenOver(open, signal)
        .then(() => {
          waiting = false;
          return look();
        })
        .catch(() => undefined);
    };
    void look();
    // What was dealt with in another tab, or here in the list.
    const stop = onRecordsChanged((changed) => changed === 'runs' && !left && void look());
    return () => {
      end.abort();
      stop();
    };
  }, [left]);

  // Beside another run that the person looks at, it can wait: it is in the list.
  if (!run || left || (log && log.origin !== 'recorded')) return null;
  const { strategy, model, seed, problem } = run.experiment;
  return (
    <section className={styles.root} aria-label={records.brokenOff.label}>
      <p className={styles.words}>
        <Rich
          text={records.brokenOff.is(run.tokens)}
          parts={{
            problem: (
              <span className="mono" translate="no">
                {problemWords.text(problem)}
              </span>
            ),
          }}
        />{' '}
        <span className="quiet">
          {records.how({ strategy: strategyBrief(strategy), model: spokenName(model), seed })}
        </span>
      </p>
      <div className={styles.buttons}>
        <button
          type="button"
          className="button button-small button-primary"
          onClick={() => void showKept(app, [run.id]).then((shown) => shown && app.runs.resume())}
        >
          {records.brokenOff.goOn}
        </button>
        <button type="button" className="button button-small" onClick={() => void showKept(app, [run.id])}>
          {records.brokenOff.look}
        </button>
        <button
          type="button"
          className="button button-small button-plain"
          onClick={() => {
            offer(null);
            removeRuns([run.id]).catch(() => undefined);
          }}
        >
          {records.brokenOff.forget}
        </button>
      </div>
    </section>
  );
}
