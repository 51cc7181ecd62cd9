import type { TokenId } from '../language-model.ts';

/** A sequence to learn from: its prompt, and what was written after it. */
export interface TrainSequence {
  readonly tokens: readonly TokenId[];
  /** Place of the first token that was written, 1 or more: tokens before it are read, and nothing is learnt of them. */
  readonly start: number;
}

/** What the value head should have said after a token. */
export interface ValueLabel {
  /** Place of the token in its sequence: the last of the prompt, or one that was written. */
  readonly at: number;
  /** From 0 to 1. */
  readonly label: number;
}

/** What is learnt of one sequence. */
export interface SequencePushes {
  /**
   * d objective / d log π of each written token, in their order: which way and how hard it is pushed. The objective is made
   * larger.
   */
  readonly pushes: Float32Array | readonly number[];
  /** For the value head alone: its loss does not reach the trunk. */
  readonly values: readonly ValueLabel[];
}

/** Which weights read: those that are trained, or those that they are held against. */
export type TrainedWeights = 'policy' | 'reference';

/** How the optimiser steps. */
export interface OptimiserStep {
  /** Learning rate of this step. */
  readonly rate: number;
  /** The gradient is made this long where it is longer. */
  readonly maxNorm: number;
}

/** All that a trained model is, but its shape: enough to go on exactly. */
export interface TrainingWeights {
  /** `[parameters]`, in the order of `public/models/README.md`. */
  readonly parameters: Float32Array;
  /** AdamW's moments, `[parameters]` each, and the steps it has done. */
  readonly moments: readonly [first: Float32Array, second: Float32Array];
  readonly updates: number;
}

/**
 * The interface of an engine that trains a model: forward, backward and optimiser, in f32. It knows gradients and no method:
 * what is to be pushed how is told to it token by token. Same calls, same bits, on every machine.
 */
export interface TrainEngine {
  readonly vocabulary: number;
  readonly context: number;
  /** Number of f32 parameters. */
  readonly parameters: number;
  /** The most tokens that one forward takes, all sequences together. */
  readonly rows: number;
  /**
   * Natural log-probabilities of the written tokens of each sequence under softmax(logits / temperature). With `policy`, what
   * `backward` needs is kept until the next forward.
   */
  forward(
    batch: readonly TrainSequence[],
    wish: { readonly weights: TrainedWeights; readonly temperature: number },
  ): readonly Float32Array[];
  /**
   * Adds to the gradient of the loss: −Σ push · log π over the written tokens of the last forward, plus `valueWeight` times the
   * value head's binary cross-entropy, summed over its labels. One lesson a sequence, in their order.
   */
  backward(lessons: readonly SequencePushes[], valueWeight: number): void;
  /** The gradient, `[parameters]`; it is zero afterwards. */
  takeGradient(): Float32Array;
  /** One step of AdamW (betas 0.9 and 0.95, no decay) along a gradient of the loss. Returns the gradient's length before it was cut. */
  step(gradient: Float32Array, step: OptimiserStep): number;
  /** A copy of everything, to keep or to hand over. */
  weights(): TrainingWeights;
  /** Takes over weights; the moments and the reference stay as they are where they are not given. */
  take(weights: Partial<TrainingWeights>): void;
  /** `weights.bin` of the model as it is now: matrices rounded to 8 bits, as models are exported. */
  exported(): Uint8Array<ArrayBuffer>;
}
