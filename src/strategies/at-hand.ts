import { chainOfThought } from './chain-of-thought.ts';
import { direct } from './direct.ts';
import { selfConsistency } from './self-consistency.ts';
import type { Algorithms } from './strategy.ts';

/** The algorithms that a first visit tries, ready at once. All others come in one piece, with the first that is run: `searches.ts`. */
export const atHand = {
  direct,
  'chain-of-thought': chainOfThought,
  'self-consistency': selfConsistency,
} as const satisfies Partial<Algorithms>;
