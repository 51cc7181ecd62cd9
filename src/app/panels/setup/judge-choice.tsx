import { describeVerifierKnob } from '#words/describe-knob.ts';
import { knobNotes } from '#words/en/knobs.ts';
import { verifierModel, type ValueHeadSpec, type VerifierSpec } from '#experiment/verifier.ts';
import { modelList } from '#words/en/model-list.ts';
import { aboutModel } from '#app/models/about.ts';
import { spokenName } from '#app/models/spoken-name.ts';
import { useApp } from '#app/store/use-app.tsx';
import { KnobFrame } from '#app/ui/knob.tsx';
import { judgesFor } from './judges.ts';

interface Props {
  readonly verifier: ValueHeadSpec;
  /** Why a verifier does not fit, in words; null where it does. */
  readonly whyNot: (spec: VerifierSpec) => string | null;
  readonly onChange: (verifier: VerifierSpec) => void;
}

/** Whose value head is read: the model's own, or that of one trained to judge. Nothing where there is nothing to choose. */
export function JudgeChoice({ verifier, whyNot, onChange }: Props) {
  const family = useApp((state) => state.draft.problem.family);
  const { kind, model } = verifier;
  const offered = judgesFor(kind, family);
  // What a link or an import chose is shown, fit or not.
  const choices = offered.some((spec) => (verifierModel(spec) ?? undefined) === model)
    ? offered
    : [...offered, verifier];
  if (choices.length < 2) return null;
  const { name, does, paper } = describeVerifierKnob(kind, 'model');
  const help = model === undefined ? knobNotes.ownHead.does : (aboutModel(model) ?? does);
  return (
    <KnobFrame
      label={name}
      help={help}
      paper={paper ?? undefined}
      defaultText={knobNotes.ownHead.name}
      onReset={model === undefined ? null : () => onChange({ kind })}
      renderControl={({ id, helpId }) => (
        <select
          id={id}
          className="field-select"
          value={model ?? ''}
          aria-describedby={helpId}
          onChange={(event) => {
            const { value } = event.currentTarget;
            onChange(value === '' ? { kind } : { kind, model: value });
          }}
        >
          {choices.map((spec) => {
            const judge = verifierModel(spec);
            const reason = whyNot(spec);
            return (
              <option
                key={judge ?? ''}
                value={judge ?? ''}
                disabled={reason !== null && (judge ?? undefined) !== model}
                title={reason ?? undefined}
              >
                {optionText(judge === null ? knobNotes.ownHead.name : spokenName(judge), reason === null)}
              </option>
            );
          })}
        </select>
      )}
    />
  );
}

const optionText = (name: string, fits: boolean): string => (fits ? name : modelList.mayNotFit(name));
