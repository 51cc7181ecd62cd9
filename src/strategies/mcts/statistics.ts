import type { Score } from '#run/score.ts';
import type { Visits } from '../shared/back-up.ts';
import type { TreeNode } from '../shared/tree-node.ts';

/** What the simulations have left at a node. */
export interface NodeStatistics extends Visits {
  /** Simulations through it that are under way: virtual losses. */
  pending: number;
  /** Its own value; null until it has been measured. */
  value: Score;
  /** Next steps drawn from it, equal ones counted. */
  drawn: number;
}

/** The statistics of every node of a search. */
export class Statistics {
  private readonly byNode = new Map<TreeNode, NodeStatistics>();

  of(node: TreeNode): NodeStatistics {
    let statistics = this.byNode.get(node);
    if (!statistics)
      this.byNode.set(node, (statistics = { visits: 0, pending: 0, total: 0, value: null, drawn: 0 }));
    return statistics;
  }
}
