import { itemAt } from '#experiment/surely.ts';
import type { TokenId } from '#policy/language-model.ts';
import type { Extension } from '#policy/runtime/step-engine.ts';
import type { Part } from './sequence-cache.ts';

/** What a model's library can do with many sequences; found out at load. Without either, `prefill` does it all. */
export interface BatchAbilities {
  /** `batch_decode` for more than one sequence. */
  readonly decode: boolean;
  /** `batch_verify`: logits after every token. */
  readonly verify: boolean;
}

/** One call of the library: a part of each of some extensions. */
export interface Round {
  readonly parts: readonly Part[];
  /** For each part, the row of the forward's output that its first reported token goes to. */
  readonly rows: readonly number[];
  readonly call: 'prefill' | 'decode' | 'verify';
}

/** For each row that a round puts out, its place in the forward's output. */
export function rowsOfRound({ call, parts, rows }: Round): readonly number[] {
  return parts.flatMap(({ tokens }, at) =>
    Array.from({ length: call === 'verify' ? tokens.length : 1 }, (_, more) => itemAt(rows, at) + more),
  );
}

/**
 * Cuts a forward into calls of the library, which reports one row a sequence: first all up to each one's first output, then
 * what comes after it, in one go where every token can be reported, token by token otherwise.
 */
export function planRounds(
  batch: readonly Extension[],
  { decode, verify }: BatchAbilities,
): readonly Round[] {
  const single = (parts: readonly Part[]) => decode && parts.every(({ tokens }) => tokens.length === 1);
  const heads: Part[] = [];
  const tails: { readonly sequence: number; readonly tokens: readonly TokenId[]; readonly row: number }[] =
    [];
  const headRows: number[] = [];
  let row = 0;
  for (const { slot, tokens, outputs } of batch) {
    const first = tokens.length - outputs + 1;
    heads.push({ sequence: slot, tokens: tokens.slice(0, first) });
    headRows.push(row);
    if (outputs > 1) tails.push({ sequence: slot, tokens: tokens.slice(first), row: row + 1 });
    row += outputs;
  }
  const rounds: Round[] = [{ call: single(heads) ? 'decode' : 'prefill', parts: heads, rows: headRows }];
  if (tails.length === 0) return rounds;
  if (verify) return [...rounds, { call: 'verify', parts: tails, rows: tails.map((tail) => tail.row) }];
  const longest = Math.max(...tails.map(({ tokens }) => tokens.length));
  for (let at = 0; at < longest; at++) {
    const left = tails.filter(({ tokens }) => at < tokens.length);
    const parts = left.map(({ sequence, tokens }) => ({ sequence, tokens: tokens.slice(at, at + 1) }));
    rounds.push({ call: decode ? 'decode' : 'prefill', parts, rows: left.map((tail) => tail.row + at) });
  }
  return rounds;
}
