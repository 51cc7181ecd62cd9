import { useEffect, useId, useState } from 'react';
import { useStore } from 'zustand';
import { deepEqual } from '#experiment/deep-equal.ts';
import { modelName } from '#policy/models.ts';
import { compare } from '#words/en/compare.ts';
import { strategies } from '#words/en/strategies.ts';
import { comparedExperiments } from '#app/store/compare.ts';
import { engineOf, gpuChoices } from '#app/store/library-state.ts';
import { hasBranches } from '#app/store/sides.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { whyNot } from '#app/store/why-not.ts';
import { Icon } from '#app/ui/icon.tsx';
import { classes } from '#views/classes.ts';
import styles from './compare-bar.module.css';
import { CompareChoices } from './compare-choices.tsx';

/** What stands side by side, in one line, with what starts and stops it; what can be chosen unfolds below it. */
export function CompareBar() {
  const app = useActions();
  const comparison = app.runs.compare;
  const { arms, tokens, runs, busy, subject } = useStore(comparison.store);
  const draft = useApp((state) => state.draft);
  const library = useApp((state) => state.library);
  const idle = useApp((state) => state.phase === 'idle');
  const branched = useApp(hasBranches);
  const choicesId = useId();
  /** Null: folded away once something has run. */
  const [wished, setWished] = useState<boolean | null>(null);
  const experiments = comparedExperiments(draft, { arms, tokens }, library);
  const bad = experiments
    .map((experiment) => ({ experiment, why: whyNot(experiment, library) }))
    .find((one): one is typeof one & { readonly why: string } => one.why !== null);
  const changed =
    runs.length > 0 &&
    !deepEqual(
      runs.map(({ experiment }) => experiment),
      experiments,
    );
  const namesGpu =
    gpuChoices(library, draft.model).length > 0 ||
    experiments.some((experiment) => !engineOf(experiment.model, library).ships);
  // What such a model needs is said in the choices.
  useEffect(() => {
    if (namesGpu) app.models.lookOnce();
  }, [app, namesGpu]);
  const ofBranches = subject.kind === 'branches' && branched;
  const open = !ofBranches && (wished ?? runs.length === 0);
  return (
    <form
      className={styles.root}
      aria-label={compare.subject.label}
      onSubmit={(event) => {
        event.preventDefault();
        setWished(null);
        app.runs.startCompare();
      }}
    >
      <div className={styles.bar}>
        {branched && (
          <select
            className={classes('field-select', styles.subject)}
            aria-label={compare.subject.label}
            value={subject.kind}
            onChange={(event) =>
              app.runs.showSideBySide({
                kind: event.currentTarget.value === 'branches' ? 'branches' : 'arms',
              })
            }
          >
            <option value="arms">{compare.subject.arms}</option>
            <option value="branches">{compare.subject.branches}</option>
          </select>
        )}
        <p className={classes('quiet', styles.summary)}>
          {ofBranches
            ? compare.ofBranches
            : compare.chosen(
                arms.map(({ kind }) => strategies[kind].name),
                tokens,
              )}
        </p>
        {!ofBranches && (
          <>
            {changed && !busy && <span className="chip chip-forced">{compare.changed}</span>}
            <button
              type="button"
              className="button button-small"
              aria-expanded={open}
              aria-controls={choicesId}
              onClick={() => setWished(!open)}
            >
              <Icon name="sliders" size={13} />
              {compare.choices}
            </button>
            {busy ? (
              <button type="button" className="button button-small button-danger" onClick={comparison.stop}>
                <Icon name="stop" size={12} />
                {compare.stop}
              </button>
            ) : (
              <button
                type="submit"
                className="button button-small button-primary"
                disabled={bad !== undefined || !idle}
              >
                <Icon name="play" size={12} />
                {compare.run}
              </button>
            )}
          </>
        )}
      </div>
      <div id={choicesId} hidden={!open}>
        {open && <CompareChoices models={new Set(experiments.map(({ model }) => model)).size} />}
      </div>
      {bad && !ofBranches && (
        <p className="knob-blocked">
          <Icon name="warning" size={12} />
          {compare.blocked({
            strategy: strategies[bad.experiment.strategy.kind].name,
            model: modelName(bad.experiment.model),
            why: bad.why,
          })}
        </p>
      )}
    </form>
  );
}
