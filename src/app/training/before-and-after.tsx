import { problemText } from '#experiment/problem.ts';
import type { EmbeddedModel } from '#policy/model-handle.ts';
import { useActions, useApp } from '../store/use-app.tsx';
import { Icon } from '../ui/icon.tsx';
import { type TrialPair, trialOf } from './trial.ts';
import { classes } from '#views/classes.ts';
import styles from './training.module.css';

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
  }
  return (
    <section className={styles.try} aria-labelledby="training-try">
      <div className={styles.problem}>
        <h3 className={styles.title} id="training-try">
          {before ? 'Both on the same problem' : 'On your problem'}
        </h3>
        <p>
          <span className="mono">{problemText(problem)}</span>{' '}
          <span className="quiet">One chain of thought at high effort, always the likeliest token.</span>
        </p>
        {busy && (
          <p className={styles.busy}>
            <Icon name="warning" size={13} />A run is going on. These can run once it has ended.
          </p>
        )}
      </div>
      <div className={styles.buttons}>
        {before ? (
          <RunOne label="Run the model before" model={before} disabled={busy} onRun={run} />
        ) : (
          <p className="quiet">The model it began as does not come with the page.</p>
        )}
        <RunOne label="Run the model after" model={after} disabled={busy} onRun={run} />
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
        {label} <span className={styles.model}>{model.name}</span>
      </span>
    </button>
  );
}
