import type { TokenId } from '../language-model.ts';
import type { LogitRow, RowWish } from './logit-row.ts';
import { asPolicyError } from './failures.ts';
import type { DrawAhead } from './step-engine.ts';

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
  /** What `take` will ask of the row for a position from `position` on, all tokens up to which are known. */
  wish(position: number): RowWish;
  /**
   * How it will draw the tokens for the rows from the last known token on, as far as each will be fed unless something ends
   * the sequence before; `most` at most. Absent where none is drawn.
   */
  draws?(most: number): readonly DrawAhead[];
  /**
   * Takes the output for `position`: its logits and the value (NaN: not known). The row is a view: read it at once. Moves
   * `position` on and may add to `tokens`. With `wants: 'value'` the row may be empty.
   */
  take(row: LogitRow, value: number): void;
  /** Called instead of further outputs. */
  fail(error: Error): void;
}

/** Hands a task an output. An error in handling it fails that sequence, not the engine. */
export function hand(task: SequenceTask, row: LogitRow, value: number): void {
  try {
    task.take(row, value);
  } catch (error) {
    task.fail(asPolicyError(error));
  }
}
