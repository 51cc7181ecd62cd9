import { spokenName } from '#app/models/spoken-name.ts';
import type { EmbeddedModel } from '#policy/model-handle.ts';
import { useActions, useApp } from '../store/use-app.tsx';
import { Icon } from '../ui/icon.tsx';
import { trialComparison, type TrialPair, trialOf } from './trial.ts';
import { classes } from '#views/classes.ts';
import styles from './training.module.css';
import { training } from '#words/en/training.ts';
import { Rich } from '#views/rich.tsx';
import { problems as problemWords } from '#words/en/problems.ts';

/** Runs the model before its training, or after it, on one problem at equal settings. */
export function BeforeAndAfter({ pair: { before, after } }: { readonly pair: TrialPair }) {
  const app = useActions();
  const draft = useApp((state) => state.draft);
  const busy = useApp((state) => state.phase !== 'idle');
  const { problem } = trialOf(draft, after);
  function run(model: EmbeddedModel) {
    app.view.openDialog('none');
    app.setup.setExperiment(trialOf(draft, model));
    app.runs.start();
    app.view.toPlay();
  }
  function runBoth(first: EmbeddedModel) {
    app.view.openDialog('none');
    app.setup.setExperiment(trialOf(draft, after));
    app.runs.compare.pick(trialComparison(first));
    app.runs.showSideBySide({ kind: 'arms' });
    app.runs.startCompare();
    app.view.toPlay();
  }
  return (
    <section className={styles.try} aria-labelledby="training-try">
      <div className={styles.problem}>
        <h3 className={styles.title} id="training-try">
          {before ? training.sameProblem : training.yourProblem}
        </h3>
        <p>
          <span className="mono" translate="no">
            {problemWords.text(problem)}
          </span>{' '}
          <span className="quiet">{training.settings}</span>
        </p>
        {busy && (
          <p className={styles.busy}>
            <Icon name="warning" size={13} />
            {training.busy}
          </p>
        )}
      </div>
      <div className={styles.buttons}>
        {before ? (
          <RunOne label={training.before} model={before} disabled={busy} onRun={run} />
        ) : (
          <p className="quiet">{training.noBefore}</p>
        )}
        <RunOne label={training.after} model={after} disabled={busy} onRun={run} />
        {before && (
          <button
            type="button"
            className={classes('button button-primary', styles.both)}
            disabled={busy}
            onClick={() => runBoth(before)}
          >
            <Icon name="compare" size={14} />
            {training.both}
          </button>
        )}
      </div>
    </section>
  );
}

interface RunOneProps {
  readonly label: string;
  readonly model: EmbeddedModel;
  readonly disabled: boolean;
  readonly onRun: (model: EmbeddedModel) => void;
}

function RunOne({ label, model, disabled, onRun }: RunOneProps) {
  return (
    <button
      type="button"
      className={classes('button', styles.run)}
      disabled={disabled}
      onClick={() => onRun(model)}
    >
      <Icon name="play" size={14} />
      <span>
        <Rich text={label} parts={modelParts(spokenName(model.id))} />
      </span>
    </button>
  );
}

const modelParts = (name: string) => ({
  model: () => (
    <span className={styles.model} translate="no">
      {name}
    </span>
  ),
});
