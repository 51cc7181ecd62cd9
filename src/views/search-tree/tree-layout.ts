import { hierarchy, type HierarchyPointNode, tree as tidyTree } from 'd3';
import type { NodeId } from '#run/search-events.ts';
import type { TreeNodeState } from '#run/tree-state.ts';

/** Which way the tree grows. */
export type Direction = 'right' | 'down';

/** A node's place; x and y are its middle, in pixels at zoom 1, the root at 0, 0. */
export interface PlacedNode {
  readonly node: NodeId;
  readonly parent: NodeId | null;
  readonly x: number;
  readonly y: number;
  /** Whether there is room for its step beside it. */
  readonly roomy: boolean;
  /** Nodes below it that are folded away. */
  readonly hidden: number;
}

export interface TreeLayout {
  readonly direction: Direction;
  /** Parents before their children. */
  readonly nodes: readonly PlacedNode[];
  readonly byId: ReadonlyMap<NodeId, PlacedNode>;
  readonly box: Box;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface LayoutOptions {
  readonly direction: Direction;
  /** Nodes whose descendants are not shown. */
  readonly folded: ReadonlySet<NodeId>;
}

/** Pixels from parent to child: rightwards a step of some 16 characters fits between. */
export const depthGap = { right: 152, down: 92 } as const satisfies Record<Direction, number>;
/** Pixels from sibling to sibling, with a step's text and without. */
const roomyGap = { right: 27, down: 118 } as const satisfies Record<Direction, number>;
const tightGap = { right: 11, down: 13 } as const satisfies Record<Direction, number>;
/** Trees this small have room for every step. */
const smallTree = 48;
/** Room around the outermost nodes for their labels. */
const margin = {
  right: { left: 68, top: 30, right: 178, bottom: 26 },
  down: { left: 66, top: 34, right: 66, bottom: 48 },
} as const;

/**
 * Places the nodes of a tree (Reingold and Tilford, by d3-hierarchy), in time linear in their number. In a larger tree,
 * leaves that the search has not come to or has given up stand close together, so that the others have room.
 */
export function layoutTree(tree: readonly TreeNodeState[], { direction, folded }: LayoutOptions): TreeLayout {
  const root = tree[0];
  if (!root) return { direction, nodes: [], byId: new Map(), box: { left: 0, top: 0, right: 0, bottom: 0 } };
  const crowded = tree.length > smallTree;
  const visited = crowded && tree.some(({ visits }) => visits > 0);
  const isTight = (node: TreeNodeState) => crowded && isMinor(node, visited);
  const gap = (node: TreeNodeState) =>
    isTight(node)
      ? tightGap[direction]
      : Math.max(roomyGap[direction], direction === 'down' ? answerWidth(node) : 0);
  const shown = hierarchy<TreeNodeState>(root, (node) =>
    folded.has(node.node) ? null : node.children.map((child) => tree[child]!),
  );
  const placed = tidyTree<TreeNodeState>()
    .nodeSize([1, depthGap[direction]])
    // In the breadth's own pixels: nodeSize has 1 there.
    .separation((a, b) => (gap(a.data) + gap(b.data)) / 2)(shown);
  const nodes: PlacedNode[] = [];
  placed.eachBefore((point) => nodes.push(place(point, direction, !isTight(point.data), folded, tree)));
  return {
    direction,
    nodes,
    byId: new Map(nodes.map((node) => [node.node, node])),
    box: boxOf(nodes, direction),
  };
}

function place(
  { data, x: breadth, y: depth }: HierarchyPointNode<TreeNodeState>,
  direction: Direction,
  roomy: boolean,
  folded: ReadonlySet<NodeId>,
  tree: readonly TreeNodeState[],
): PlacedNode {
  const [x, y] = direction === 'right' ? [depth, breadth] : [breadth, depth];
  return {
    node: data.node,
    parent: data.parent,
    x,
    y,
    roomy,
    hidden: folded.has(data.node) ? descendants(tree, data.node) : 0,
  };
}

/** Below a node stands its answer, in full. */
function answerWidth({ answer }: TreeNodeState): number {
  return answer ? 7.4 * answer.display.length + 12 : 0;
}

/** Leaves that nothing has happened to, or that were given up. */
function isMinor({ children, end, status, visits }: TreeNodeState, visited: boolean): boolean {
  return (
    children.length === 0 &&
    (status === 'pruned' || (end !== 'terminal' && status === 'live' && visited && visits === 0))
  );
}

/** Nodes below one, itself not counted. */
export function descendants(tree: readonly TreeNodeState[], node: NodeId): number {
  const open = [...(tree[node]?.children ?? [])];
  let count = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    count += 1;
    for (const child of tree[next]?.children ?? []) open.push(child);
  }
  return count;
}

function boxOf(nodes: readonly PlacedNode[], direction: Direction): Box {
  const around = margin[direction];
  let [left, top, right, bottom] = [0, 0, 0, 0];
  for (const { x, y } of nodes) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return {
    left: left - around.left,
    top: top - around.top,
    right: right + around.right,
    bottom: bottom + around.bottom,
  };
}

/** Where an arrow key leads from a node: to its parent, its first child, or the next node of the same depth; null nowhere. */
export function neighbourOf(
  { nodes, byId, direction }: TreeLayout,
  from: NodeId,
  key: string,
): NodeId | null {
  const here = byId.get(from);
  if (!here) return nodes[0]?.node ?? null;
  const across = direction === 'right' ? (node: PlacedNode) => node.y : (node: PlacedNode) => node.x;
  const along = direction === 'right' ? (node: PlacedNode) => node.x : (node: PlacedNode) => node.y;
  const [up, down, back, on] =
    direction === 'right'
      ? ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']
      : ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];
  if (key === back) return here.parent;
  if (key === on) return nodes.find(({ parent }) => parent === from)?.node ?? null;
  if (key !== up && key !== down) return null;
  const sign = key === up ? -1 : 1;
  let best: PlacedNode | null = null;
  for (const other of nodes) {
    if (along(other) !== along(here) || sign * (across(other) - across(here)) <= 0) continue;
    if (!best || Math.abs(across(other) - across(here)) < Math.abs(across(best) - across(here))) best = other;
  }
  return best?.node ?? null;
}
