import { unavailable } from '#experiment/fit.ts';
import { strategies } from '#words/en/strategies.ts';
import { useEffect, useId } from 'react';
import { useStore } from 'zustand';
import { strategyFor } from '#experiment/defaults.ts';
import { problemText } from '#experiment/problem.ts';
import { modelName } from '#policy/models.ts';
import { abilitiesOf, engineOf, gpuChoices } from '#app/store/library-state.ts';
import { Rich } from '#views/rich.tsx';
import { compare } from '#words/en/compare.ts';
import { comparedExperiments, mostCompared } from '#app/store/compare.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { whyNot } from '#app/store/why-not.ts';
import { Icon } from '#app/ui/icon.tsx';
import { NumberBox } from '#app/ui/number-box.tsx';
import { strategyKinds } from '../strategy-kinds.ts';
import { CompareArm } from './compare-arm.tsx';
import { CompareResults } from './compare-results.tsx';
import { classes } from '#views/classes.ts';
import styles from './compare-tab.module.css';

/** Two to four strategies, on one model or on several, on one problem, at one token budget. */
export function CompareTab() {
  const app = useActions();
  const comparison = app.runs.compare;
  const tokensId = useId();
  const { arms, tokens, runs, busy } = useStore(comparison.store);
  const draft = useApp((state) => state.draft);
  const phase = useApp((state) => state.phase);
  const library = useApp((state) => state.library);
  const experiments = comparedExperiments(draft, { arms, tokens }, library);
  const bad = experiments
    .map((experiment) => ({ experiment, why: whyNot(experiment, library) }))
    .find((one): one is typeof one & { readonly why: string } => one.why !== null);
  const model = abilitiesOf(draft.model, library);
  const spare = strategyKinds.find(
    (kind) => arms.every((arm) => arm.kind !== kind) && unavailable(strategyFor(model, kind), model) === null,
  );
  const namesGpu =
    gpuChoices(library, draft.model).length > 0 ||
    experiments.some((experiment) => !engineOf(experiment.model, library).ships);
  // What such a model needs is said in the choices.
  useEffect(() => {
    if (namesGpu) app.models.lookOnce();
  }, [app, namesGpu]);
  const models = new Set(experiments.map((experiment) => experiment.model)).size;
  return (
    <div className={classes(styles.root, 'scrolls')}>
      <p className="votes-summary">
        <Rich
          text={compare.summary({ problem: problemText(draft.problem), ways: arms.length, models })}
          parts={{ problem: <span translate="no" /> }}
        />
      </p>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          app.runs.startCompare();
        }}
      >
        <div className={styles.picks}>
          {arms.map((arm, place) => (
            <CompareArm
              key={place}
              number={place + 1}
              arm={arm}
              disabled={busy}
              onChange={(changed) => comparison.setArm(place, changed)}
              onRemove={arms.length > 2 ? () => comparison.remove(place) : null}
            />
          ))}
        </div>
        <button
          type="button"
          className="button button-small"
          disabled={busy || arms.length >= mostCompared || !spare}
          onClick={() => spare && comparison.add({ kind: spare })}
        >
          <Icon name="plus" size={13} />
          {compare.arm.add}
        </button>
        <span className={styles.tokens}>
          <label htmlFor={tokensId}>{compare.tokens}</label>{' '}
          <NumberBox
            id={tokensId}
            name={compare.tokensName}
            value={tokens}
            min={50}
            max={100_000}
            disabled={busy}
            onChange={comparison.setTokens}
          />
        </span>
        {busy ? (
          <button type="button" className="button button-danger" onClick={() => comparison.stop()}>
            <Icon name="stop" size={13} />
            {compare.stop}
          </button>
        ) : (
          <button
            type="submit"
            className="button button-primary"
            disabled={bad !== undefined || phase !== 'idle'}
          >
            <Icon name="play" size={14} />
            {compare.run}
          </button>
        )}
      </form>
      {bad && (
        <p className="knob-blocked">
          <Icon name="warning" size={12} />
          {compare.blocked({
            strategy: strategies[bad.experiment.strategy.kind].name,
            model: modelName(bad.experiment.model),
            why: bad.why,
          })}
        </p>
      )}
      <p className={classes('quiet', styles.note)}>
        {compare.note}
        {models > 1 && ` ${compare.workNote}`}
      </p>
      {runs.length > 0 && <CompareResults runs={runs} onShow={(run) => app.runs.showEntries(run.entries)} />}
    </div>
  );
}
