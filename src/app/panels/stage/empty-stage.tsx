import { engineOf, isHere } from '#app/store/library-state.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { ProblemPicture } from '#app/problems/problem-picture.tsx';
import { experimentLine } from '../experiment-line.ts';
import { NoSolutionNote } from '../no-solution-note.tsx';
import { ModelWanted } from './model-wanted.tsx';
import { Opening, OpeningFailure, useOpening } from './opening.tsx';
import { classes } from '#views/classes.ts';
import styles from './empty-stage.module.css';

const openings = {
  default: 'Watch a small language model think this through, one token at a time, here in your browser.',
  link: 'This link holds an experiment. Run it to watch the model think, one token at a time, here in your browser.',
  history: 'What was shown here is no longer kept; its setup is. Run it to see it think again.',
  person: 'Ready. Run it to watch the model think, one token at a time.',
} as const;

/** Nothing has run yet: the problem, one sentence, one button. */
export function EmptyStage() {
  const draft = useApp((state) => state.draft);
  const failed = useApp((state) => state.openingFailure !== null);
  const opening = useOpening();
  return (
    <div className={classes(styles.root, 'scrolls')}>
      <div className={styles.inside}>
        <ProblemPicture problem={draft.problem} large />
        <NoSolutionNote problem={draft.problem} />
        {opening ? <Opening /> : failed ? <OpeningFailure /> : <Invitation />}
      </div>
    </div>
  );
}

function Invitation() {
  const app = useActions();
  const draft = useApp((state) => state.draft);
  const from = useApp((state) => state.draftFrom);
  const blocked = useApp((state) => app.setup.blocked(state));
  const here = useApp((state) => isHere(state.library, draft.model));
  const ships = useApp((state) => engineOf(draft.model, state.library).ships);
  if (!here) return <ModelWanted model={draft.model} />;
  return (
    <>
      <p className={styles.sentence}>{openings[from]}</p>
      <p className={classes(styles.line, 'quiet')}>{experimentLine(draft)}</p>
      <button
        type="button"
        className="button button-primary button-large"
        onClick={app.runs.start}
        disabled={blocked !== null}
      >
        <Icon name="play" />
        Run it on your machine
      </button>
      {blocked !== null && (
        <button type="button" className="button" onClick={() => app.view.openDialog('models')}>
          Choose another model
        </button>
      )}
      <p className={classes('quiet', styles.note)}>
        {blocked ??
          (ships
            ? 'Nothing leaves your machine. The model is about a megabyte.'
            : 'Nothing leaves your machine: the model is on it.')}
      </p>
    </>
  );
}
