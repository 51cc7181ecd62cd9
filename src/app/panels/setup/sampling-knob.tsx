import { samplingFor } from '#experiment/defaults.ts';
import type { Sampling } from '#experiment/experiment.ts';
import { abilitiesOf } from '#app/store/library-state.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { KnobFrame, SliderControl } from '#app/ui/knob.tsx';
import { describeSampling } from '#words/describe-knob.ts';
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

/** One of the settings by which tokens are drawn. */
export function SamplingKnob({ knob }: { readonly knob: keyof Sampling }) {
  const app = useActions();
  const sampling = useApp((state) => state.draft.sampling);
  const kind = useApp((state) => state.draft.strategy.kind);
  const model = useApp((state) => abilitiesOf(state.draft.model, state.library));
  const { name, does, paper } = describeSampling(knob);
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
