/** Tokens in a page of the cache; the libraries' kernels are compiled for this. */
export const pageSize = 16;

/** Tokens to append to a sequence of the cache. */
export interface Part {
  readonly sequence: number;
  readonly tokens: readonly number[];
}

/**
 * A paged cache that holds many sequences of the loaded model. Sequences are named by any whole number. A full page is
 * shared by the sequences that were forked behind it; appending beyond the free pages ends the runtime, so count first.
 */
export interface SequenceCache {
  /** Pages that no sequence has. */
  freePages(): number;
  add(sequence: number): void;
  /** `child` gets the first `length` tokens, at least one; takes a page where `length` ends within one. */
  fork(parent: number, child: number, length: number): void;
  remove(sequence: number): void;
  /** Takes the last `count` tokens of a sequence back. */
  pop(sequence: number, count: number): void;
  /** Tokens can be drawn on the graphics processor, and taken back: else `pop`, `reserve` and `feedDrawn` are not to be called. */
  readonly canDraw: boolean;
  /** Room for tokens that are drawn on the graphics processor. */
  reserve(tokens: number): TokensOnGpu;
  /** Appends to each sequence the token in its place; logits `[sequences × vocabulary]`. */
  feedDrawn(sequences: readonly number[], tokens: TokensOnGpu, call: 'prefill' | 'decode'): PendingLogits;
  /** Appends one or more tokens to each; logits after each part's last token, `[parts × vocabulary]`. */
  prefill(parts: readonly Part[]): PendingLogits;
  /** Appends one token to each; logits `[parts × vocabulary]`. */
  decode(parts: readonly Part[]): PendingLogits;
  /** Appends one or more tokens to each; logits after every token, `[tokens × vocabulary]`. */
  verify(parts: readonly Part[]): PendingLogits;
  /** The device that it is on; null where WebLLM does not show it. */
  readonly device: GPUDevice | null;
  dispose(): void;
}

/** Logits of a forward that is under way. */
export interface PendingLogits {
  /** Copies all of them. */
  fetch(): Promise<Float32Array>;
  /** Where they lie, every command of the forward before it in the queue; null where WebLLM does not show it. */
  readonly onGpu: LogitsOnGpu | null;
  /** Gives their memory back; to be called once, after the last reading. */
  dispose(): void;
}

/** Tokens for a forward, as int32. */
export interface TokensOnGpu {
  readonly buffer: GPUBuffer;
  /** After the reading of the forward that was fed with them. */
  dispose(): void;
}

export interface LogitsOnGpu {
  /** float32, from the first byte on; may be larger than what is in it. */
  readonly buffer: GPUBuffer;
}
