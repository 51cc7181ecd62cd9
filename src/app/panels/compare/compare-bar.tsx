import { useEffect, useId, useState } from 'react';
import { compare } from '#words/en/compare.ts';
import { type Subject } from '#app/store/compare.ts';
import { engineOf, gpuChoices } from '#app/store/library-state.ts';
import { choosableOf, hasBranches, logOfChoices, usualWays } from '#app/store/sides.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { classes } from '#views/classes.ts';
import styles from './compare-bar.module.css';
import { CompareChoices } from './compare-choices.tsx';
import { nameBeside, namingOf } from './side-words.ts';
import { SubjectChoice } from './subject-choice.tsx';
import { useComparison } from './use-comparison.ts';
import { WayChoices } from './way-choices.tsx';

/** What stands side by side, in one line; what can be chosen unfolds below it. What starts it stands where Run does. */
export function CompareBar() {
  const app = useActions();
  const comparison = app.runs.compare;
  const { tokens, runs, busy, kept, subject, experiments, changed } = useComparison();
  const draft = useApp((state) => state.draft);
  const library = useApp((state) => state.library);
  const branched = useApp(hasBranches);
  const choicesId = useId();
  /** Holds until the next comparison, which folds the choices away. */
  const [wish, setWish] = useState<{ readonly open: boolean; readonly during: unknown } | null>(null);
  const namesGpu =
    gpuChoices(library, draft.model).length > 0 ||
    experiments.some((experiment) => !engineOf(experiment.model, library).ships);
  // An example or another strategy of the setup is compared with the usual ones.
  const { kind } = draft.strategy;
  useEffect(() => comparison.suggest(kind), [comparison, kind]);
  // What such a model needs is said in the choices.
  useEffect(() => {
    if (namesGpu) app.models.lookOnce();
  }, [app, namesGpu]);
  const during = runs[0]?.experiment;
  const wished = wish?.during === during ? wish?.open : undefined;
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
        app.runs.startCompare();
      }}
    >
      <div className={styles.bar}>
        <SubjectChoice subject={subject} />
        <p className={classes('quiet', styles.summary)} hidden={open && ofArms}>
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
          <span className={kept ? 'chip' : 'chip chip-forced'}>{kept ? compare.kept : compare.before}</span>
        )}
        {(ofArms || ways.length > 1) && (
          <button
            type="button"
            className="button button-small"
            aria-expanded={open}
            aria-controls={choicesId}
            onClick={() => setWish({ open: !open, during })}
          >
            <Icon name="sliders" size={13} />
            {compare.choices}
          </button>
        )}
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
    </form>
  );
}
