import { type Knob, knobDescriptions, knobsOf, sourceUrl, strategyDescriptions, unavailable } from '../../../experiment/describe.ts';
import { defaultStrategy } from '../../../experiment/defaults.ts';
import type { Strategy, StrategyKind } from '../../../experiment/experiment.ts';
import { catalogModel } from '../../../policy/catalog.ts';
import { useActions, useApp } from '../../store/use-app.tsx';
import { KnobFrame, SliderControl } from '../../ui/knob.tsx';
import { paperText } from './paper-text.ts';
import { Icon } from '../../ui/icon.tsx';
import { strategyKinds } from '../strategy-kinds.ts';

/** Which strategy, and its own parameters. What the model cannot serve is there, greyed out, with the reason. */
export function StrategyChoice() {
  const app = useActions();
  const strategy = useApp((state) => state.draft.strategy);
  const model = useApp((state) => catalogModel(state.draft.model));
  const blockedFor = (kind: StrategyKind) => (model ? unavailable(defaultStrategy(kind), model) : null);
  const { source } = strategyDescriptions[strategy.kind];
  return (
    <section className="setup-section" aria-labelledby="setup-strategy">
      <h2 className="setup-title" id="setup-strategy">Strategy</h2>
      <div className="choice-list" role="radiogroup" aria-labelledby="setup-strategy">
        {strategyKinds.map((kind) => {
          const blocked = blockedFor(kind);
          const { name, does } = strategyDescriptions[kind];
          return (
            <label key={kind} className="choice" data-blocked={blocked ? '' : undefined}>
              <input type="radio" name="strategy" checked={strategy.kind === kind} disabled={blocked !== null && strategy.kind !== kind}
                aria-describedby={`strategy-${kind}`} onChange={() => app.setStrategyKind(kind)} />
              <span className="choice-name">{name}</span>
              <span className={blocked || strategy.kind === kind ? 'choice-help' : 'hidden-visually'} id={`strategy-${kind}`}>
                {(!blocked || strategy.kind === kind) && does}
                {blocked && <span className="knob-blocked"><Icon name="warning" size={12} />{blocked}</span>}
                {strategy.kind === kind && <> <a href={sourceUrl(source)} target="_blank" rel="noreferrer">{source.authors}</a></>}
              </span>
            </label>
          );
        })}
      </div>
      {knobsOf(strategy.kind).map((knob) => <StrategyKnob key={knob} knob={knob} strategy={strategy} blocked={blockedFor(strategy.kind)} onChange={app.setStrategy} />)}
    </section>
  );
}

interface StrategyKnobProps {
  readonly knob: Knob;
  readonly strategy: Strategy;
  readonly blocked: string | null;
  readonly onChange: (strategy: Strategy) => void;
}

function StrategyKnob({ knob, strategy, blocked, onChange }: StrategyKnobProps) {
  const { name, does, paper } = knobDescriptions[knob];
  const frame = { label: name, help: does, paper: paperText(paper), blocked };
  const standard = defaultStrategy(strategy.kind);
  if (knob === 'effort' && 'effort' in strategy && 'effort' in standard) {
    return (
      <KnobFrame {...frame} defaultText={standard.effort} onReset={strategy.effort === standard.effort ? null : () => onChange({ ...strategy, effort: standard.effort })}
        renderControl={({ labelId, helpId }) => (
          <div className="segmented" role="radiogroup" aria-labelledby={labelId} aria-describedby={helpId}>
            {(['low', 'high'] as const).map((effort) => (
              <label key={effort}><input type="radio" name="effort" checked={strategy.effort === effort} disabled={blocked !== null}
                onChange={() => onChange({ ...strategy, effort })} /><span>{effort}</span></label>
            ))}
          </div>
        )} />
    );
  }
  if (knob === 'samples' && strategy.kind === 'self-consistency' && standard.kind === 'self-consistency') {
    return (
      <KnobFrame {...frame} defaultText={String(standard.samples)} onReset={strategy.samples === standard.samples ? null : () => onChange({ ...strategy, samples: standard.samples })}
        renderControl={({ id, helpId }) => (
          <SliderControl id={id} helpId={helpId} label={name} value={strategy.samples} min={1} max={64} step={1} disabled={blocked !== null}
            onChange={(samples) => onChange({ ...strategy, samples })} />
        )} />
    );
  }
  if (knob === 'shots' && strategy.kind === 'few-shot' && standard.kind === 'few-shot') {
    return (
      <KnobFrame {...frame} defaultText={String(standard.shots)} onReset={strategy.shots === standard.shots ? null : () => onChange({ ...strategy, shots: standard.shots })}
        renderControl={({ id, helpId }) => (
          <SliderControl id={id} helpId={helpId} label={name} value={strategy.shots} min={1} max={8} step={1} disabled={blocked !== null}
            onChange={(shots) => onChange({ ...strategy, shots })} />
        )} />
    );
  }
  return null;
}
