import type { StrategyKind } from '#experiment/experiment.ts';
import type { atHand } from './at-hand.ts';
import { beamSearch } from './beam-search.ts';
import { computeOptimal } from './compute-optimal.ts';
import { mcts } from './mcts/mcts.ts';
import { revision } from './revision.ts';
import { rStar } from './rstar/rstar.ts';
import { stepVerification } from './step-verification.ts';
import type { Algorithms } from './strategy.ts';
import { treeOfThoughts } from './tree-of-thoughts/tree-of-thoughts.ts';

/** The algorithms that search, or try again and again: what is not needed before the first such run, in one piece. */
export const searches: Algorithms<Exclude<StrategyKind, keyof typeof atHand>> = {
  revision,
  'step-verification': stepVerification,
  'beam-search': beamSearch,
  'tree-of-thoughts': treeOfThoughts,
  mcts,
  rstar: rStar,
  'compute-optimal': computeOptimal,
};
