import { whyNotDiscriminator } from '#words/describe.ts';
import { describeKnob } from '#words/describe-knob.ts';
import { knobNotes } from '#words/en/knobs.ts';
import type { Strategy, StrategyOf } from '#experiment/experiment.ts';
import { modelsFor } from '#policy/models.ts';
import { spokenName } from '#app/models/spoken-name.ts';
import { modelList } from '#words/en/model-list.ts';
import { aboutModel } from '#app/models/about.ts';
import { secondAbilities } from '#app/models/second-model.ts';
import { abilitiesOf } from '#app/store/library-state.ts';
import { useApp } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { KnobFrame } from '#app/ui/knob.tsx';
import { withKnob } from './with-knob.ts';

interface Props {
  readonly strategy: StrategyOf<'rstar'>;
  readonly onChange: (strategy: Strategy) => void;
}

/** Who writes rStar's second samplings: the model itself, or another one that reads what it writes. Nothing where there is nothing to choose. */
export function DiscriminatorChoice({ strategy, onChange }: Props) {
  const id = useApp((state) => state.draft.model);
  const family = useApp((state) => state.draft.problem.family);
  const policy = useApp((state) => abilitiesOf(state.draft.model, state.library));
  const { discriminator: chosen, ...own } = strategy;
  const whyNot = (other: string) =>
    whyNotDiscriminator({ ...own, discriminator: other }, policy, secondAbilities(other));
  const fitting = modelsFor(family)
    .map((model) => model.id)
    .filter((other) => other !== id && whyNot(other) === null);
  // What a link or an import chose is shown, fit or not.
  const others = chosen === undefined || fitting.includes(chosen) ? fitting : [...fitting, chosen];
  if (others.length === 0) return null;
  const { name, does, paper } = describeKnob('rstar', 'discriminator');
  const misfit = chosen === undefined ? null : whyNot(chosen);
  const help = chosen === undefined ? knobNotes.itself.does : (aboutModel(chosen) ?? does);
  return (
    <>
      <KnobFrame
        label={name}
        help={help}
        paper={paper ?? undefined}
        defaultText={knobNotes.itself.name}
        onReset={chosen === undefined ? null : () => onChange(own)}
        renderControl={({ id: control, helpId }) => (
          <select
            id={control}
            className="field-select"
            value={chosen ?? ''}
            aria-describedby={helpId}
            aria-invalid={misfit !== null}
            onChange={(event) => {
              const { value } = event.currentTarget;
              onChange(value === '' ? own : withKnob(own, 'discriminator', value));
            }}
          >
            <option value="">{knobNotes.itself.name}</option>
            {others.map((other) => (
              <option key={other} value={other}>
                {other === chosen && misfit !== null
                  ? modelList.mayNotFit(spokenName(other))
                  : spokenName(other)}
              </option>
            ))}
          </select>
        )}
      />
      {misfit && (
        <p className="knob-blocked" role="alert">
          <Icon name="warning" size={12} />
          {misfit}
        </p>
      )}
    </>
  );
}
