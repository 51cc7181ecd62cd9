import { strategyFor } from '#experiment/defaults.ts';
import { mainKnobsOf } from '#experiment/strategies.ts';
import { abilitiesOf } from '#app/store/library-state.ts';
import { useApp } from '#app/store/use-app.tsx';
import { whyNotStrategy } from '#words/describe.ts';
import { SamplingKnob } from './sampling-knob.tsx';
import { StrategyKnobRow } from './strategy-knob-row.tsx';
import { setup } from '#words/en/setup.ts';
import styles from './setup.module.css';

/** The knobs that matter most for the chosen strategy. */
export function MainKnobs() {
  const kind = useApp((state) => state.draft.strategy.kind);
  const model = useApp((state) => abilitiesOf(state.draft.model, state.library));
  const blocked = whyNotStrategy(strategyFor(model, kind), model);
  return (
    <fieldset className={styles.knobs} aria-label={setup.main}>
      {mainKnobsOf(kind).map((knob) =>
        knob === 'temperature' ? (
          <SamplingKnob key={knob} knob={knob} />
        ) : (
          <StrategyKnobRow key={`${kind} ${knob}`} knob={knob} blocked={blocked} />
        ),
      )}
    </fieldset>
  );
}
