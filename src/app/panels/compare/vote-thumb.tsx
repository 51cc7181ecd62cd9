import type { RunState } from '#run/state.ts';
import { votePicture } from '#views/vote-histogram/vote-rows.ts';

/** The votes in one small bar; nothing where nobody voted. */
export function VoteThumb({ state }: { readonly state: RunState }) {
  const { rows, votes } = votePicture(state);
  if (votes === 0)
    return (
      <p className="quiet compare-traces">
        {state.sequences.length === 1 ? 'one trace' : `${state.sequences.length} traces`}
      </p>
    );
  return (
    <>
      <p className="hidden-visually">
        Votes:{' '}
        {rows
          .slice(0, 5)
          .map((row) => `${row.votes} for ${row.display}`)
          .join(', ')}
      </p>
      <div className="vote-thumb" aria-hidden="true">
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
