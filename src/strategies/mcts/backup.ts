import type { Backup } from '#run/search-events.ts';
import type { TreeNode } from '../shared/search-tree.ts';
import { meanValue, type Statistics } from './statistics.ts';

/** Adds a simulation's value to every node of its path: N ← N + 1, Q ← mean of all values. Root first. */
export function backUp(path: readonly TreeNode[], value: number, statistics: Statistics): readonly Backup[] {
  return path.map((node) => {
    const own = statistics.of(node);
    const [visitsBefore, valueBefore] = [own.visits, meanValue(own)];
    own.visits += 1;
    own.total += value;
    return { node: node.id, visitsBefore, visitsAfter: own.visits, valueBefore, valueAfter: meanValue(own) };
  });
}
