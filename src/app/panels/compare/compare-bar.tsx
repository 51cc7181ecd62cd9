import { useEffect, useId, useState } from 'react';
import { useStore } from 'zustand';
import { deepEqual } from '#experiment/deep-equal.ts';
import { modelName } from '#policy/models.ts';
import { compare } from '#words/en/compare.ts';
import { strategies } from '#words/en/strategies.ts';
import { comparedExperiments, type Subject } from '#app/store/compare.ts';
import { engineOf, gpuChoices } from '#app/store/library-state.ts';
import { choosableOf, hasBranches, logOfChoices, usualWays } from '#app/store/sides.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { whyNot } from '#app/store/why-not.ts';
import { Icon } from '#app/ui/icon.tsx';
import { classes } from '#views/classes.ts';
import styles from './compare-bar.module.css';
import { CompareChoices } from './compare-choices.tsx';
import { nameBeside, namingOf } from './side-words.ts';
import { SubjectChoice } from './subject-choice.tsx';
import { WayChoices } from './way-choices.tsx';

/** What stands side by side, in one line, with what starts and stops it; what can be chosen unfolds below it. */
export function CompareBar() {
  const app = useActions();
  const comparison = app.runs.compare;
  const { arms, tokens, runs, busy, kept, subject } = useStore(comparison.store);
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
  // What a lesson put together is not what the choices say, and need not be.
  const changed =
    runs.length > 0 &&
    runs.every(({ name }) => name === undefined) &&
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
  const shown: Subject['kind'] = subject.kind === 'branches' && !branched ? 'arms' : subject.kind;
  const ofArms = shown === 'arms';
  const open = shown !== 'branches' && (wished ?? (ofArms && runs.length === 0));
  const log = useApp((state) => (subject.kind === 'choices' ? logOfChoices(subject, state) : null));
  const ways = subject.kind === 'choices' && log ? (subject.ways ?? usualWays(log)) : [];
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
        <SubjectChoice subject={subject} />
        <p className={classes('quiet', styles.summary)}>
          {ofArms
            ? compare.chosen(
                experiments.map((experiment) => nameBeside(experiment, namingOf(experiments))),
                tokens,
              )
            : log
              ? compare.ofChoices(choosableOf(log).traces)
              : compare.ofBranches}
        </p>
        {ofArms && changed && !busy && (
          <span className={kept ? 'chip' : 'chip chip-forced'}>{kept ? compare.kept : compare.changed}</span>
        )}
        {(ofArms || ways.length > 1) && (
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
        )}
        {ofArms &&
          (busy ? (
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
          ))}
      </div>
      <div id={choicesId} hidden={!open}>
        {open && ofArms && <CompareChoices models={new Set(experiments.map(({ model }) => model)).size} />}
        {open && log && <WayChoices log={log} ways={ways} />}
      </div>
      {log && ways.length < 2 && (
        <p className={styles.none}>
          <Icon name="warning" size={13} />
          {compare.noScores}
          <button
            type="button"
            className="button button-small"
            onClick={() => app.setup.setStrategyKind('best-of-n')}
          >
            {compare.setUpBestOfN}
          </button>
        </p>
      )}
      {bad && ofArms && (
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
