import type { RunState } from '#run/state.ts';
import { votePicture } from '#views/vote-histogram/vote-rows.ts';
import { compare } from '#words/en/compare.ts';
import { classes } from '#views/classes.ts';
import styles from './vote-thumb.module.css';

/** The votes in one small bar; nothing where nobody voted. */
export function VoteThumb({ state }: { readonly state: RunState }) {
  const { rows, votes } = votePicture(state);
  if (votes === 0)
    return <p className={classes('quiet', styles.traces)}>{compare.traces(state.sequences.length)}</p>;
  return (
    <>
      <p className="hidden-visually">
        {compare.votes(rows.slice(0, 5).map(({ display, votes: own }) => ({ answer: display, votes: own })))}
      </p>
      <div className={styles.root} aria-hidden="true">
        {rows.map((row) => (
          <span
            key={row.key}
            data-outcome={row.outcome}
            style={{ flexGrow: row.votes }}
            title={`${row.display}: ${row.votes}`}
          >
            {row.votes / votes > 0.12 ? row.votes : ''}
          </span>
        ))}
      </div>
    </>
  );
}
