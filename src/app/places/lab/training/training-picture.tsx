import { type ReactNode, useMemo } from 'react';
import type { TrainingCurves } from '#app/trainings/curves.ts';
import { Icon } from '#app/ui/icon.tsx';
import { Slider } from '#views/slider.tsx';
import { classes } from '#views/classes.ts';
import { TrainingPanels } from '#views/training-panels/training-panels.tsx';
import { trainerWords } from '#words/en/trainer.ts';
import { GroupTable } from './group-table.tsx';
import { panelLinesOf, cursorSentence } from './panel-lines.ts';
import styles from './training-picture.module.css';
import type { TrainingCursor } from './use-cursor.ts';
import { WatchedAnswer } from './watched-answer.tsx';

/** A training as it goes, or went: curves, one problem answered anew, and a group, all at one step. */
export function TrainingPicture({
  curves,
  steps,
  cursor,
  snapshots,
  children,
}: {
  readonly curves: TrainingCurves;
  /** Steps that were asked for. */
  readonly steps: number;
  readonly cursor: TrainingCursor;
  /** Steps whose model is at hand. */
  readonly snapshots: readonly number[];
  /** What stands below the answer. */
  readonly children?: ReactNode;
}) {
  const lines = useMemo(() => panelLinesOf(curves), [curves]);
  const { at } = cursor;
  return (
    <div className={styles.root}>
      <div className={styles.curves}>
        <TrainingPanels lines={lines} steps={steps} last={curves.last} at={at} onLook={cursor.look} />
        <Scrubber curves={curves} steps={steps} cursor={cursor} snapshots={snapshots} />
        <p className={classes('quiet', styles.note)}>{trainerWords.panelsAre}</p>
      </div>
      <div className={styles.aside}>
        <WatchedAnswer curves={curves} at={at} />
        {children}
      </div>
      <div className={styles.group}>
        <GroupTable group={curves.groups.get(Math.max(1, at)) ?? null} step={Math.max(1, at)} />
      </div>
    </div>
  );
}

function Scrubber({
  curves,
  steps,
  cursor,
  snapshots,
}: {
  readonly curves: TrainingCurves;
  readonly steps: number;
  readonly cursor: TrainingCursor;
  readonly snapshots: readonly number[];
}) {
  const { at, playing, follows } = cursor;
  const { last } = curves;
  const share = (step: number) => `${(step / Math.max(1, steps)) * 100}%`;
  return (
    <div className={styles.scrubber}>
      <button
        type="button"
        className="button button-icon"
        aria-label={playing ? trainerWords.pausePlay : trainerWords.play}
        disabled={last === 0}
        onClick={() => (playing ? cursor.rest() : cursor.play())}
      >
        <Icon name={playing ? 'pause' : 'play'} size={14} />
      </button>
      <div className={styles.track}>
        <Slider
          aria-label={trainerWords.cursor}
          aria-valuetext={cursorSentence(curves, at, steps)}
          min={0}
          max={steps}
          value={at}
          onChange={cursor.look}
        />
        <svg className={styles.ticks} width="100%" height="6" aria-hidden="true">
          {snapshots.map((step) => (
            <rect key={step} className={styles.tick} x={share(step)} y="0" width="2" height="5" />
          ))}
        </svg>
      </div>
      <span className={styles.step}>{trainerWords.step(at, steps)}</span>
      <button
        type="button"
        className="button button-small"
        disabled={follows || last === 0}
        onClick={cursor.follow}
      >
        {trainerWords.latest}
      </button>
    </div>
  );
}
