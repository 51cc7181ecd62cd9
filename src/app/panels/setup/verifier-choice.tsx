import { sourceUrl } from '#experiment/sources.ts';
import { defaultVerifier, verifierKinds, verifierSheet } from '#experiment/verifier.ts';
import { whyNotVerifier } from '#words/describe.ts';
import { verifiers } from '#words/en/verifiers.ts';
import { strategyFor } from '#experiment/defaults.ts';
import type { Strategy } from '#experiment/experiment.ts';
import { readsValueHead, type VerifierKind, type VerifierSpec } from '#experiment/verifier.ts';
import { judgeOf } from '#app/models/second-model.ts';
import { abilitiesOf } from '#app/store/library-state.ts';
import { useApp } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { KnobFrame } from '#app/ui/knob.tsx';
import { JudgeChoice } from './judge-choice.tsx';
import { judgesFor } from './judges.ts';
import { withKnob } from './with-knob.ts';
import { setup } from '#words/en/setup.ts';

/** Who judges. What doesn't fit is there, greyed out. */
export function VerifierChoice({
  strategy,
  onChange,
}: {
  readonly strategy: Strategy;
  readonly onChange: (strategy: Strategy) => void;
}) {
  const model = useApp((state) => abilitiesOf(state.draft.model, state.library));
  const problem = useApp((state) => state.draft.problem);
  if (!('verifier' in strategy)) return null;
  const { verifier } = strategy;
  const standard = strategyFor(model, strategy.kind);
  const usual = 'verifier' in standard ? standard.verifier : verifier;
  const whyNot = (spec: VerifierSpec) => whyNotVerifier(spec, strategy, model, problem, judgeOf(spec));
  /** The first of its kind that fits: the model itself where it can, else one that was trained to judge. */
  const fitting = (kind: VerifierKind) =>
    judgesFor(kind, problem.family).find((spec) => whyNot(spec) === null);
  const blocked = (kind: VerifierKind) => (fitting(kind) ? null : whyNot(defaultVerifier(kind)));
  const misfit = whyNot(verifier);
  const { does } = verifiers[verifier.kind];
  const { source } = verifierSheet(verifier.kind);
  return (
    <>
      <KnobFrame
        label={setup.verifier}
        help={does}
        defaultText={verifiers[usual.kind].name}
        onReset={verifier.kind === usual.kind ? null : () => onChange(withKnob(strategy, 'verifier', usual))}
        paper={source ? setup.by(source.authors) : undefined}
        renderControl={({ id, helpId }) => (
          <select
            id={id}
            className="field-select"
            value={verifier.kind}
            aria-describedby={helpId}
            aria-invalid={misfit !== null}
            onChange={(event) => {
              const kind = verifierKinds.find((one) => one === event.currentTarget.value);
              if (kind) onChange(withKnob(strategy, 'verifier', fitting(kind) ?? defaultVerifier(kind)));
            }}
          >
            {verifierKinds.map((kind) => {
              const reason = blocked(kind);
              return (
                <option
                  key={kind}
                  value={kind}
                  disabled={reason !== null && kind !== verifier.kind}
                  title={reason ?? undefined}
                >
                  {reason === null ? verifiers[kind].name : setup.doesNotFit(verifiers[kind].name)}
                </option>
              );
            })}
          </select>
        )}
      />
      {misfit && (
        <p className="knob-blocked" role="alert">
          <Icon name="warning" size={12} />
          {misfit}
        </p>
      )}
      {source && (
        <p className="hidden-visually">
          <a href={sourceUrl(source)} target="_blank" rel="noreferrer" translate="no">
            {source.authors}
          </a>
        </p>
      )}
      {readsValueHead(verifier) && (
        <JudgeChoice
          verifier={verifier}
          whyNot={whyNot}
          onChange={(next) => onChange(withKnob(strategy, 'verifier', next))}
        />
      )}
    </>
  );
}
