import { surely } from '#experiment/surely.ts';
import type { Selection } from '#run/search-events.ts';
import type { Growth } from '../shared/tree-builder.ts';
import type { TreeNode } from '../shared/tree-node.ts';
import type { MctsParameters } from './parameters.ts';
import { followed, selectByPuct } from './puct.ts';
import type { Statistics } from './statistics.ts';

/** One way down the tree. */
export interface Simulation {
  readonly number: number;
  readonly selections: readonly Selection[];
  /** Root first, leaf last. */
  readonly path: readonly TreeNode[];
  readonly leaf: TreeNode;
}

/** From the root to a leaf: a node without children that may be followed. */
function descend(number: number, root: TreeNode, statistics: Statistics, c: number): Simulation {
  const selections: Selection[] = [];
  const path = [root];
  let leaf = root;
  while (followed(leaf).length > 0) {
    const selection = selectByPuct(leaf, statistics, c);
    selections.push(selection);
    leaf = surely(
      leaf.children.find((child) => child.id === selection.chosen),
      'chosen-child',
    );
    path.push(leaf);
  }
  return { number, selections, path, leaf };
}

/**
 * Selects up to `count` leaves one after another, each simulation under way keeping the next from its path by virtual
 * loss. Where a simulation comes to a leaf that another is about to evaluate, the batch ends before it: there is nothing
 * new for it to find. Virtual losses stay until `release`.
 */
export function selectBatch(
  first: number,
  count: number,
  root: TreeNode,
  statistics: Statistics,
  c: number,
): readonly Simulation[] {
  const batch: Simulation[] = [];
  while (batch.length < count) {
    const next = descend(first + batch.length, root, statistics, c);
    const taken = batch.some(({ leaf }) => leaf === next.leaf) && statistics.of(next.leaf).value === null;
    if (taken) break;
    for (const node of next.path) statistics.of(node).pending += 1;
    batch.push(next);
  }
  return batch;
}

/** Takes a simulation's virtual losses back. */
export function release({ path }: Simulation, statistics: Statistics): void {
  for (const node of path) statistics.of(node).pending -= 1;
}

/**
 * The steps a batch of simulations calls for: `expansion` children for a leaf, and further ones for a node on the way
 * that has been visited often enough: draws(N) ≤ expansion + widening · √N (progressive widening; Couëtoux et al. 2011,
 * with exponent ½). Equal draws count, so that a model that repeats itself is not asked for ever. Children drawn for a
 * node on the way take part from the next selection on.
 */
export function growthOf(
  batch: readonly Simulation[],
  statistics: Statistics,
  { expansion, widening }: MctsParameters,
): readonly Growth[] {
  const nodes = new Set(batch.flatMap(({ path }) => path));
  const growth: Growth[] = [];
  for (const node of nodes) {
    if (node.end !== 'open') continue;
    const { drawn, visits } = statistics.of(node);
    const limit = drawn === 0 ? expansion : Math.floor(expansion + widening * Math.sqrt(visits));
    if (drawn < limit) growth.push({ node, n: limit - drawn });
  }
  return growth;
}
