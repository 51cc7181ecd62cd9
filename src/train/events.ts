import type { Effort } from '#experiment/experiment.ts';
import type { Problem } from '#experiment/problem.ts';
import type { ModelStamp } from '#run/events.ts';
import type { Failure } from '#run/failure.ts';
import type { TrainingSetup } from './setup.ts';

/** Means over all traces that a step drew, of the policy as it was before the step. */
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
  /** The k3 estimate of the divergence from the model that it started from, nats a token; null where none was measured: nothing was learnt from, or beta is 0. */
  readonly kl: number | null;
  /** The share of tokens whose gain was clipped; null where nothing was learnt from. */
  readonly clipped: number | null;
  /** Length of the gradient before it was cut, the mean over the step's updates; null without one. */
  readonly gradient: number | null;
  /** Groups that were drawn, and those of them without a signal: all traces got the same reward, or of STaR none was right. */
  readonly groups: number;
  readonly silentGroups: number;
  /** Tokens that were drawn. */
  readonly written: number;
}

/** A trace as it was written. */
export interface TrainedTrace {
  /** What follows the prompt, as a person reads it, control tokens included. */
  readonly text: string;
  /** Tokens that were drawn. */
  readonly tokens: number;
  /** Null where none was read. */
  readonly answer: string | null;
  /** That answer is right, whatever the form. */
  readonly right: boolean;
}

/** One group of a step, for who wants to look: each trace with what it was given. */
export interface ShownGroup {
  readonly problem: Problem;
  readonly effort: Effort;
  readonly traces: readonly ShownTrace[];
}

export interface ShownTrace extends TrainedTrace {
  readonly reward: number;
  /** How it was weighed against the others of its group. Of STaR 1 where it is imitated, else 0. */
  readonly advantage: number;
}

/**
 * What happened in a training, in order: an append-only log. Steps are counted from 1; 0 is the model that it starts from.
 * All numbers but `at` are the same on every machine.
 */
export type TrainingEvent =
  | { readonly type: 'training-started'; readonly setup: TrainingSetup; readonly model: ModelStamp }
  | {
      readonly type: 'step-done';
      readonly step: number;
      readonly measures: StepMeasures;
      /** Null in a log that was thinned out. */
      readonly group: ShownGroup | null;
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
  /** One held-out problem answered anew, greedily, after each step: to be watched. */
  | {
      readonly type: 'watched';
      readonly step: number;
      readonly problem: Problem;
      readonly trace: TrainedTrace;
    }
  | { readonly type: 'training-finished'; readonly step: number }
  /** A person stopped it; it can go on. */
  | { readonly type: 'training-paused'; readonly step: number }
  /**
   * It goes on after a step. With the optimiser's moments `kept` it is the training that never stopped; `fresh` ones begin at
   * zero, as the weights alone were at hand.
   */
  | { readonly type: 'training-resumed'; readonly step: number; readonly moments: 'kept' | 'fresh' }
  /** A gradient of the next step was no number: from there on nothing was learnt. */
  | { readonly type: 'training-diverged'; readonly step: number }
  | { readonly type: 'training-failed'; readonly step: number; readonly failure: Failure };

/** An event with the seconds since the training began, time it stood still not counted. */
export interface TrainingEntry {
  readonly at: number;
  readonly event: TrainingEvent;
}
