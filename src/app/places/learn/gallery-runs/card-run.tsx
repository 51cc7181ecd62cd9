import { useRef } from 'react';
import type { Preset } from '#experiment/presets.ts';
import { stateAt } from '#run/timeline.ts';
import { learn } from '#words/en/learn.ts';
import { CardPicture } from './card-picture.tsx';
import styles from './card-run.module.css';
import { usePlayed, useRecorded } from './use-recorded.ts';

/** A recorded run that plays on its card once it is seen. */
export function CardRun({ id }: { readonly id: Preset['id'] }) {
  const frame = useRef<HTMLElement>(null);
  const entries = useRecorded(frame, id);
  const shown = usePlayed(entries);
  return (
    <figure ref={frame} className={styles.frame}>
      {entries && (
        <>
          {/* What it shows is said below it; nobody wants to hear a run go by. */}
          <div className={styles.picture} aria-hidden="true">
            <CardPicture state={stateAt(entries, shown)} />
          </div>
          <figcaption className={styles.recorded}>{learn.recorded}</figcaption>
        </>
      )}
    </figure>
  );
}
