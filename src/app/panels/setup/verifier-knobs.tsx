import { verifierKnobControl, verifierKnobsOf } from '#experiment/control.ts';
import { defaultVerifier, verifierKinds, type VerifierKind } from '#experiment/verifier.ts';
import { judgeOf } from '#app/models/second-model.ts';
import { abilitiesOf } from '#app/store/library-state.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { KnobFrame } from '#app/ui/knob.tsx';
import { whyNotVerifier } from '#words/describe.ts';
import { describeVerifierKnob, describeVerifierOption } from '#words/describe-knob.ts';
import { setup } from '#words/en/setup.ts';
import { verifiers } from '#words/en/verifiers.ts';
import { classes } from '#views/classes.ts';
import { judgesFor } from './judges.ts';
import { KnobControl } from './knob-control.tsx';
import styles from './verifier-knobs.module.css';
import { knobValue, withKnob, withVerifierKnob } from './with-knob.ts';

/** What the chosen verifier can be told, and why others don't fit. */
export function VerifierKnobs() {
  const app = useActions();
  const strategy = useApp((state) => state.draft.strategy);
  const model = useApp((state) => abilitiesOf(state.draft.model, state.library));
  const problem = useApp((state) => state.draft.problem);
  if (!('verifier' in strategy)) return null;
  const { verifier } = strategy;
  const whyNotKind = (kind: VerifierKind) => {
    const reasons = judgesFor(kind, problem.family).map((spec) =>
      whyNotVerifier(spec, strategy, model, problem, judgeOf(spec)),
    );
    return reasons.includes(null) ? null : (reasons[0] ?? null);
  };
  const misfits = verifierKinds.flatMap((kind) => {
    const why = kind === verifier.kind ? null : whyNotKind(kind);
    return why === null ? [] : [{ kind, why }];
  });
  return (
    <>
      {verifierKnobsOf(verifier.kind).map((knob) => {
        const { name, does: help, paper } = describeVerifierKnob(verifier.kind, knob);
        const control = verifierKnobControl(verifier.kind, knob);
        const value = knobValue(verifier, knob);
        const own = knobValue(defaultVerifier(verifier.kind), knob);
        const set = (next: unknown) =>
          app.setup.setStrategy(withKnob(strategy, 'verifier', withVerifierKnob(verifier, knob, next)));
        return (
          <KnobFrame
            key={knob}
            label={name}
            help={help}
            paper={paper ?? undefined}
            defaultText={
              control.type === 'choice'
                ? describeVerifierOption(verifier.kind, knob, String(own)).name
                : String(own)
            }
            onReset={value === own ? null : () => set(own)}
            renderControl={(ids) => (
              <KnobControl
                ids={ids}
                knob={knob}
                label={name}
                option={(choice) => describeVerifierOption(verifier.kind, knob, choice)}
                control={control}
                value={value}
                disabled={false}
                onChange={set}
              />
            )}
          />
        );
      })}
      {misfits.length > 0 && (
        <details className={classes('setup-more', styles.misfits)}>
          <summary>{setup.misfits(misfits.length)}</summary>
          <dl>
            {misfits.map(({ kind, why }) => (
              <div key={kind}>
                <dt>{verifiers[kind].name}</dt>
                <dd>{why}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  );
}
