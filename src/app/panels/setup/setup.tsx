import { setup } from '#words/en/setup.ts';
import { Rich } from '#views/rich.tsx';
import { presets } from '#experiment/presets.ts';
import { families, familySheet } from '#experiment/families.ts';
import { embeddedModel } from '#policy/models.ts';
import { sameExperiment } from '#app/store/same-experiment.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { ProblemForm } from '#app/problems/families.tsx';
import { presetWords } from '#words/en/presets.ts';
import { problems } from '#words/en/problems.ts';
import { ModelChoice } from './model-choice.tsx';
import { SamplingKnobs } from './sampling-knobs.tsx';
import { StrategyChoice } from './strategy-choice.tsx';
import { classes } from '#views/classes.ts';
import styles from './setup.module.css';

/** Everything a person can set. */
export function Setup() {
  return (
    <>
      <ProblemSection />
      <StrategyChoice />
      <ModelChoice />
      <SamplingKnobs />
      <OutOfRange />
    </>
  );
}

/** What is typed and cannot be meant, in sight wherever the setup is scrolled to. */
function OutOfRange() {
  const typo = useApp((state) => Object.values(state.invalid)[0]);
  return (
    <div role="alert">
      {typo && (
        <p className={styles.invalid}>
          <Icon name="warning" size={14} />
          {typo}
        </p>
      )}
    </div>
  );
}

function ProblemSection() {
  const app = useActions();
  const draft = useApp((state) => state.draft);
  const { problem } = draft;
  const preset = presets.find((one) => sameExperiment(one.experiment, draft));
  const model = embeddedModel(draft.model);
  return (
    <section className={styles.section} aria-labelledby="setup-problem">
      <h2 className={styles.title} id="setup-problem">
        {problems.title}
      </h2>
      <div className="segmented" role="radiogroup" aria-label={problems.kind}>
        {families.map((id) => (
          <label key={id}>
            <input
              type="radio"
              name="family"
              checked={problem.family === id}
              onChange={() => app.setup.setFamily(id)}
            />
            <span>{problems.names[id]}</span>
          </label>
        ))}
      </div>
      <ProblemForm problem={problem} onChange={app.setup.setProblem} />
      <button
        type="button"
        className={classes('button', styles.surprise)}
        onClick={() => void app.setup.surprise()}
        title={familySheet(problem).surprises ? problems.surpriseOwn : problems.surpriseHeldOut}
      >
        <Icon name="dice" />
        {problems.surprise}
      </button>
      {(draft.start ?? draft.pruned) && (
        <p className={styles.note}>
          {draft.start && (
            <>
              <Rich text={setup.startsFrom} parts={shownText(`…${draft.start.text.slice(-40)}`)} />{' '}
            </>
          )}
          {draft.pruned && (
            <>
              <Rich
                text={setup.neverFollows}
                parts={shownText(
                  draft.pruned.map((path) => (path.length > 30 ? `…${path.slice(-30)}` : path)).join(', '),
                )}
              />{' '}
            </>
          )}
          <button type="button" className="button button-small" onClick={app.setup.dropStart}>
            {draft.start ? setup.startAgain : setup.followAgain}
          </button>
        </p>
      )}
      {preset && (
        <p className={styles.note}>
          <strong>{presetWords[preset.id].title}.</strong> {presetWords[preset.id].why}
        </p>
      )}
      {model && !model.families.includes(problem.family) && (
        <p className={styles.note}>{setup.notTrained(model.name)}</p>
      )}
    </section>
  );
}

/** What stands in a sentence as the model wrote it. */
const shownText = (text: string) => ({
  text: () => (
    <span className="mono" translate="no">
      {text}
    </span>
  ),
});
