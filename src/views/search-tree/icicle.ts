import type { NodeId } from '#run/search-events.ts';
import type { TreeNodeState } from '#run/tree-state.ts';
import type { ShownTree } from './shown-tree.ts';

/**
 * The whole tree as an icicle (Kruskal and Landwehr 1983): each node a stripe at its depth, above its children, as wide as
 * they are together. By node, from 0 to 1; every leaf is as wide as any other.
 */
export interface Icicle {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** Levels, the root's among them. */
  readonly levels: number;
}

/** In time linear in the number of nodes: children have higher numbers than their parents. */
export function icicleOf(tree: readonly TreeNodeState[]): Icicle {
  const leaves = new Int32Array(tree.length);
  let levels = 0;
  for (let node = tree.length - 1; node >= 0; node--) {
    const { parent, children, depth } = tree[node]!;
    if (children.length === 0) leaves[node] = 1;
    if (parent !== null) leaves[parent] = leaves[parent]! + leaves[node]!;
    levels = Math.max(levels, depth + 1);
  }
  const starts = new Float64Array(tree.length);
  const ends = new Float64Array(tree.length);
  const all = Math.max(1, leaves[0] ?? 0);
  if (tree.length > 0) ends[0] = 1;
  for (const { node, children } of tree) {
    let at = starts[node]!;
    for (const child of children) {
      starts[child] = at;
      at += leaves[child]! / all;
      ends[child] = at;
    }
  }
  return { starts, ends, levels };
}

/** The node at a place of an icicle: the deepest there, at most as deep as asked. */
export function icicleNodeAt(
  tree: readonly TreeNodeState[],
  { starts, ends }: Icicle,
  depth: number,
  place: number,
): NodeId | null {
  let node = tree[0];
  while (node && node.depth < depth) {
    const next: NodeId | undefined = node.children.find(
      (child) => place >= starts[child]! && place < ends[child]!,
    );
    if (next === undefined) break;
    node = tree[next];
  }
  return node?.node ?? null;
}

/** The stretch of an icicle that leaves and bars in sight of the picture stand for; null where none is. */
export function sightIn(
  { starts, ends }: Icicle,
  { children, bars }: ShownTree,
  look: { readonly nodes: readonly NodeId[]; readonly bars: readonly NodeId[] },
): { readonly start: number; readonly end: number } | null {
  let [start, end] = [1, 0];
  const add = (node: NodeId) => {
    start = Math.min(start, starts[node] ?? 1);
    end = Math.max(end, ends[node] ?? 0);
  };
  for (const node of look.nodes) if (!children.get(node)?.length && !bars.has(node)) add(node);
  for (const parent of look.bars) for (const member of bars.get(parent)?.members ?? []) add(member);
  return start < end ? { start, end } : null;
}

/** Where an arrow key leads: to the parent, the first child, or the next of the same depth on either side. */
export type IcicleMove = 'back' | 'on' | 'before' | 'after';

/** The node that a move leads to from another; null where there is none. */
export function icicleMove(
  tree: readonly TreeNodeState[],
  icicle: Icicle,
  from: NodeId,
  move: IcicleMove,
): NodeId | null {
  const node = tree[from];
  if (!node) return tree.length > 0 ? 0 : null;
  switch (move) {
    case 'back':
      return node.parent;
    case 'on':
      return node.children[0] ?? null;
    case 'before':
    case 'after': {
      const { starts } = icicle;
      const here = starts[from]!;
      let best: NodeId | null = null;
      for (const other of tree) {
        if (other.depth !== node.depth || other.node === from) continue;
        const far = move === 'after' ? starts[other.node]! - here : here - starts[other.node]!;
        const least = best === null ? Infinity : Math.abs(starts[best]! - here);
        if (far > 0 && far < least) best = other.node;
      }
      return best;
    }
  }
}
