import type { TokenId } from '#policy/language-model.ts';
import type { RandomStream } from '#policy/runtime/random.ts';
import type { Slot } from '#policy/runtime/step-engine.ts';

/** One sequence under way: all its tokens but the last are in the slot. */
export interface Chain {
  readonly slot: Slot;
  readonly tokens: TokenId[];
  readonly random: RandomStream;
  ended: boolean;
}

/** Guesses how a sequence goes on. */
export interface Proposer {
  /** `chains`: all samples of the prompt, this one is number `at`. */
  propose(at: number, chains: readonly Chain[]): readonly TokenId[];
  /** How many tokens of the last proposal were right. */
  learn?(at: number, right: number): void;
}

/** How a match is looked for, and how much of it is proposed. */
export interface Lookup {
  /** Shorter matches don't count. */
  readonly least: number;
  /** Longer ones count no more. */
  readonly most: number;
  readonly take: number;
}

export const nothingProposed: Proposer = { propose: () => [] };

/** Proposes what followed the last tokens earlier, in the sequence itself or in another sample. */
export function lookingUp(lookup: Lookup): Proposer {
  return { propose: (at, chains) => lookUp(at, chains, lookup).continuation };
}

/**
 * Proposes after matches of a length that has lately brought `worth` tokens and more, and after others now and then, to hear of
 * changes.
 */
export function whereItPaid(lookup: Lookup, worth: number): Proposer {
  const memory = 0.98;
  const trials = 8;
  const pause = 50;
  const lengths = Array.from({ length: lookup.most + 1 }, () => ({ asked: 0, right: 0, passed: 0 }));
  const last: number[] = [];
  return {
    propose: (at, chains) => {
      const { length, continuation } = lookUp(at, chains, lookup);
      const known = lengths[length];
      if (known === undefined || continuation.length === 0) return [];
      const pays = known.asked < trials || known.right >= worth * known.asked;
      if (!pays && ++known.passed % pause > 0) return [];
      last[at] = length;
      return continuation;
    },
    learn: (at, right) => {
      const known = lengths[last[at] ?? 0];
      if (known === undefined) return;
      known.asked = known.asked * memory + 1;
      known.right = known.right * memory + right;
    },
  };
}

/** The longest match and what followed it; of equal ones the sequence's own, and the latest. */
function lookUp(at: number, chains: readonly Chain[], { least, most, take }: Lookup) {
  const own = chains[at]?.tokens ?? [];
  let found: { readonly text: readonly TokenId[]; readonly until: number } | null = null;
  let length = least - 1;
  for (const text of [own, ...chains.filter((_, other) => other !== at).map(({ tokens }) => tokens)]) {
    for (let until = text.length - 1; until >= least && length < most; until--) {
      const same = sameEnd(text, until, own, most);
      if (same <= length) continue;
      length = same;
      found = { text, until };
    }
  }
  return { length, continuation: found?.text.slice(found.until, found.until + take) ?? [] };
}

/** How many of the last tokens of `own`, `most` at most, stand in `text` right before place `until`. */
function sameEnd(text: readonly TokenId[], until: number, own: readonly TokenId[], most: number): number {
  const limit = Math.min(most, until, own.length);
  let same = 0;
  while (same < limit && text[until - 1 - same] === own[own.length - 1 - same]) same += 1;
  return same;
}
