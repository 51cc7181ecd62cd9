import { thoughts } from '#words/en/thoughts.ts';
import { classes } from '#views/classes.ts';
import styles from './go-to-trace.module.css';

/** Finds one of many by its number. */
export function GoToTrace({
  count,
  onGo,
}: {
  readonly count: number;
  /** Places count from 0. */
  readonly onGo: (place: number) => void;
}) {
  return (
    <form
      className={styles.root}
      onSubmit={(event) => {
        event.preventDefault();
        const wanted = Number(new FormData(event.currentTarget).get('number'));
        if (Number.isInteger(wanted) && wanted >= 1) onGo(Math.min(wanted, count) - 1);
      }}
    >
      <label>
        {thoughts.goTo}
        <input
          className={classes('field-input number-box', styles.number)}
          name="number"
          type="number"
          min={1}
          max={count}
          inputMode="numeric"
        />
      </label>
      <span className="quiet">{thoughts.of(count)}</span>
      <button type="submit" className="button button-small">
        {thoughts.go}
      </button>
    </form>
  );
}
