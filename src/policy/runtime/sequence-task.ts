import type { TokenId } from '../language-model.ts';

/**
 * One sequence that somebody wants run: tokens to feed, and what to do with the outputs. The scheduler feeds `tokens` as
 * far as they are known and hands over the outputs from `position` on, in order, until the task is done.
 */
export interface SequenceTask {
  /** Tokens known so far: those given, then those drawn. */
  readonly tokens: readonly TokenId[];
  /** How many of them are prompt; the others are counted as decoded where they are drawn. */
  readonly promptLength: number;
  /** Outputs for positions before this one are remembered for others (`RadixCache.remember`). */
  readonly rememberUntil: number;
  /** `value`: the value head's output alone will do. */
  readonly wants: 'logits' | 'value';
  /** The next position whose output is wanted: what the model makes of `tokens[0 .. position]`. */
  readonly position: number;
  readonly state: 'open' | 'done' | 'cancelled';
  /**
   * Takes the output for `position`: the row of logits that starts at `offset`, and the value (NaN: not known). The row
   * is a view: read it at once. Moves `position` on and may add to `tokens`. With `wants: 'value'` the row may be empty.
   */
  take(logits: Float32Array, offset: number, value: number): void;
  /** Nothing more will come. */
  fail(error: Error): void;
}
