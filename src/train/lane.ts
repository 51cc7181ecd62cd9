import type { Effort } from '#experiment/experiment.ts';
import type { Problem } from '#experiment/problem.ts';
import type {
  OptimiserStep,
  TrainedWeights,
  TrainingWeights,
  TrainSequence,
  ValueLabel,
} from '#policy/runtime/train-engine.ts';
import type { GrpoMethod } from './setup.ts';

/** Traces of one problem. */
export interface SampleWish {
  readonly problem: Problem;
  readonly effort: Effort;
  readonly count: number;
  /** Trace i draws from the random stream (seed, i) and from nothing else. */
  readonly seed: number;
  /** 0: greedy. */
  readonly temperature: number;
  readonly maxTokens: number;
}

/** A trace as it was drawn, and what was read from it. */
export interface WrittenTrace {
  readonly sequence: TrainSequence;
  /** What follows the prompt, as a person reads it. */
  readonly text: string;
  /** The answer that was read: as it is shown, and what equal answers share. */
  readonly answer: { readonly display: string; readonly key: string } | null;
  /** That answer is right, whatever the form. */
  readonly right: boolean;
  /** It keeps the form: `isWellFormed` of `#lab/grpo/rewards.ts`. */
  readonly formed: boolean;
  /** Tokens of the thought, and its `Wait`s. */
  readonly thought: number;
  readonly waits: number;
  /** Places in the sequence of written tokens after which a step, the thought or the text is whole. */
  readonly ends: readonly number[];
}

/** Log-probabilities of sequences' written tokens, each wished for or null. */
export interface SequenceLogs {
  readonly policy: Float32Array | null;
  readonly reference: Float32Array | null;
}

/** What is to be learnt of one trace. */
export interface TraceLesson {
  readonly sequence: TrainSequence;
  readonly advantage: number;
  /** What the term of one of its tokens counts in the objective. */
  readonly weight: number;
  /** Log-probabilities of what was written under the policy that wrote it; null: it is the policy as it is now. */
  readonly old: Float32Array | null;
  /** Under the policy that it is kept close to; null: it is not kept close to any. */
  readonly reference: Float32Array | null;
  readonly values: readonly ValueLabel[];
}

/** How lessons are learnt. */
export interface LessonRule extends Pick<GrpoMethod, 'clipLow' | 'clipHigh' | 'beta'> {
  /** Of the softmax that the traces were drawn from. */
  readonly temperature: number;
  /** What a value label counts in the loss. */
  readonly valueWeight: number;
}

/** What came of one shard. */
export interface ShardGradient {
  /** Of the loss, `[parameters]`, from this shard alone. */
  readonly gradient: Float32Array;
  /** Tokens that were learnt from; the sum of their k3 terms in nats, and how many of them were clipped. */
  readonly tokens: number;
  readonly kl: number;
  readonly clipped: number;
}

/**
 * One of those that compute: a copy of the model that is trained, with an engine that trains it (f32) and one that samples from
 * its weights of now as a model folder would have them (8 bits). In the page a lane is a worker, on the command line this
 * process or a thread. All that crosses can be cloned, the signal aside, and there are some five calls a step.
 *
 * Every lane holds the whole model and takes every step, so they stay equal: what a lane returns depends on what it is asked
 * alone, never on what the others do or on how many there are. The order in which calls come is that of `LanePool`; one at a time.
 */
export interface Lane {
  /** Draws traces with the weights of now. Grouped as the wishes are. Rejects with AbortError once the signal is aborted. */
  sample(wishes: readonly SampleWish[], signal: AbortSignal): Promise<readonly (readonly WrittenTrace[])[]>;
  /** Log-probabilities of what was written, in f32. */
  logs(
    sequences: readonly TrainSequence[],
    wish: { readonly weights: readonly TrainedWeights[]; readonly temperature: number },
  ): Promise<readonly SequenceLogs[]>;
  /** Forward and backward of shards, each from a gradient of zero. Learns nothing yet. */
  gradients(shards: readonly (readonly TraceLesson[])[], rule: LessonRule): Promise<readonly ShardGradient[]>;
  /** Steps along the sum of all shards' gradients; from then on it samples from the new weights. Returns the gradient's length. */
  apply(gradient: Float32Array, step: OptimiserStep): Promise<number>;
  /** `weights.bin` of now. */
  exported(): Promise<Uint8Array<ArrayBuffer>>;
  /** All that it needs to go on exactly. */
  weights(): Promise<TrainingWeights>;
  /** Goes on from other weights; without moments these are as after opening: zero. */
  take(weights: Pick<TrainingWeights, 'parameters'> & Partial<TrainingWeights>): Promise<void>;
  close(): void;
}
