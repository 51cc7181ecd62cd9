import { useMemo, useRef } from 'react';
import type { Preset } from '#experiment/presets.ts';
import type { LogEntry } from '#run/events.ts';
import { stateAt } from '#run/timeline.ts';
import { learn } from '#words/en/learn.ts';
import { cardKind, CardPicture } from './card-picture.tsx';
import styles from './card-run.module.css';
import { usePlayed, useRecorded, useSeen } from './use-recorded.ts';

/** A recorded run that plays on its card once it is seen. */
export function CardRun({ id }: { readonly id: Preset['id'] }) {
  const frame = useRef<HTMLElement>(null);
  const entries = useRecorded(id, useSeen(frame, '100%'));
  const seen = useSeen(frame, '0px');
  return (
    <figure ref={frame} className={styles.frame}>
      {entries && (
        <>
          {/* What it shows is said below it; nobody wants to hear a run go by. */}
          <div className={styles.picture} aria-hidden="true">
            <Playing entries={entries} seen={seen} />
          </div>
          <figcaption className={styles.recorded}>{learn.recorded}</figcaption>
        </>
      )}
    </figure>
  );
}

function Playing({ entries, seen }: { readonly entries: readonly LogEntry[]; readonly seen: boolean }) {
  const shown = usePlayed(entries, seen);
  const whole = useMemo(() => stateAt(entries, entries.length), [entries]);
  const state = stateAt(entries, shown);
  // A search or a vote begins with one trace, whose text is not what the card is about.
  const kind = cardKind(state);
  const fits = kind !== 'thought' || cardKind(whole) === kind;
  return (
    <>
      {fits && <CardPicture state={state} kind={kind} />}
      {/* Keeps the room for the end, so that nothing below moves while it plays. */}
      <div className={styles.room}>
        <CardPicture state={whole} kind={cardKind(whole)} />
      </div>
    </>
  );
}
