import type { TokenId } from '../language-model.ts';

/** A sequence's place in the engine's key/value cache. */
export type Slot = number;

/** Tokens to append to one sequence in a forward: many at prefill, one at decode. */
export interface Extension {
  readonly slot: Slot;
  readonly tokens: readonly TokenId[];
  /** Report outputs for this many last positions; 1 unless a continuation is being scored. */
  readonly outputs: number;
}

/** Outputs of a forward: one row per reported position, in request order. Views: valid until the next call. */
export interface ForwardOutput {
  /** `[rows × vocabulary]`, not normalised. */
  readonly logits: Float32Array;
  /** `[rows]`, in [0, 1]; null without a value head. */
  readonly values: Float32Array | null;
  /** Tokens that had to be fed again although a slot held them; an engine with one cache for all its slots does that. */
  readonly fedAgain?: number;
}

/**
 * What an engine that yields logits must offer; the runtime does the rest. A sequence's outputs depend on its own
 * tokens only, never on the batch it is in.
 */
export interface StepEngine {
  readonly vocabulary: number;
  /** Tokens a slot can hold. */
  readonly context: number;
  /** Slots that can be in use together. */
  readonly slots: number;
  /** Rows (tokens) one forward takes at most. */
  readonly rows: number;
  /** Sequences one forward takes at most; as many as there are slots unless told. With 1, sequences run one after another. */
  readonly sequencesPerForward?: number;
  /** Outputs one forward reports at most, at least one for each sequence in it; no bound unless told. */
  readonly outputs?: number;
  readonly hasValueHead: boolean;
  /** Takes a free slot with no tokens in it. Throws PolicyError `out-of-slots` when none is left. */
  create(): Slot;
  /** A new slot holding the first `length` tokens of `parent`. */
  fork(parent: Slot, length: number): Slot;
  drop(slot: Slot): void;
  /**
   * Appends tokens to sequences, all in one ragged batch. A slot may stand in a batch once.
   *
   * Rejects with PolicyError `out-of-slots` when slots share memory and it does not hold these tokens as well; nothing
   * has changed then, and once slots were dropped the same may be asked again.
   */
  forward(batch: readonly Extension[]): Promise<ForwardOutput>;
}
