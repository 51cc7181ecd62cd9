import type { TrainingWeights } from '#policy/runtime/train-engine.ts';
import type { TrainingEntry } from '#train/events.ts';
import type { TrainingSetup } from '#train/setup.ts';
import type { ModelProgress, OwnCalls } from './run-calls.ts';

/** Where a training rests: all that it needs to go on from a step exactly as if it had not stopped there. */
export interface TrainingRest {
  readonly step: number;
  readonly weights: TrainingWeights;
}

/** What comes of a training, in order. */
export type TrainingItem =
  | { readonly kind: 'progress'; readonly progress: ModelProgress }
  /** It begins, on so many cores. */
  | { readonly kind: 'begun'; readonly cores: number }
  | { readonly kind: 'entry'; readonly entry: TrainingEntry }
  /** `weights.bin` of the model as it is after a step. */
  | { readonly kind: 'snapshot'; readonly step: number; readonly weights: Uint8Array<ArrayBuffer> }
  /** To be kept: from here it can go on. */
  | { readonly kind: 'state'; readonly state: TrainingRest };

/** What the training worker is called for. It trains one model at a time. */
export type TrainCalls = OwnCalls & {
  /** First: the absolute address of the models folder, which a worker cannot tell from its own. */
  readonly start: { readonly args: { readonly models: string }; readonly item: never; readonly result: void };
  /**
   * Trains until its steps are done, or the call is cancelled: then what a step has begun to learn is finished, and what it only drew is
   * dropped. The last item is the state, from which it can go on.
   */
  readonly train: {
    readonly args: {
      readonly setup: TrainingSetup;
      /** Goes on from there. */
      readonly from: (TrainingRest & { readonly log: readonly TrainingEntry[] }) | null;
      readonly cores: number;
    };
    readonly item: TrainingItem;
    readonly result: void;
  };
  /** Told: rests between two steps as long as it is on. */
  readonly hold: { readonly args: { readonly on: boolean }; readonly item: never; readonly result: void };
};
