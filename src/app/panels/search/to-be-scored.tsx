import type { RunState, Sequence } from '#run/state.ts';
import { endsLine, segmentsOf, segmentText } from '#run/trace-text.ts';
import { classes } from '#views/classes.ts';
import { readable } from '#views/search-tree/sub-question.ts';
import traceName from '#views/trace-name.module.css';
import { labelText } from '#words/labels.ts';
import { stage } from '#words/en/stage.ts';
import { useActions } from '#app/store/use-app.tsx';
import styles from './to-be-scored.module.css';

/** Tokens that are enough for a line's end. */
const few = 40;

/** While no trace is scored yet: how far each has got, and what it wrote last. */
export function ToBeScored({ view }: { readonly view: RunState }) {
  const app = useActions();
  return (
    <ul className={styles.root}>
      {view.sequences.map((sequence) => (
        <li key={sequence.sequence} className={styles.trace}>
          <button
            type="button"
            className={traceName.root}
            onClick={() => app.view.select({ kind: 'trace', sequence: sequence.sequence })}
          >
            {labelText(sequence.label)}
          </button>
          <span className={classes(styles.tokens, 'mono')}>{stage.trace.tok(sequence.tokens.length)}</span>
          <span className={classes(styles.latest, 'mono')} translate="no">
            <bdi>{latest(sequence)}</bdi>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** A trace's answer, or its last line. */
function latest({ answer, tokens }: Sequence): string {
  if (answer) return answer.display;
  const end = tokens.slice(-few);
  const answering = end.filter(({ role }) => role === 'answer');
  const segments = segmentsOf(
    answering.length > 0 ? answering : end.filter(({ role }) => role !== 'control'),
  );
  return readable(segmentText(segments.slice(segments.slice(0, -1).findLastIndex(endsLine) + 1)).trim());
}
