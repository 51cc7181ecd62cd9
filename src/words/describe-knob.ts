import type { Sampling } from '#experiment/experiment.ts';
import { samplingSources } from '#experiment/sampling-sources.ts';
import type { Source } from '#experiment/sources.ts';
import {
  knobMatters,
  strategySheet,
  type Strategy,
  type StrategyKind,
  type StrategyKnob,
} from '#experiment/strategies.ts';
import { verifierSheet, type VerifierKind, type VerifierKnob } from '#experiment/verifier.ts';
import { knobNotes, knobs } from './en/knobs.ts';
import { strategies } from './en/strategies.ts';
import { verifiers } from './en/verifiers.ts';
import type { OptionWords } from './kinds.ts';

/* Words of knobs that are known by their kind only when they are shown. */

export interface KnobDescription {
  readonly name: string;
  /** One line. */
  readonly does: string;
  /** What a paper sets it to, and which one; null where no paper does. */
  readonly paper: string | null;
}

/** A knob's words, some of them where others say the rest. */
interface SomeWords {
  readonly name?: string;
  readonly does?: string;
  readonly paper?: string;
  readonly idle?: string;
  readonly options?: Readonly<Record<string, OptionWords>>;
}
type ByKnob = Readonly<Record<string, SomeWords | undefined>>;

/** A knob as one strategy means it. */
export function describeKnob(kind: StrategyKind, knob: StrategyKnob): KnobDescription {
  return described(knob, ofStrategy(kind, knob), source(strategySheet(kind).papers, knob));
}

export function describeVerifierKnob(kind: VerifierKind, knob: VerifierKnob): KnobDescription {
  return described(knob, ofVerifier(kind, knob), source(verifierSheet(kind).papers, knob));
}

export function describeSampling(knob: keyof Sampling): KnobDescription {
  return described(knob, knobs[knob], samplingSources[knob]);
}

/** Why a knob makes no difference as the others are set; null where it does. */
export function knobIdle(strategy: Strategy, knob: StrategyKnob): string | null {
  return knobMatters(strategy, knob) ? null : (ofStrategy(strategy.kind, knob).idle ?? knobNotes.idle);
}

/** One option of a strategy's choice; the value itself where none are known. */
export function describeOption(kind: StrategyKind, knob: string, value: string): OptionWords {
  return ofStrategy(kind, knob).options?.[value] ?? { name: value, does: '' };
}

export function describeVerifierOption(kind: VerifierKind, knob: string, value: string): OptionWords {
  return ofVerifier(kind, knob).options?.[value] ?? { name: value, does: '' };
}

function ofStrategy(kind: StrategyKind, knob: string): SomeWords {
  const shared: ByKnob = knobs;
  const own: ByKnob = strategies[kind].knobs;
  return { ...shared[knob], ...own[knob] };
}

function ofVerifier(kind: VerifierKind, knob: string): SomeWords {
  const own: ByKnob = verifiers[kind].knobs;
  return own[knob] ?? {};
}

function source(
  papers: Readonly<Record<string, Source | undefined>> | undefined,
  knob: string,
): Source | undefined {
  return papers?.[knob];
}

function described(
  knob: string,
  { name = knob, does = '', paper }: SomeWords,
  from: Source | undefined,
): KnobDescription {
  return {
    name,
    does,
    paper: paper !== undefined && from ? knobNotes.paper({ value: paper, authors: from.authors }) : null,
  };
}
