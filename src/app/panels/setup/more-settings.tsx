import { defaultBudget, defaultSeed, strategyFor } from '#experiment/defaults.ts';
import { knobsOf, mainKnobsOf } from '#experiment/strategies.ts';
import { abilitiesOf } from '#app/store/library-state.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { KnobFrame } from '#app/ui/knob.tsx';
import { NumberBox } from '#app/ui/number-box.tsx';
import { whyNotStrategy } from '#words/describe.ts';
import { knobs } from '#words/en/knobs.ts';
import { models } from '#words/en/models.ts';
import { setup } from '#words/en/setup.ts';
import { ModelFactsLine } from './model-facts.tsx';
import { SamplingKnob } from './sampling-knob.tsx';
import { StrategyKnobRow } from './strategy-knob-row.tsx';
import { VerifierKnobs } from './verifier-knobs.tsx';
import styles from './setup.module.css';

const sampling = ['temperature', 'topK', 'topP', 'minP', 'maxTokens'] as const;

/** What a usual run can do without: the strategy's other knobs, how tokens are drawn, the seed, the budget, and the model's facts. */
export function MoreSettings() {
  const kind = useApp((state) => state.draft.strategy.kind);
  const chosen = useApp((state) => state.draft.model);
  const model = useApp((state) => abilitiesOf(state.draft.model, state.library));
  const blocked = whyNotStrategy(strategyFor(model, kind), model);
  const main = mainKnobsOf(kind);
  const others = knobsOf(kind).filter((knob) => !main.includes(knob));
  return (
    <>
      <div className={styles.knobs}>
        {others.map((knob) => (
          <StrategyKnobRow key={`${kind} ${knob}`} knob={knob} blocked={blocked} />
        ))}
        <VerifierKnobs />
        <SeedKnob />
        <BudgetKnob />
      </div>
      <h3 className={styles.subtitle}>{setup.sampling}</h3>
      <div className={styles.knobs}>
        {sampling
          .filter((knob) => !(knob === 'temperature' && main.includes(knob)))
          .map((knob) => (
            <SamplingKnob key={knob} knob={knob} />
          ))}
      </div>
      <h3 className={styles.subtitle}>{models.facts}</h3>
      <ModelFactsLine model={chosen} />
    </>
  );
}

function SeedKnob() {
  const app = useActions();
  const seed = useApp((state) => state.draft.seed);
  const { name, does } = knobs.seed;
  return (
    <KnobFrame
      label={name}
      help={does}
      defaultText={String(defaultSeed)}
      onReset={seed === defaultSeed ? null : () => app.setup.setSeed(defaultSeed)}
      renderControl={({ id, helpId }) => (
        <div className={styles.seed}>
          <NumberBox
            id={id}
            helpId={helpId}
            name={name}
            value={seed}
            min={0}
            max={0xffffffff}
            onChange={app.setup.setSeed}
          />
          <button
            type="button"
            className="button button-icon button-small"
            aria-label={setup.anotherSeed}
            title={setup.anotherSeed}
            onClick={app.setup.freshSeed}
          >
            <Icon name="dice" size={14} />
          </button>
        </div>
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
