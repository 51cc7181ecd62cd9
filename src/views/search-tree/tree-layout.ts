import type { NodeId } from '#run/search-events.ts';
import type { ShownTree, TreeBar } from './shown-tree.ts';

/** Which way the tree grows. */
export type Direction = 'right' | 'down';

/**
 * A node's or bar's place in the tree's own measure: `along` is its depth, `across` its row. Each leaf and each bar has a row
 * of its own and a parent stands amid its children, so that no two that are not above one another share a row.
 */
export interface TreePlace {
  readonly along: number;
  readonly across: number;
}

export interface PlacedNode extends TreePlace {
  readonly node: NodeId;
  readonly parent: NodeId | null;
}

export interface PlacedBar extends TreePlace, TreeBar {}

export interface TreeLayout {
  readonly direction: Direction;
  /** Parents before their children. */
  readonly nodes: readonly PlacedNode[];
  readonly byId: ReadonlyMap<NodeId, PlacedNode>;
  /** By parent. */
  readonly bars: ReadonlyMap<NodeId, PlacedBar>;
  readonly rows: number;
  /** Depth of the deepest, bars too. */
  readonly depth: number;
}

const emptyLayout: TreeLayout = {
  direction: 'right',
  nodes: [],
  byId: new Map(),
  bars: new Map(),
  rows: 0,
  depth: 0,
};

interface Open {
  readonly node: NodeId;
  readonly parent: NodeId | null;
  readonly along: number;
  across: number;
  /** Rows of its first and last child. */
  low: number;
  high: number;
}

/** Gives each leaf and each bar a row, in the order of reading; in time linear in what is shown. */
export function layoutTree({ nodes, children, bars }: ShownTree, direction: Direction): TreeLayout {
  if (nodes.length === 0) return { ...emptyLayout, direction };
  const places: Open[] = [];
  const placedBars = new Map<NodeId, PlacedBar>();
  const byNode = new Map<NodeId, Open>();
  let [rows, depth] = [0, 0];
  type Visit =
    | { readonly node: NodeId; readonly parent: NodeId | null; readonly along: number }
    | { readonly bar: TreeBar; readonly along: number };
  const open: Visit[] = [{ node: nodes[0]!, parent: null, along: 0 }];
  for (let visit = open.pop(); visit; visit = open.pop()) {
    depth = Math.max(depth, visit.along);
    if ('bar' in visit) {
      placedBars.set(visit.bar.parent, { ...visit.bar, along: visit.along, across: rows++ });
      continue;
    }
    const { node, parent, along } = visit;
    const below = children.get(node) ?? [];
    const bar = bars.get(node);
    const place: Open = { node, parent, along, across: 0, low: Infinity, high: -Infinity };
    places.push(place);
    byNode.set(node, place);
    if (bar) open.push({ bar, along: along + 1 });
    for (let at = below.length - 1; at >= 0; at--)
      open.push({ node: below[at]!, parent: node, along: along + 1 });
    if (below.length === 0 && !bar) place.low = place.high = rows++;
  }
  for (let at = places.length - 1; at >= 0; at--) {
    const place = places[at]!;
    const bar = placedBars.get(place.node);
    if (bar) {
      place.low = Math.min(place.low, bar.across);
      place.high = Math.max(place.high, bar.across);
    }
    place.across = (place.low + place.high) / 2;
    const parent = place.parent === null ? undefined : byNode.get(place.parent);
    if (!parent) continue;
    parent.low = Math.min(parent.low, place.across);
    parent.high = Math.max(parent.high, place.across);
  }
  const placed = places.map(({ node, parent, along, across }): PlacedNode => ({
    node,
    parent,
    along,
    across,
  }));
  return {
    direction,
    nodes: placed,
    byId: new Map(placed.map((place) => [place.node, place])),
    bars: placedBars,
    rows,
    depth,
  };
}

/** Where the keyboard is: on a node, or on the bar of a node's children. */
export type TreeSpot = { readonly node: NodeId } | { readonly barOf: NodeId };

/** Where an arrow key leads from a node or a bar: to its parent, its first child, or the next of the same depth; null nowhere. */
export function neighbourOf(layout: TreeLayout, from: TreeSpot, key: string): TreeSpot | null {
  const { nodes, byId, bars, direction } = layout;
  const here = 'node' in from ? byId.get(from.node) : bars.get(from.barOf);
  if (!here) return nodes[0] ? { node: nodes[0].node } : null;
  const [up, down, back, on] =
    direction === 'right'
      ? ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']
      : ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];
  if (key === back) return here.parent === null ? null : { node: here.parent };
  if (key === on) {
    if (!('node' in from)) return null;
    const child = nodes.find(({ parent }) => parent === from.node);
    return child ? { node: child.node } : bars.has(from.node) ? { barOf: from.node } : null;
  }
  if (key !== up && key !== down) return null;
  const sign = key === up ? -1 : 1;
  let best: { readonly spot: TreeSpot; readonly far: number } | null = null;
  const consider = (place: TreePlace, spot: TreeSpot) => {
    const far = sign * (place.across - here.across);
    if (place.along === here.along && far > 0 && (!best || far < best.far)) best = { spot, far };
  };
  for (const node of nodes) consider(node, { node: node.node });
  for (const bar of bars.values()) consider(bar, { barOf: bar.parent });
  return nearest(best);
}

/** Assigned in a closure, which the compiler doesn't follow. */
const nearest = (best: { readonly spot: TreeSpot } | null): TreeSpot | null => best?.spot ?? null;
