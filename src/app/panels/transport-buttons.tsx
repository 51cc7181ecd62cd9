import type { ViewActions } from '../store/actions.ts';
import { Icon } from '../ui/icon.tsx';
import { useKeyHint } from '../ui/key-hint.ts';
import { classes } from '#views/classes.ts';
import styles from './transport.module.css';
import { transport } from '#words/en/transport.ts';

interface TransportButtonsProps {
  /** What they move: a run, or several side by side. */
  readonly time: Pick<ViewActions, 'seek' | 'step' | 'toEnd' | 'togglePlay'>;
  /** It plays, or goes on with what runs. */
  readonly moving: boolean;
  readonly start: boolean;
  readonly end: boolean;
  /** There is nothing to move through. */
  readonly none: boolean;
  readonly live: boolean;
  readonly following: boolean;
}

/** To the start, back, play, on, to the end. */
export function TransportButtons({ time, moving, start, end, none, live, following }: TransportButtonsProps) {
  const play = moving ? transport.pause : !live && end && !none ? transport.replay : transport.play;
  const hint = useKeyHint();
  return (
    <div className={styles.buttons}>
      <button
        type="button"
        className={classes('button button-plain button-icon', styles.edge)}
        aria-label={transport.toStart}
        title={hint(transport.toStartKey)}
        disabled={none}
        onClick={() => time.seek(0)}
      >
        <Icon name="toStart" />
      </button>
      <button
        type="button"
        className="button button-plain button-icon"
        aria-label={transport.back}
        title={hint(transport.backKey)}
        disabled={none || start}
        onClick={() => time.step(-1)}
      >
        <Icon name="stepBack" />
      </button>
      <button
        type="button"
        className={classes('button', styles.play)}
        title={hint(transport.playKey(play))}
        disabled={none}
        onClick={time.togglePlay}
      >
        <Icon name={moving ? 'pause' : 'play'} size={14} />
        <span className={styles.word}>{play}</span>
      </button>
      <button
        type="button"
        className="button button-plain button-icon"
        aria-label={transport.on}
        title={hint(transport.onKey)}
        disabled={none || end}
        onClick={() => time.step(1)}
      >
        <Icon name="stepOn" />
      </button>
      <button
        type="button"
        className={classes('button button-plain button-icon', styles.edge)}
        aria-label={transport.toEnd}
        title={hint(transport.toEndKey)}
        disabled={none}
        onClick={time.toEnd}
        aria-pressed={live && following}
      >
        <Icon name="toEnd" />
      </button>
    </div>
  );
}
