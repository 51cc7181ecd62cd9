import { adaptiveConsistency } from './adaptive-consistency.ts';
import { bestOfN } from './best-of-n.ts';
import { budgetForcing } from './budget-forcing.ts';
import { chainOfThought } from './chain-of-thought.ts';
import { direct } from './direct.ts';
import { fewShot } from './few-shot.ts';
import { selfConsistency } from './self-consistency.ts';
import type { Algorithms } from './strategy.ts';

/** The algorithms that any run may need at once. All others are searches. */
export const atHand = {
  direct,
  'chain-of-thought': chainOfThought,
  'few-shot': fewShot,
  'self-consistency': selfConsistency,
  'adaptive-consistency': adaptiveConsistency,
  'best-of-n': bestOfN,
  'budget-forcing': budgetForcing,
} as const satisfies Partial<Algorithms>;
