import { sharing } from '#words/en/sharing.ts';
import { needsRun } from '../store/arrival.ts';
import { shownExperiment } from '../store/main-tab.ts';
import { sharedWith } from '../store/transitions.ts';
import { useActions, useApp } from '../store/use-app.tsx';
import { Icon } from '../ui/icon.tsx';
import { classes } from '#views/classes.ts';
import styles from './shared-words.module.css';

/** What the opened link says of what is on the stage, or of what is set up; null where it speaks of another experiment. */
function useSharedHere() {
  return useApp((state) => sharedWith(state.shared, shownExperiment(state)));
}

/** Title and note of the link that was opened: a person's own words, shown as text and as theirs. */
export function SharedWords() {
  const app = useActions();
  const shared = useSharedHere();
  const idle = useApp((state) => state.phase === 'idle');
  const title = shared?.moment.title;
  if (!shared) return null;
  const { moment, next } = shared;
  const waits = next === 'go' && idle && needsRun(moment);
  if (title === undefined && moment.note === undefined && !waits) return null;
  return (
    <section className={styles.root} aria-label={sharing.note.from}>
      <div className={styles.words}>
        {title !== undefined && (
          <h2 className={styles.title} dir="auto" translate="no">
            {title}
          </h2>
        )}
        {moment.note !== undefined && (
          <p className={styles.note} dir="auto" translate="no">
            {moment.note}
          </p>
        )}
        {waits && <p className="quiet">{sharing.note.pressRun}</p>}
      </div>
      <button
        type="button"
        className={classes('button button-plain button-icon button-small', styles.close)}
        aria-label={sharing.note.putAway}
        title={sharing.note.putAway}
        onClick={app.view.dismissShared}
      >
        <Icon name="close" size={14} />
      </button>
    </section>
  );
}
