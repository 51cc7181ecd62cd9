import type { Backup, NodeId } from '#run/search-events.ts';

/** What the simulations that came back have left at a node. */
export interface Visits {
  visits: number;
  /** Sum of their values. */
  total: number;
}

/** Adds a simulation's value to every node of its path: N ← N + 1, Q ← mean of all values. Root first. */
export function backUp<Node extends { readonly id: NodeId }>(
  path: readonly Node[],
  value: number,
  visitsOf: (node: Node) => Visits,
): readonly Backup[] {
  return path.map((node) => {
    const own = visitsOf(node);
    const [visitsBefore, valueBefore] = [own.visits, meanValue(own)];
    own.visits += 1;
    own.total += value;
    return { node: node.id, visitsBefore, visitsAfter: own.visits, valueBefore, valueAfter: meanValue(own) };
  });
}

/** Mean of the values that came back; 0 where none has. */
export function meanValue({ visits, total }: Visits): number {
  return visits === 0 ? 0 : total / visits;
}
