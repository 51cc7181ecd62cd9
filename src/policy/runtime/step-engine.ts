import type { TokenId } from '../language-model.ts';
import type { LogitRow, RowWish, Truncation } from './logit-row.ts';
import type { RowSoftmax } from './row-softmax.ts';

/** A sequence's place in the engine's key/value cache. */
export type Slot = number;

/** Tokens to append to one sequence in a forward: many at prefill, one at decode. */
export interface Extension {
  readonly slot: Slot;
  readonly tokens: readonly TokenId[];
  /** Report outputs for this many last positions; 1 unless a continuation is being scored. */
  readonly outputs: number;
  /** What will be asked of each output, then of each step of `ahead`; told only to engines that make digests. */
  readonly wishes?: readonly RowWish[];
  /**
   * Steps to take by itself after these tokens: draws a token from the last row, feeds it, reports the row after it, and so
   * on. Told only to engines that can (`StepEngine.ahead`), with one output.
   */
  readonly ahead?: readonly DrawAhead[];
}

/** How an engine draws a token by itself: as `Sampler` would, if it can. A wrong one costs time and no more. */
export interface DrawAhead {
  readonly how: Truncation;
  /** The random number that it is drawn with, in [0, 1); of no meaning where the likeliest is taken. */
  readonly point: number;
}

/** What an engine knows of its steps ahead. */
export interface StepsAhead {
  /** Steps that one call takes by itself at most. */
  readonly most: number;
  /** What a call costs beside its steps, as a share of one step: the round trip. */
  readonly roundTrip: number;
}

/** Outputs of a forward: one row per reported position, in request order. Views: valid until the next call. */
export interface ForwardOutput {
  /** `[rows × vocabulary]`, not normalised; empty where `rows` has them. */
  readonly logits: Float32Array;
  /** Where wishes were told: each row whole, as a digest that is enough for its wish, or null where nothing was wished. */
  readonly rows?: readonly (LogitRow | null)[];
  /** `[rows]`, in [0, 1]; null without a value head. */
  readonly values: Float32Array | null;
  /** Where steps ahead were asked for: the tokens drawn and fed, for each extension, perhaps fewer. Their rows follow its outputs. */
  readonly drawn?: readonly (readonly TokenId[])[];
  /** Tokens fed again although a slot held them, as in an engine with one cache for all its slots. */
  readonly fedAgain?: number;
}

/**
 * The interface of an engine that yields logits; the runtime does the rest. A sequence's outputs must depend on its own
 * tokens only, never on the batch it is in.
 */
export interface StepEngine {
  readonly vocabulary: number;
  /** Tokens a slot can hold. */
  readonly context: number;
  /** Slots that can be in use together. */
  readonly slots: number;
  /** The most rows (tokens) in one forward. */
  readonly rows: number;
  /** The most sequences in one forward; default: the number of slots. With 1, sequences run one after another. */
  readonly sequencesPerForward?: number;
  /** The most outputs that one forward reports, at least one per sequence in it; default: no bound. */
  readonly outputs?: number;
  readonly hasValueHead: boolean;
  /** Answers wishes with digests where they are enough; default: no. */
  readonly digests?: boolean;
  /** The arithmetic that rows are sampled with, for one sampler; default: plain (`PortableSoftmax`). */
  createSoftmax?(): RowSoftmax;
  /** Takes steps by itself; default: none. Needs `digests` and `shorten`. */
  readonly ahead?: StepsAhead;
  /** Its forwards wait for messages, among them those to its caller; default: no. */
  readonly yields?: boolean;
  /** Allocates an empty slot. Throws PolicyError `out-of-slots` if none is free. */
  create(): Slot;
  /** A new slot holding the first `length` tokens of `parent`. */
  fork(parent: Slot, length: number): Slot;
  drop(slot: Slot): void;
  /** Takes back all but the first `length` tokens of a slot. */
  shorten?(slot: Slot, length: number): void;
  /**
   * Appends tokens to sequences, all in one ragged batch. A slot may occur once in a batch.
   *
   * Rejects with PolicyError `out-of-slots` if slots share memory and it has no room for these tokens. Nothing has changed
   * then, and the call can be repeated after slots were dropped.
   */
  forward(batch: readonly Extension[]): Promise<ForwardOutput>;
}
