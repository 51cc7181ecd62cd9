import type { Aggregation, ValueHeadSpec, VerifierKind, VerifierKnob as AnyKnob } from '../verifier.ts';
import { verifierSheet } from '../verifier.ts';
import type { Control } from './control.ts';
import { controlOf } from './control.ts';
import type { KnobDescription } from './knobs.ts';
import type { Source } from '../sources.ts';
import { sources } from '../sources.ts';

export interface VerifierDescription {
  readonly name: string;
  /** One line. */
  readonly does: string;
  /** Null for what is no paper's. */
  readonly source: Source | null;
}

export const verifierDescriptions: Readonly<Record<VerifierKind, VerifierDescription>> = {
  rule: {
    name: 'Rule',
    does: 'Checks every step exactly, like a proof checker: 1 while all is right, else 0.',
    source: null,
  },
  outcome: {
    name: 'Outcome',
    does: 'The value head looks at the finished trace once.',
    source: sources.cobbe,
  },
  process: {
    name: 'Process',
    does: 'The value head says after every step how likely a right answer still is.',
    source: sources.lightman,
  },
  rollouts: {
    name: 'Rollouts',
    does: 'Completes the trace from each step several times and counts how many end well.',
    source: sources.wangMath,
  },
  majority: {
    name: 'Majority',
    does: 'The share of the traces that agree on the answer.',
    source: sources.wangVote,
  },
  generative: {
    name: 'Generative',
    does: 'Asks the model whether this is right, and reads how likely it says yes.',
    source: sources.zhang,
  },
  'self-evaluation': {
    name: 'Self-evaluation',
    does: 'Asks the model for a word on each state: sure, likely or impossible.',
    source: sources.yao,
  },
  oracle: {
    name: 'Oracle',
    does: 'Knows the answer. No verifier, but the ceiling that a perfect one would reach.',
    source: null,
  },
};

export const aggregationDescriptions: Readonly<
  Record<Aggregation, { readonly name: string; readonly does: string }>
> = {
  last: {
    name: 'Last',
    does: 'The last step’s score: what the verifier thinks of where the trace has come to.',
  },
  min: { name: 'Lowest', does: 'The weakest step’s score: a chain is as strong as its weakest link.' },
  prod: {
    name: 'Product',
    does: 'All step scores multiplied: the chance that every step is right, were they independent.',
  },
  mean: { name: 'Mean', does: 'The average of the step scores.' },
};

/** What a form offers of a verifier; the model whose value head is read has a choice of its own. */
export type VerifierKnob = Exclude<AnyKnob, 'model'>;

export const verifierKnobDescriptions: Readonly<Record<VerifierKnob, KnobDescription>> = {
  rollouts: {
    name: 'Rollouts',
    does: 'How many times each step is completed.',
    paper: { value: '8', source: sources.wangMath },
  },
  estimate: {
    name: 'Estimate',
    does: 'Soft: the share of completions that end well. Hard: whether any does.',
    paper: { value: 'hard for training', source: sources.wangMath },
  },
  evaluations: {
    name: 'Evaluations',
    does: 'How many times the model is asked about each state.',
    paper: { value: '3', source: sources.yao },
  },
};

/**
 * Whose value head is read, for verifiers that read one. Papers train a model for it; one trunk for both is cheaper, and what
 * most models of this page have.
 */
export const verifierModelDescriptions = {
  outcome: {
    name: 'Judged by',
    does: 'Whose value head is read.',
    paper: { value: 'a verifier of its own, trained on outcomes', source: sources.cobbe },
  },
  process: {
    name: 'Judged by',
    does: 'Whose value head is read.',
    paper: { value: 'a reward model of its own, trained on steps', source: sources.lightman },
  },
} as const satisfies Readonly<Record<ValueHeadSpec['kind'], KnobDescription>>;

export const ownHeadDescription = {
  name: 'The model’s own head',
  does: 'The model values its own thoughts, by the head that it was trained with.',
} as const;

export function verifierKnobsOf(kind: VerifierKind): readonly VerifierKnob[] {
  return Object.keys(verifierSheet(kind).schema.entries).filter(
    (knob): knob is VerifierKnob => knob !== 'kind' && knob !== 'model',
  );
}

export function verifierKnobControl(kind: VerifierKind, knob: VerifierKnob): Control {
  return controlOf(verifierSheet(kind).schema.entries[knob]);
}
