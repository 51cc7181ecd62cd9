import type { Selection, SelectionRow } from '#run/search-events.ts';
import type { TreeNode } from '../shared/tree-node.ts';
import type { Statistics } from './statistics.ts';

/** Whether a node takes part in the search: one that a person pruned, or that only the budget cut off, says nothing of its value. */
export function takesPart({ pruned, cutByBudget }: TreeNode): boolean {
  return !pruned && !cutByBudget;
}

/** The children that a simulation may go down to. */
export function followed({ children }: TreeNode): readonly TreeNode[] {
  return children.every(takesPart) ? children : children.filter(takesPart);
}

/**
 * The selection table of a node by PUCT (Silver et al. 2017, arXiv 1712.01815; as in its pseudocode):
 *
 *     score = Q + c · P · √N_parent / (1 + N_child)
 *
 * Q is the mean of the values that came back, on the verifier's scale from 0 to 1, and 0 where none has, as in
 * AlphaZero's pseudocode: an unvisited child has its prior and nothing else. P is the step's prior among its siblings: see
 * `priorsOf`. A simulation under way counts as a visit that came back with 0, in Q and in both N
 * (virtual loss; Chaslot et al. 2008; Segal 2010). Of equal scores the higher prior wins, then the earlier node. A child
 * that a person pruned takes no part, nor one that the budget cut off.
 */
export function selectByPuct(parent: TreeNode, statistics: Statistics, c: number): Selection {
  const { visits, pending } = statistics.of(parent);
  const parentVisits = visits + pending;
  const root = Math.sqrt(parentVisits);
  const rows = followed(parent).map((child): SelectionRow => {
    const own = statistics.of(child);
    const all = own.visits + own.pending;
    const q = all === 0 ? 0 : own.total / all;
    const prior = child.prior ?? 0;
    const exploration = (c * prior * root) / (1 + all);
    return {
      node: child.id,
      q,
      prior,
      visits: all,
      pending: own.pending,
      exploration,
      score: q + exploration,
    };
  });
  const best = rows.reduce((a, b) =>
    b.score > a.score || (b.score === a.score && b.prior > a.prior) ? b : a,
  );
  return { parent: parent.id, parentVisits, rule: 'puct', c, rows, chosen: best.node };
}
