import { passages as words } from '#words/en/passages.ts';
import { classes } from '#views/classes.ts';
import styles from './find-bar.module.css';

/** Finds a text: how often it stands there, and one place after the other. Enter goes on, Shift and Enter back. */
export function FindBar({
  wanted,
  at,
  of,
  more,
  onChange,
  onGo,
}: {
  readonly wanted: string;
  /** The place that is looked at, from 0; null before the first. */
  readonly at: number | null;
  readonly of: number;
  /** There are more than were counted. */
  readonly more: boolean;
  readonly onChange: (text: string) => void;
  readonly onGo: (at: number) => void;
}) {
  const go = (by: number) => of > 0 && onGo(at === null ? (by > 0 ? 0 : of - 1) : (at + by + of) % of);
  return (
    <search className={styles.root}>
      <input
        type="search"
        className={classes('field-input', styles.text)}
        aria-label={words.find}
        placeholder={words.find}
        value={wanted}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          go(event.shiftKey ? -1 : 1);
        }}
      />
      <output className={classes('quiet', styles.count)}>
        {wanted.trim() === ''
          ? ''
          : of === 0
            ? words.notFound
            : at === null
              ? words.places({ count: of, more })
              : words.found({ at: at + 1, of })}
      </output>
      <button
        type="button"
        className="button button-plain button-icon button-small"
        aria-label={words.previous}
        title={words.previous}
        disabled={of === 0}
        onClick={() => go(-1)}
      >
        <span className={styles.arrow} aria-hidden="true">
          ↑
        </span>
      </button>
      <button
        type="button"
        className="button button-plain button-icon button-small"
        aria-label={words.next}
        title={words.next}
        disabled={of === 0}
        onClick={() => go(1)}
      >
        <span className={styles.arrow} aria-hidden="true">
          ↓
        </span>
      </button>
    </search>
  );
}
