import type { StrategyKind } from '#experiment/experiment.ts';
import { adaptiveConsistency } from './adaptive-consistency.ts';
import type { atHand } from './at-hand.ts';
import { beamSearch } from './beam-search.ts';
import { bestOfN } from './best-of-n.ts';
import { budgetForcing } from './budget-forcing.ts';
import { computeOptimal } from './compute-optimal.ts';
import { fewShot } from './few-shot.ts';
import { mcts } from './mcts/mcts.ts';
import { revision } from './revision.ts';
import { rStar } from './rstar/rstar.ts';
import { stepVerification } from './step-verification.ts';
import type { Algorithms } from './strategy.ts';
import { treeOfThoughts } from './tree-of-thoughts/tree-of-thoughts.ts';

export { Recall } from '#policy/session/recall.ts';
export { createVerifier } from '#verifiers/create-verifier.ts';

/** The algorithms that search, force or judge, their verifiers, and what goes on with a run: what is not needed before the first such run, in one piece. */
export const searches: Algorithms<Exclude<StrategyKind, keyof typeof atHand>> = {
  'few-shot': fewShot,
  'adaptive-consistency': adaptiveConsistency,
  'best-of-n': bestOfN,
  'budget-forcing': budgetForcing,
  revision,
  'step-verification': stepVerification,
  'beam-search': beamSearch,
  'tree-of-thoughts': treeOfThoughts,
  mcts,
  rstar: rStar,
  'compute-optimal': computeOptimal,
};
