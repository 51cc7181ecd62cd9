import type { Problem } from '#experiment/problem.ts';
import type { TrainingSetup } from './setup.ts';

/** Means over all traces of a step, of the policy as it was before the step. */
export interface StepMeasures {
  readonly reward: number;
  /** The share of traces with a right answer (whatever they were rewarded for). */
  readonly accuracy: number;
  /** The share that keep the form. */
  readonly formed: number;
  /** The share of thoughts that are not empty. */
  readonly thinking: number;
  /** Tokens a trace. */
  readonly tokens: number;
  /** `Wait` a trace. */
  readonly waits: number;
  /** The k3 estimate of the divergence from the model that it started from, nats a token; null where nothing was learnt from. */
  readonly kl: number | null;
  /** The share of tokens whose gain was clipped; null where nothing was learnt from. */
  readonly clipped: number | null;
  /** Length of the gradient before it was cut, the mean over the step's updates; null without one. */
  readonly gradient: number | null;
  /** Groups that were drawn, and those of them whose traces all got the same reward. */
  readonly groups: number;
  readonly silentGroups: number;
  /** Tokens that were drawn. */
  readonly written: number;
}

/** A trace as it was written. */
export interface TrainedTrace {
  /** Token texts, of what follows the prompt. */
  readonly tokens: readonly string[];
  readonly answer: string | null;
  readonly right: boolean;
}

/** One group of a step, for who wants to look: each trace with what it was given. */
export interface ShownGroup {
  readonly problem: Problem;
  readonly traces: readonly (TrainedTrace & { readonly reward: number; readonly advantage: number })[];
}

/** What happened in a training, in order: an append-only log. Steps are counted from 1; 0 is the model that it starts from. */
export type TrainingEvent =
  | { readonly type: 'training-started'; readonly setup: TrainingSetup }
  | {
      readonly type: 'step-done';
      readonly step: number;
      readonly measures: StepMeasures;
      readonly group: ShownGroup;
    }
  /** Held-out problems answered greedily by the model after a step. */
  | {
      readonly type: 'held-out-measured';
      readonly step: number;
      readonly right: number;
      readonly of: number;
      /** Means over their traces. */
      readonly tokens: number;
      readonly thinking: number;
    }
  /** One problem answered anew, greedily, to be watched. */
  | {
      readonly type: 'watched';
      readonly step: number;
      readonly problem: Problem;
      readonly trace: TrainedTrace;
    }
  | { readonly type: 'training-finished'; readonly step: number }
  /** A person stopped it; it can go on. */
  | { readonly type: 'training-paused'; readonly step: number };

/** An event with the seconds since the training began, time it stood still not counted. */
export interface TrainingEntry {
  readonly at: number;
  readonly event: TrainingEvent;
}
