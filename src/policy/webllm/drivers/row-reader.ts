import type { LogitRow, RowWish } from '#policy/runtime/logit-row.ts';
import type { DrawAhead } from '#policy/runtime/step-engine.ts';
import type { TokenId } from '#policy/language-model.ts';
import type { LogitsOnGpu, TokensOnGpu } from './sequence-cache.ts';

/** A token to draw from a row of a forward's logits. */
export interface RowDraw extends DrawAhead {
  readonly row: number;
  /** The place of the digest that it is drawn from among those asked for; found by the row unless given. */
  readonly digest?: number;
}

/** Draws where the logits lie, and where their tokens go, in order. */
export interface DrawsOnGpu {
  readonly draws: readonly RowDraw[];
  readonly into: TokensOnGpu;
}

/** What was read of one forward. */
export interface ReadForward {
  /** A row for each wish, in order; null where nothing was wished. */
  readonly rows: readonly (LogitRow | null)[];
  /** Tokens that were drawn. */
  readonly drawn: readonly TokenId[];
}

/** Reads of logits on the graphics processor what is wished. */
export interface RowReader {
  start(): RowReading;
}

/** Reads any number of forwards in one round trip. */
export interface RowReading {
  /** A forward that has been sent, with a wish for each of its rows. Its logits are left as they are until the end. */
  add(logits: LogitsOnGpu, wishes: readonly RowWish[], draws?: DrawsOnGpu): void;
  /** What was wished, for each forward. */
  finish(): Promise<readonly ReadForward[]>;
}
