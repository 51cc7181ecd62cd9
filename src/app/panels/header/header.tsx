import { whyNotStrategy } from '#words/describe.ts';
import { strategies } from '#words/en/strategies.ts';
import { strategyFor } from '#experiment/defaults.ts';
import { problemText } from '#experiment/problem.ts';
import { presets } from '#experiment/presets.ts';
import { engineKinds } from '#policy/model-handle.ts';
import { modelName } from '#policy/models.ts';
import { abilitiesOf, modelChoices } from '#app/store/library-state.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { setupBeside, useMedia } from '#app/ui/use-media.ts';
import { namedStrategyGroups, strategyKinds } from '../strategy-kinds.ts';
import { MoreMenu } from './more-menu.tsx';
import { RunButton } from './run-button.tsx';
import { ThemeButton } from './theme-button.tsx';
import { classes } from '#views/classes.ts';
import { presetWords } from '#words/en/presets.ts';
import styles from './header.module.css';
import { header } from '#words/en/header.ts';
import { models } from '#words/en/models.ts';
import { shell } from '#words/en/shell.ts';

/** Name, what to run, and Run. */
export function Header() {
  const app = useActions();
  const roomForSetup = useMedia(setupBeside);
  return (
    <header className={styles.root}>
      <div className={styles.brand}>
        <svg width="26" height="26" viewBox="0 0 32 32" aria-hidden="true">
          <path
            d="M2 23.5h14.2a7.1 7.1 0 1 0-7.1-7.1c0 4.2 3.1 7.1 7.4 7.1H24"
            fill="none"
            stroke="currentColor"
            strokeWidth="2.6"
            strokeLinecap="round"
          />
          <circle cx="28.4" cy="23.5" r="2.3" fill="var(--forced-mark)" />
        </svg>
        <h1 className={styles.brandName} translate="no">
          Second Thought
        </h1>
      </div>
      <div className={styles.pickers}>
        <ProblemPicker roomForSetup={roomForSetup} />
        <StrategyPicker />
        {roomForSetup && <ModelPicker />}
      </div>
      <div className={styles.actions}>
        {!roomForSetup && (
          <button
            type="button"
            className="button button-icon"
            aria-label={shell.setup}
            title={shell.setup}
            onClick={() => app.view.openSetup(true)}
          >
            <Icon name="sliders" />
          </button>
        )}
        <RunButton />
        {roomForSetup && (
          <button type="button" className="button" onClick={() => void app.setup.copyLink()}>
            <Icon name="link" />
            {header.copyLink}
          </button>
        )}
        <MoreMenu />
        {roomForSetup && <ThemeButton />}
        {roomForSetup && (
          <button
            type="button"
            className="button button-plain button-icon"
            aria-label={header.keys}
            title={header.keysKey}
            onClick={() => app.view.openDialog('keys')}
          >
            <Icon name="keys" size={18} />
          </button>
        )}
      </div>
    </header>
  );
}

function ProblemPicker({ roomForSetup }: { readonly roomForSetup: boolean }) {
  const app = useActions();
  const problem = useApp((state) => state.draft.problem);
  const text = problemText(problem);
  return (
    <span className={classes(styles.picker, styles.pickerProblem)} title={text} translate="no">
      <select
        className="field-select"
        aria-label={header.problem}
        translate="yes"
        value=""
        onChange={(event) => {
          const preset = presets.find((one) => one.id === event.currentTarget.value);
          if (preset) app.setup.setExperiment(preset.experiment);
        }}
      >
        <option value="" translate="no">
          {shortened(text)}
        </option>
        <optgroup label={header.presets}>
          {presets.map((preset) => (
            <option key={preset.id} value={preset.id} title={presetWords[preset.id].why}>
              {presetWords[preset.id].title}
            </option>
          ))}
        </optgroup>
      </select>
      {!roomForSetup && (
        <button
          type="button"
          className="button button-icon"
          aria-label={header.surprise}
          title={header.surpriseHelp}
          onClick={() => void app.setup.surprise()}
        >
          <Icon name="dice" />
        </button>
      )}
    </span>
  );
}

/** A question may be long; its beginning is enough to know it by. */
const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 58).trimEnd()} …` : text);

function StrategyPicker() {
  const app = useActions();
  const kind = useApp((state) => state.draft.strategy.kind);
  const model = useApp((state) => abilitiesOf(state.draft.model, state.library));
  return (
    <select
      className={classes('field-select', styles.picker)}
      aria-label={header.strategy}
      value={kind}
      onChange={(event) => {
        const chosen = strategyKinds.find((one) => one === event.currentTarget.value);
        if (chosen) app.setup.setStrategyKind(chosen);
      }}
    >
      {namedStrategyGroups().map(({ name, kinds }) => (
        <optgroup key={name} label={name}>
          {kinds.map((one) => {
            const blocked = whyNotStrategy(strategyFor(model, one), model);
            return (
              <option key={one} value={one} disabled={blocked !== null} title={blocked ?? undefined}>
                {blocked ? header.notWithModel(strategies[one].name) : strategies[one].name}
              </option>
            );
          })}
        </optgroup>
      ))}
    </select>
  );
}

function ModelPicker() {
  const app = useActions();
  const model = useApp((state) => state.draft.model);
  const family = useApp((state) => state.draft.problem.family);
  const library = useApp((state) => state.library);
  const choices = modelChoices(library, family, model);
  return (
    <select
      className={classes('field-select', styles.picker)}
      aria-label={header.model}
      value={model}
      onChange={(event) => {
        const { value } = event.currentTarget;
        if (value === '') app.view.openDialog('models');
        else app.setup.setModel(value);
      }}
    >
      {engineKinds.map((kind) => {
        const own = choices.filter((id) => abilitiesOf(id, library).engine === kind);
        return own.length === 0 ? null : (
          <optgroup key={kind} label={models.where[kind]}>
            {own.map((id) => (
              <option key={id} value={id} translate="no">
                {modelName(id)}
              </option>
            ))}
          </optgroup>
        );
      })}
      <option value="">{header.allModels}</option>
    </select>
  );
}
