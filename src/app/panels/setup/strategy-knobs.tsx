import { knobControl } from '#experiment/control.ts';
import { knobsOf, type StrategyKnob } from '#experiment/strategies.ts';
import { describeKnob, describeOption, knobIdle } from '#words/describe.ts';
import { knobs } from '#words/en/knobs.ts';
import { defaultBudget, strategyFor } from '#experiment/defaults.ts';
import type { Strategy } from '#experiment/experiment.ts';
import { abilitiesOf } from '#app/store/library-state.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { KnobFrame } from '#app/ui/knob.tsx';
import { NumberBox } from '#app/ui/number-box.tsx';
import { lazyPart } from '#app/ui/lazy-part.tsx';
import { side } from '../side.ts';
import { KnobControl } from './knob-control.tsx';
import { knobValue, withKnob } from './with-knob.ts';

const DiscriminatorChoice = lazyPart(side, (part) => part.DiscriminatorChoice);
const VerifierChoice = lazyPart(side, (part) => part.VerifierChoice);

/** The knobs of the chosen strategy, as its schema and the descriptions have them. */
export function StrategyKnobs({ blocked }: { readonly blocked: string | null }) {
  const app = useActions();
  const strategy = useApp((state) => state.draft.strategy);
  return (
    <>
      {knobsOf(strategy.kind).map((knob) => (
        <StrategyKnobRow
          key={`${strategy.kind} ${knob}`}
          knob={knob}
          strategy={strategy}
          blocked={blocked}
          onChange={app.setup.setStrategy}
        />
      ))}
      <BudgetKnob />
    </>
  );
}

interface RowProps {
  readonly knob: StrategyKnob;
  readonly strategy: Strategy;
  readonly blocked: string | null;
  readonly onChange: (strategy: Strategy) => void;
}

function StrategyKnobRow({ knob, strategy, blocked, onChange }: RowProps) {
  const model = useApp((state) => abilitiesOf(state.draft.model, state.library));
  const control = knobControl(strategy.kind, knob);
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

function BudgetKnob() {
  const app = useActions();
  const { tokens } = useApp((state) => state.draft.budget);
  const { name, does } = knobs.budget;
  return (
    <KnobFrame
      label={name}
      help={does}
      defaultText={String(defaultBudget.tokens)}
      onReset={tokens === defaultBudget.tokens ? null : () => app.setup.setBudget(defaultBudget.tokens)}
      renderControl={({ id, helpId }) => (
        <NumberBox
          id={id}
          helpId={helpId}
          name={name}
          value={tokens}
          min={0}
          max={1_000_000}
          onChange={app.setup.setBudget}
        />
      )}
    />
  );
}
