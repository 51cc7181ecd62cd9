import { families, familySheet } from '#experiment/families.ts';
import { type Preset, presets } from '#experiment/presets.ts';
import { ProblemForm } from '#app/problems/families.tsx';
import { sameExperiment } from '#app/store/same-experiment.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { lazyPart } from '#app/ui/lazy-part.tsx';
import { Rich } from '#views/rich.tsx';
import { header } from '#words/en/header.ts';
import { presetTitles } from '#words/en/presets.ts';
import { problems } from '#words/en/problems.ts';
import { setup } from '#words/en/setup.ts';
import { side } from '../side.ts';
import styles from './setup.module.css';

const PresetReason = lazyPart(
  side,
  (part) => part.PresetReason,
  () => null,
);

/** The problem: one of the examples, one drawn from those that no model saw, or one of a person's own. */
export function ProblemChoice() {
  const app = useActions();
  const draft = useApp((state) => state.draft);
  const { problem } = draft;
  const preset = presets.find((one) => sameExperiment(one.experiment, draft));
  return (
    <section className={styles.section} aria-labelledby="setup-problem" data-family={problem.family}>
      <div className={styles.line}>
        <h2 className={styles.title} id="setup-problem">
          {problems.title}
        </h2>
        <Examples chosen={preset} />
        <button
          type="button"
          className="button button-icon"
          aria-label={problems.surprise}
          title={familySheet(problem).surprises ? problems.surpriseOwn : problems.surpriseHeldOut}
          onClick={() => void app.setup.surprise()}
        >
          <Icon name="dice" />
        </button>
      </div>
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
      <StartNote />
    </section>
  );
}

function Examples({ chosen }: { readonly chosen: Preset | undefined }) {
  const app = useActions();
  return (
    <span className={styles.helped}>
      <select
        className="field-select"
        aria-label={header.problem}
        aria-describedby={chosen && 'setup-preset'}
        value={chosen?.id ?? ''}
        onChange={(event) => {
          const preset = presets.find((one) => one.id === event.currentTarget.value);
          if (preset) app.setup.setExperiment(preset.experiment);
        }}
      >
        {!chosen && <option value="">{header.choosePreset}</option>}
        <optgroup label={header.presets}>
          {presets.map((preset) => (
            <option key={preset.id} value={preset.id}>
              {presetTitles[preset.id]}
            </option>
          ))}
        </optgroup>
      </select>
      {chosen && (
        <span className="help-text" id="setup-preset">
          <PresetReason id={chosen.id} />
        </span>
      )}
    </span>
  );
}

/** That a run starts in the middle of a thought, or leaves steps out, and the way back. */
function StartNote() {
  const app = useActions();
  const start = useApp((state) => state.draft.start);
  const pruned = useApp((state) => state.draft.pruned);
  if (!start && !pruned) return null;
  return (
    <p className={styles.note}>
      {start && (
        <>
          <Rich text={setup.startsFrom} parts={shownText(`…${start.text.slice(-40)}`)} />{' '}
        </>
      )}
      {pruned && (
        <>
          <Rich
            text={setup.neverFollows}
            parts={shownText(
              pruned.map((path) => (path.length > 30 ? `…${path.slice(-30)}` : path)).join(', '),
            )}
          />{' '}
        </>
      )}
      <button type="button" className="button button-small" onClick={app.setup.dropStart}>
        {start ? setup.startAgain : setup.followAgain}
      </button>
    </p>
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
