/** What everything that can be set is called, does and needs: words for the page and the command line. */
export type { ModelAbilities } from './abilities.ts';
export {
  discriminatorUnavailable,
  problemUnavailable,
  unavailable,
  verifierUnavailable,
} from './describe/available.ts';
export type { Control } from './describe/control.ts';
export type { Knob, KnobDescription, PaperDefault } from './describe/knobs.ts';
export {
  describeKnob,
  knobControl,
  knobDescriptions,
  knobIdle,
  ownDiscriminatorDescription,
} from './describe/knobs.ts';
export { knobsOf, type StrategyKnob } from './strategies.ts';
export type { ChoiceKnob, OptionDescription } from './describe/options.ts';
export { describeOption, optionDescriptions } from './describe/options.ts';
export { defaultVerifier, verifierKinds } from './verifier.ts';
export type { Source } from './sources.ts';
export { sourceUrl } from './sources.ts';
export type { StrategyDescription } from './describe/strategies.ts';
export { strategyDescriptions } from './describe/strategies.ts';
export type { VerifierDescription, VerifierKnob } from './describe/verifiers.ts';
export {
  aggregationDescriptions,
  ownHeadDescription,
  verifierDescriptions,
  verifierKnobControl,
  verifierKnobDescriptions,
  verifierKnobsOf,
  verifierModelDescriptions,
} from './describe/verifiers.ts';
