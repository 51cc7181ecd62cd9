import type { StrategyKind } from '../../../experiment/experiment.ts';
import { problemText } from '../../../experiment/problem.ts';
import { presets } from '../../../experiment/presets.ts';
import { modelsFor } from '../../../policy/catalog.ts';
import { sameExperiment } from '../../store/same-experiment.ts';
import { useActions, useApp } from '../../store/use-app.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useMedia, inspectorBeside, setupBeside } from '../../ui/use-media.ts';
import { strategyNames } from '../strategy-names.ts';
import { MoreMenu } from './more-menu.tsx';
import { RunButton } from './run-button.tsx';
import { ThemeButton } from './theme-button.tsx';

/** Name, what to run, and Run. */
export function Header() {
  const app = useActions();
  const roomForSetup = useMedia(setupBeside);
  const roomForInspector = useMedia(inspectorBeside);
  return (
    <header className="header">
      <div className="brand">
        <svg width="26" height="26" viewBox="0 0 32 32" aria-hidden="true" className="brand-mark">
          <path d="M2 23.5h14.2a7.1 7.1 0 1 0-7.1-7.1c0 4.2 3.1 7.1 7.4 7.1H24" fill="none" stroke="currentColor" strokeWidth="2.6" strokeLinecap="round" />
          <circle cx="28.4" cy="23.5" r="2.3" fill="var(--forced-mark)" />
        </svg>
        <h1 className="brand-name">Second Thought</h1>
      </div>
      <div className="pickers">
        <ProblemPicker />
        <StrategyPicker />
        {roomForSetup && <ModelPicker />}
      </div>
      <div className="header-actions">
        {!roomForSetup && (
          <button type="button" className="button button-icon" aria-label="Setup" title="Setup" onClick={() => app.openSetup(true)}><Icon name="sliders" /></button>
        )}
        <RunButton />
        {roomForInspector && (
          <button type="button" className="button" onClick={() => void app.copyLink()}><Icon name="link" />Copy link</button>
        )}
        <MoreMenu />
        {roomForSetup && <ThemeButton />}
        {roomForSetup && (
          <button type="button" className="button button-plain button-icon" aria-label="Keys" title="Keys (?)" onClick={() => app.openDialog('keys')}><Icon name="keys" size={18} /></button>
        )}
      </div>
    </header>
  );
}

function ProblemPicker() {
  const app = useActions();
  const draft = useApp((state) => state.draft);
  const at = presets.findIndex((preset) => sameExperiment(preset.experiment, draft));
  const groups = Map.groupBy(presets.entries(), ([, preset]) => preset.experiment.problem.family);
  return (
    <span className="picker picker-problem">
      <select className="field-select" aria-label="Problem" title={problemText(draft.problem)} value={at}
        onChange={(event) => {
          const preset = presets[Number(event.currentTarget.value)];
          if (preset) app.setExperiment(preset.experiment);
        }}>
        <option value={-1} hidden={at >= 0}>{problemText(draft.problem)}</option>
        {[...groups].map(([family, entries]) => (
          <optgroup key={family} label={familyNames[family]}>
            {entries.map(([index, preset]) => <option key={index} value={index}>{preset.name}</option>)}
          </optgroup>
        ))}
      </select>
      <button type="button" className="button button-icon" aria-label="Surprise me" title="Surprise me: a problem the model has not been trained on" onClick={() => void app.surprise()}>
        <Icon name="dice" />
      </button>
    </span>
  );
}

const familyNames = { countdown: 'Game of 24 / Countdown', arithmetic: 'Arithmetic' } as const;

function StrategyPicker() {
  const app = useActions();
  const kind = useApp((state) => state.draft.strategy.kind);
  return (
    <select className="field-select picker" aria-label="Strategy" value={kind}
      onChange={(event) => {
        const chosen = strategyNames.find((one) => one.kind === event.currentTarget.value);
        if (chosen) app.setStrategyKind(chosen.kind satisfies StrategyKind);
      }}>
      {strategyNames.map((one) => <option key={one.kind} value={one.kind}>{one.name}</option>)}
    </select>
  );
}

function ModelPicker() {
  const app = useActions();
  const model = useApp((state) => state.draft.model);
  const family = useApp((state) => state.draft.problem.family);
  const models = modelsFor(family);
  return (
    <select className="field-select picker" aria-label="Model" value={model} onChange={(event) => app.setModel(event.currentTarget.value)}>
      {!models.some((one) => one.id === model) && <option value={model}>{model}</option>}
      {models.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
    </select>
  );
}
