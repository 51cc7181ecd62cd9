import { isOwnModel } from '#experiment/model-id.ts';
import { presets } from '#experiment/presets.ts';
import { sameExperiment } from '#app/store/same-experiment.ts';
import { engineOf, isHere } from '#app/store/library-state.ts';
import { isHeld } from '#app/store/transitions.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { ProblemPicture } from '#app/problems/problem-picture.tsx';
import { experimentLine } from '../experiment-line.ts';
import { NoSolutionNote } from '../no-solution-note.tsx';
import { lazyPart } from '#app/ui/lazy-part.tsx';
import { side } from '../side.ts';
import { Opening, OpeningFailure, useOpening } from './opening.tsx';
import { classes } from '#views/classes.ts';
import styles from './empty-stage.module.css';
import { stage } from '#words/en/stage.ts';

const PresetReason = lazyPart(
  side,
  (part) => part.PresetReason,
  () => null,
);
const ModelWanted = lazyPart(side, (part) => part.ModelWanted);

/** Nothing has run yet: the problem, one sentence, one button. */
export function EmptyStage() {
  const draft = useApp((state) => state.draft);
  const failed = useApp((state) => state.openingFailure !== null);
  const opening = useOpening();
  const held = useApp(isHeld);
  if (held && !opening && !failed) return <div className={styles.root} aria-busy="true" />;
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
  const { ships, elsewhere } = useApp((state) => engineOf(draft.model, state.library));
  const preset = from === 'person' && presets.find((one) => sameExperiment(one.experiment, draft));
  if (!here || elsewhere) return <ModelWanted model={draft.model} />;
  return (
    <>
      <p className={styles.sentence}>{preset ? <PresetReason id={preset.id} /> : stage.invitation[from]}</p>
      <p className={classes(styles.line, 'quiet')}>{experimentLine(draft)}</p>
      <button
        type="button"
        className="button button-primary button-large"
        onClick={app.runs.start}
        disabled={blocked !== null}
      >
        <Icon name="play" />
        {stage.runHere}
      </button>
      {blocked !== null && (
        <button type="button" className="button" onClick={() => app.view.openDialog('models')}>
          {stage.chooseModel}
        </button>
      )}
      <p className={classes('quiet', styles.note)}>
        {blocked ?? (ships && !isOwnModel(draft.model) ? stage.smallDownload : stage.staysHere)}
      </p>
    </>
  );
}
