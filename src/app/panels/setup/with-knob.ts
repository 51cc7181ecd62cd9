import type { StrategyKnob } from '#experiment/strategies.ts';
import type { VerifierKnob } from '#experiment/verifier.ts';
import { safeParse } from 'valibot';
import { type Strategy, strategySchema } from '#experiment/experiment.ts';
import { type VerifierSpec, verifierSchema } from '#experiment/verifier.ts';

/** The strategy with one of its knobs set; as it was where the value cannot be. */
export function withKnob(strategy: Strategy, knob: StrategyKnob, value: unknown): Strategy {
  const result = safeParse(strategySchema, { ...strategy, [knob]: value });
  return result.success ? result.output : strategy;
}

/** The verifier with one of its knobs set; as it was where the value cannot be. */
export function withVerifierKnob(verifier: VerifierSpec, knob: VerifierKnob, value: unknown): VerifierSpec {
  const result = safeParse(verifierSchema, { ...verifier, [knob]: value });
  return result.success ? result.output : verifier;
}

/** What a knob is set to; undefined where there is no such knob. */
export function knobValue(holder: Strategy | VerifierSpec, knob: string): unknown {
  return Object.entries(holder).find(([key]) => key === knob)?.[1];
}
