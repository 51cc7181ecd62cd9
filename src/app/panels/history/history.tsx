import { useState } from 'react';
import { deepEqual } from '#experiment/deep-equal.ts';
import { records } from '#words/en/records.ts';
import { mostCompared } from '#app/store/compare.ts';
import { showKept } from '#app/records/open-record.ts';
import { bringBack, type RemovedRuns, removeRuns } from '#app/records/run-records.ts';
import { useActions } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { Windowed } from '#app/ui/windowed.tsx';
import { classes } from '#views/classes.ts';
import { takeFocus } from '../models/take-focus.ts';
import { findRuns, type RunSearch } from './find-runs.ts';
import { HistoryFoot } from './history-foot.tsx';
import { HistoryRow } from './history-row.tsx';
import { HistorySearch } from './history-search.tsx';
import { useRuns } from './use-runs.ts';
import styles from './history.module.css';

const everything: RunSearch = { text: '', strategy: null, end: null };

/** The runs that are kept on this computer: found again, opened, compared, exported, let go. */
export function History() {
  const app = useActions();
  const kept = useRuns();
  const [search, look] = useState(everything);
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const [removed, setRemoved] = useState<RemovedRuns | null>(null);
  if (kept === null) return <p className={styles.waiting} aria-busy="true" />;
  if (kept === 'refused') return <p className={styles.empty}>{records.notKept.refused}</p>;
  const { runs, live } = kept;
  const found = findRuns(runs, search);
  const picked = found.filter(({ id }) => chosen.has(id));

  async function remove(ids: readonly string[]): Promise<void> {
    setRemoved(await removeRuns(ids));
    choose(new Set());
  }
  const restore = async () => {
    if (removed) await bringBack(removed);
    setRemoved(null);
  };
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    choose(next);
  };
  const sameProblem = picked.every(({ experiment }) =>
    deepEqual(experiment.problem, picked[0]?.experiment.problem),
  );
  const whyNot =
    picked.length < 2 || picked.length > mostCompared
      ? records.history.compareHowMany(mostCompared)
      : sameProblem
        ? null
        : records.history.compareSameProblem;
  return (
    <div className={styles.root}>
      {runs.length > 0 && <HistorySearch runs={runs} search={search} onSearch={look} />}
      <output className={styles.said}>
        {removed && (
          <span className={styles.removed}>
            {records.history.removed(removed.runs.length)}
            <button
              type="button"
              className="button button-small"
              ref={takeFocus}
              onClick={() => void restore()}
            >
              {records.history.undo}
            </button>
          </span>
        )}
      </output>
      {picked.length > 0 && (
        <div className={styles.chosen}>
          <strong>{records.history.chosen(picked.length)}</strong>
          <button
            type="button"
            className="button button-small button-primary"
            disabled={whyNot !== null}
            onClick={() =>
              void showKept(
                app,
                picked.map(({ id }) => id),
              )
            }
          >
            <Icon name="compare" size={13} />
            {records.history.compare}
          </button>
          <button
            type="button"
            className="button button-small"
            onClick={() => void remove(picked.flatMap(({ id }) => (live.has(id) ? [] : [id])))}
          >
            {records.history.remove}
          </button>
          {whyNot !== null && <span className="quiet">{whyNot}</span>}
        </div>
      )}
      <div className={classes(styles.list, 'scrolls')}>
        {found.length === 0 ? (
          <Nothing kept={runs.length} />
        ) : (
          <section aria-label={records.history.list(found.length)}>
            <Windowed
              items={found}
              by={20}
              height={64}
              renderItem={(run, place) => (
                <HistoryRow
                  key={run.id}
                  run={run}
                  place={place}
                  live={live.has(run.id)}
                  chosen={chosen.has(run.id)}
                  onChoose={() => toggle(run.id)}
                  onRemove={() => void remove([run.id])}
                />
              )}
            />
          </section>
        )}
      </div>
      <HistoryFoot kept={kept} />
    </div>
  );
}

/** Nothing has been kept yet, or nothing of it is what was looked for. */
function Nothing({ kept }: { readonly kept: number }) {
  if (kept > 0) return <p className={styles.empty}>{records.history.noneFound}</p>;
  return (
    <div className={styles.empty}>
      <Icon name="wait" size={32} />
      <p className={styles.emptyTitle}>{records.history.none}</p>
      <p className="quiet">{records.history.noneYet}</p>
    </div>
  );
}
