import { useSpoken } from '../use-spoken.ts';
import { memo } from 'react';
import { classes } from '#views/classes.ts';
import { tree as words } from '#words/en/tree.ts';
import type { PendingSteps } from './pending-steps.ts';
import styles from './next-steps.module.css';

/** Steps that are listed; of more, how many there are. */
const most = 6;

/** The same in a line, where a box would cover what grows. */
export const NextStepsLine = memo(function NextStepsLine({ pending }: { readonly pending: PendingSteps }) {
  useSpoken();
  const { drawn, all, steps, writing } = pending;
  return (
    <div className={styles.line}>
      <span className={styles.count}>{words.drawn({ drawn, all })}</span>
      <progress className={styles.bar} value={drawn} max={all} aria-label={words.drawing} />
      <span className={classes(styles.writing, 'mono')} translate="no" aria-hidden="true">
        {writing ?? steps[0]?.text}
      </span>
    </div>
  );
});

/** What a search is drawing before nodes are made of it: how far it is, and what has come up how often. */
export const NextSteps = memo(function NextSteps({
  pending,
  alone,
  folds,
}: {
  readonly pending: PendingSteps;
  /** There is nothing else in the picture but the root. */
  readonly alone: boolean;
  /** It would cover much of the picture: what has come up is seen when a person unfolds it. */
  readonly folds: boolean;
}) {
  useSpoken();
  const { drawn, all } = pending;
  const progress = <progress className={styles.bar} value={drawn} max={all} aria-label={words.drawing} />;
  return (
    <div className={styles.root} data-alone={alone ? '' : undefined}>
      {folds && !alone ? (
        <details>
          <summary className={styles.count}>{words.drawn({ drawn, all })}</summary>
          {progress}
          <CameUp pending={pending} />
        </details>
      ) : (
        <>
          <p className={styles.count}>{words.drawn({ drawn, all })}</p>
          {progress}
          <CameUp pending={pending} />
        </>
      )}
    </div>
  );
});

function CameUp({ pending: { steps, writing } }: { readonly pending: PendingSteps }) {
  return (
    <>
      <ul className={classes(styles.steps, 'mono')} translate="no" aria-hidden="true">
        {steps.slice(0, most).map(({ text, count }) => (
          <li key={text}>
            <span className={styles.step}>{text}</span>
            <span className={styles.times}>{words.times(count)}</span>
          </li>
        ))}
        {writing !== null && <li className={styles.writing}>{writing}</li>}
      </ul>
      {steps.length > most && <p className={styles.more}>{words.otherSteps(steps.length - most)}</p>}
    </>
  );
}
