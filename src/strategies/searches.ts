/** The strategies that search, or try again and again: what is not needed before the first such run, in one piece. */
export { beamSearch } from './beam-search.ts';
export { computeOptimal } from './compute-optimal.ts';
export { mcts } from './mcts/mcts.ts';
export { revision } from './revision.ts';
export { rStar } from './rstar/rstar.ts';
export { stepVerification } from './step-verification.ts';
export { treeOfThoughts } from './tree-of-thoughts/tree-of-thoughts.ts';
