import type { TokenId } from '../language-model.ts';

/**
 * One sequence to run: tokens to feed, and what to do with the outputs. The scheduler feeds `tokens` as far as they are
 * known and delivers the outputs from `position` on, in order, until the task is done.
 */
export interface SequenceTask {
  /** Tokens known so far: given ones, then drawn ones. */
  readonly tokens: readonly TokenId[];
  /** How many of them are prompt; the others are counted as decoded when they are drawn. */
  readonly promptLength: number;
  /** Outputs for positions before this one are cached for other tasks (`RadixCache.remember`). */
  readonly rememberUntil: number;
  /** `value`: only the value head's output is needed. */
  readonly wants: 'logits' | 'value';
  /** The next position whose output is needed: the model's output after `tokens[0 .. position]`. */
  readonly position: number;
  readonly state: 'open' | 'done' | 'cancelled';
  /**
   * Takes the output for `position`: the row of logits that starts at `offset`, and the value (NaN: not known). The row
   * is a view: read it at once. Moves `position` on and may add to `tokens`. With `wants: 'value'` the row may be empty.
   */
  take(logits: Float32Array, offset: number, value: number): void;
  /** Called instead of further outputs. */
  fail(error: Error): void;
}
