import { knobControl } from '#experiment/control.ts';
import { strategyFor } from '#experiment/defaults.ts';
import type { StrategyKnob } from '#experiment/strategies.ts';
import { abilitiesOf } from '#app/store/library-state.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { KnobFrame } from '#app/ui/knob.tsx';
import { describeKnob, describeOption, knobIdle } from '#words/describe-knob.ts';
import { DiscriminatorChoice } from './discriminator-choice.tsx';
import { KnobControl } from './knob-control.tsx';
import { VerifierChoice } from './verifier-choice.tsx';
import { knobValue, withKnob } from './with-knob.ts';

/** One knob of the chosen strategy, as its schema and the descriptions have it. */
export function StrategyKnobRow({
  knob,
  blocked,
}: {
  readonly knob: StrategyKnob;
  /** Why the strategy cannot be run at all. */
  readonly blocked: string | null;
}) {
  const app = useActions();
  const strategy = useApp((state) => state.draft.strategy);
  const model = useApp((state) => abilitiesOf(state.draft.model, state.library));
  const control = knobControl(strategy.kind, knob);
  const onChange = app.setup.setStrategy;
  if (control.type === 'verifier') return <VerifierChoice strategy={strategy} onChange={onChange} />;
  if (control.type === 'model')
    return strategy.kind === 'rstar' ? <DiscriminatorChoice strategy={strategy} onChange={onChange} /> : null;
  const { name, does, paper } = describeKnob(strategy.kind, knob);
  const value = knobValue(strategy, knob);
  const standard = knobValue(strategyFor(model, strategy.kind), knob);
  const idle = blocked ?? knobIdle(strategy, knob);
  const words = control.type === 'choice' ? describeOption(strategy.kind, knob, String(value)).does : '';
  return (
    <KnobFrame
      label={name}
      help={words || does}
      paper={paper ?? undefined}
      blocked={idle}
      defaultText={
        control.type === 'choice'
          ? describeOption(strategy.kind, knob, String(standard)).name
          : String(standard)
      }
      onReset={value === standard ? null : () => onChange(withKnob(strategy, knob, standard))}
      renderControl={(ids) => (
        <KnobControl
          ids={ids}
          knob={knob}
          label={name}
          option={(one) => describeOption(strategy.kind, knob, one)}
          control={control}
          value={value}
          disabled={idle !== null}
          onChange={(next) => onChange(withKnob(strategy, knob, next))}
        />
      )}
    />
  );
}
