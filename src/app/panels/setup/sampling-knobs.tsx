import { describeSampling } from '#words/describe.ts';
import { knobs } from '#words/en/knobs.ts';
import { defaultSeed, samplingFor } from '#experiment/defaults.ts';
import type { Sampling } from '#experiment/experiment.ts';
import { abilitiesOf } from '#app/store/library-state.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { KnobFrame, SliderControl } from '#app/ui/knob.tsx';
import { NumberBox } from '#app/ui/number-box.tsx';
import setupStyles from './setup.module.css';
import styles from './sampling-knobs.module.css';
import { setup } from '#words/en/setup.ts';

interface Range {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** Ranges of the sliders; within those of the experiment's schema. */
const ranges: Record<keyof Sampling, Range> = {
  temperature: { min: 0, max: 2, step: 0.05 },
  topK: { min: 0, max: 100, step: 1 },
  topP: { min: 0.01, max: 1, step: 0.01 },
  minP: { min: 0, max: 1, step: 0.01 },
  maxTokens: { min: 1, max: 512, step: 1 },
};

/** Tokens that a model which writes sentences may need to think a hard problem through. */
const longTexts: Range = { min: 1, max: 4096, step: 1 };

/** How tokens are drawn, and the seed all chance flows from. */
export function SamplingKnobs() {
  const sampling = useApp((state) => state.draft.sampling);
  const { topK, topP, minP, maxTokens } = sampling;
  const kind = useApp((state) => state.draft.strategy.kind);
  const usual = samplingFor(useModelAbilities(), kind);
  const touched =
    topK !== usual.topK || topP !== usual.topP || minP !== usual.minP || maxTokens !== usual.maxTokens;
  return (
    <section className={setupStyles.section} aria-labelledby="setup-sampling">
      <h2 className={setupStyles.title} id="setup-sampling">
        {setup.sampling}
      </h2>
      <SamplingKnob knob="temperature" />
      <SeedKnob />
      <details className="setup-more" open={touched}>
        <summary>{setup.moreSampling}</summary>
        <SamplingKnob knob="topK" />
        <SamplingKnob knob="topP" />
        <SamplingKnob knob="minP" />
        <SamplingKnob knob="maxTokens" />
      </details>
    </section>
  );
}

const useModelAbilities = () => useApp((state) => abilitiesOf(state.draft.model, state.library));

function SamplingKnob({ knob }: { readonly knob: keyof Sampling }) {
  const app = useActions();
  const sampling = useApp((state) => state.draft.sampling);
  const kind = useApp((state) => state.draft.strategy.kind);
  const { name, does, paper } = describeSampling(knob);
  const model = useModelAbilities();
  const standard = samplingFor(model, kind)[knob];
  const range = knob === 'maxTokens' && model.capabilities.instructions ? longTexts : ranges[knob];
  const greedy = sampling.temperature === 0 && (knob === 'topK' || knob === 'topP' || knob === 'minP');
  return (
    <KnobFrame
      label={name}
      help={does}
      paper={paper ?? undefined}
      defaultText={String(standard)}
      blocked={greedy ? setup.greedy : null}
      onReset={sampling[knob] === standard ? null : () => app.setup.setSampling({ [knob]: standard })}
      renderControl={({ id, helpId }) => (
        <SliderControl
          id={id}
          helpId={helpId}
          label={name}
          value={sampling[knob]}
          {...range}
          disabled={greedy}
          onChange={(value) => app.setup.setSampling({ [knob]: value })}
        />
      )}
    />
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
          <button type="button" className="button button-small" onClick={app.setup.freshSeed}>
            <Icon name="dice" size={14} />
            {setup.anotherSeed}
          </button>
        </div>
      )}
    />
  );
}
