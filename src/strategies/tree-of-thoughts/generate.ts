import type { RunPart } from '#policy/session/session.ts';
import type { TreeBuilder } from '../shared/tree-builder.ts';
import type { TreeNode } from '../shared/tree-node.ts';
import type { TreeOfThoughtsParameters } from './parameters.ts';

/** Batches in which missing proposals are drawn; a model that repeats itself stops the search for more. */
const proposalRounds = 4;

/**
 * Thoughts from several states in one batch: G(s, k) of Yao et al. 2023, arXiv 2305.10601, section 3.
 *
 * `sample`: k independent draws. `propose`: k distinct thoughts. The paper asks for them in one prompt; here they are
 * drawn until they differ, in at most four batches, which needs no instructions followed.
 *
 * @returns the new children by state; null where the budget is spent.
 */
export async function* generateThoughts(
  tree: TreeBuilder,
  states: readonly TreeNode[],
  { generate, thoughts }: TreeOfThoughtsParameters,
): RunPart<readonly (readonly TreeNode[])[] | null> {
  const rounds = generate === 'propose' ? proposalRounds : 1;
  for (let round = 0; round < rounds; round++) {
    const requests = states
      .map((node) => ({ node, n: thoughts - node.children.length }))
      .filter(({ n }) => n > 0);
    if (requests.length === 0) break;
    if (!tree.canGrow(requests)) {
      if (round === 0) return null;
      break;
    }
    yield* tree.grow(requests);
  }
  return states.map((state) => state.children);
}
