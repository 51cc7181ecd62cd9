import type { NodeId } from '#run/search-events.ts';
import { nodeValue, type TreeNodeState } from '#run/tree-state.ts';

/** Siblings that are not drawn one by one, and all that is below them; it stands after those that are. */
export interface TreeBar {
  readonly parent: NodeId;
  /** The siblings themselves, in their order. */
  readonly members: readonly NodeId[];
  /** These and the nodes below them. */
  readonly count: number;
  /** Least and greatest value among all of them, those of another program as places on its scale; null where none has one. */
  readonly values: { readonly low: number; readonly high: number; readonly logged: boolean } | null;
}

/** What of a tree is drawn node by node. All else is in bars, so that both together are the whole tree. */
export interface ShownTree {
  /** Parents before their children. */
  readonly nodes: readonly NodeId[];
  /** Drawn children, in their order; none for those that are not in the list. */
  readonly children: ReadonlyMap<NodeId, readonly NodeId[]>;
  /** By parent. */
  readonly bars: ReadonlyMap<NodeId, TreeBar>;
}

export interface ShownOptions {
  /** Rows there is room for. Paths, and what a person opened, are shown even beyond. */
  readonly rows: number;
  /** Whether siblings that nothing happened to, or that were given up, share a bar even where there is room. */
  readonly gathers: boolean;
  /** A node's children are in its bar, all of them. */
  readonly folded: ReadonlySet<NodeId>;
  /** A node's children are shown, all of them. */
  readonly opened: ReadonlySet<NodeId>;
  /** Nodes that are shown whatever else is: their ancestors must be among them. */
  readonly always: ReadonlySet<NodeId>;
  /** Nodes that come first where there is room. */
  readonly first: ReadonlySet<NodeId>;
}

/** Leaves of the whole tree: rows that it would take to draw all of it. */
export function leavesOf(tree: readonly TreeNodeState[]): number {
  return tree.reduce((count, { children }) => count + (children.length === 0 ? 1 : 0), 0);
}

/** Chooses what is drawn: from the root down, always the most important node that its parent leads to, while there is room. */
export function shownTree(tree: readonly TreeNodeState[], options: ShownOptions): ShownTree {
  const chosen = new Choice(tree, options);
  return chosen.shown();
}

class Choice {
  readonly #tree: readonly TreeNodeState[];
  readonly #options: ShownOptions;
  readonly #isShown: Uint8Array;
  /** Drawn children of each node. */
  readonly #count: Int32Array;
  readonly #waiting = new Waiting();
  /** Whether visits are counted: then what has none is of less interest. */
  readonly #visited: boolean;
  #rows = 1;

  constructor(tree: readonly TreeNodeState[], options: ShownOptions) {
    this.#tree = tree;
    this.#options = options;
    this.#isShown = new Uint8Array(tree.length);
    this.#count = new Int32Array(tree.length);
    this.#visited = tree.some(({ visits }) => visits > 0);
  }

  shown(): ShownTree {
    if (this.#tree.length > 0) this.#show(0);
    for (let next = this.#waiting.take(); next !== null; next = this.#waiting.take()) {
      if (this.#rows >= this.#options.rows) break;
      this.#show(next);
    }
    return this.#gathered();
  }

  /** Shows a node, and what follows from that without taking more room. */
  #show(first: NodeId): void {
    const { folded, opened, always } = this.#options;
    const open: NodeId[] = [first];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (this.#isShown[node]) continue;
      this.#isShown[node] = 1;
      const { children, parent } = this.#tree[node]!;
      if (parent !== null) {
        const siblings = this.#tree[parent]!.children;
        const shown = (this.#count[parent] = this.#count[parent]! + 1);
        if (shown < siblings.length) this.#rows += 1;
        // A bar for one alone would take as much room as itself.
        if (siblings.length - shown === 1)
          open.push(...siblings.filter((sibling) => !this.#isShown[sibling]).slice(0, 1));
      }
      if (folded.has(node)) continue;
      const all = opened.has(node) || children.length === 1;
      for (const child of children) {
        if (all || always.has(child)) open.push(child);
        else if (!this.#isGathered(child)) this.#waiting.add(child, this.#weight(child));
      }
    }
  }

  #isGathered(node: NodeId): boolean {
    const { gathers, first } = this.#options;
    return gathers && !first.has(node) && isMinor(this.#tree[node]!, this.#visited);
  }

  /** What makes a node worth its row: what the step is about, then visits, then that it was kept and its value. */
  #weight(node: NodeId): number {
    const known = this.#tree[node]!;
    const { visits, status, end, depth } = known;
    const standing = status === 'kept' ? 2 : status === 'pruned' ? -1 : end === 'terminal' ? 1 : 0;
    return (
      (this.#options.first.has(node) ? 1e6 : 0) +
      2 * visits +
      standing +
      (nodeValue(known) ?? 0.25) -
      depth / 1000
    );
  }

  #gathered(): ShownTree {
    const tree = this.#tree;
    const { sizes, lows, highs } = sums(tree);
    const nodes: NodeId[] = [];
    const children = new Map<NodeId, readonly NodeId[]>();
    const bars = new Map<NodeId, TreeBar>();
    for (const { node, children: all } of tree) {
      if (!this.#isShown[node]) continue;
      nodes.push(node);
      if (all.length === 0) continue;
      if (this.#count[node] === all.length) {
        children.set(node, all);
        continue;
      }
      children.set(
        node,
        all.filter((child) => this.#isShown[child]),
      );
      const members = all.filter((child) => !this.#isShown[child]);
      let [count, low, high] = [0, Infinity, -Infinity];
      for (const member of members) {
        count += sizes[member]!;
        low = Math.min(low, lows[member]!);
        high = Math.max(high, highs[member]!);
      }
      bars.set(node, {
        parent: node,
        members,
        count,
        values: low > high ? null : { low, high, logged: tree[members[0]!]!.logged !== null },
      });
    }
    return { nodes, children, bars };
  }
}

/** Leaves that nothing has happened to, or that were given up. */
function isMinor({ children, end, status, visits }: TreeNodeState, visited: boolean): boolean {
  return (
    children.length === 0 &&
    (status === 'pruned' || (end !== 'terminal' && status === 'live' && visited && visits === 0))
  );
}

/** Of each node and all below it: how many, and the range of their values. Children have higher numbers than their parents. */
function sums(tree: readonly TreeNodeState[]) {
  const sizes = new Int32Array(tree.length).fill(1);
  const lows = new Float64Array(tree.length).fill(Infinity);
  const highs = new Float64Array(tree.length).fill(-Infinity);
  for (let node = tree.length - 1; node >= 0; node--) {
    const known = tree[node]!;
    const value = nodeValue(known);
    if (value !== null) {
      lows[node] = Math.min(lows[node]!, value);
      highs[node] = Math.max(highs[node]!, value);
    }
    if (known.parent === null) continue;
    sizes[known.parent] = sizes[known.parent]! + sizes[node]!;
    lows[known.parent] = Math.min(lows[known.parent]!, lows[node]!);
    highs[known.parent] = Math.max(highs[known.parent]!, highs[node]!);
  }
  return { sizes, lows, highs };
}

/** Nodes that wait for room, the weightiest first, of equals the older: a binary heap. */
class Waiting {
  readonly #heap: { readonly node: NodeId; readonly weight: number }[] = [];

  add(node: NodeId, weight: number): void {
    const heap = this.#heap;
    const one = { node, weight };
    let at = heap.length;
    for (; at > 0; at = (at - 1) >> 1) {
      const above = heap[(at - 1) >> 1]!;
      if (!goesFirst(one, above)) break;
      heap[at] = above;
    }
    heap[at] = one;
  }

  take(): NodeId | null {
    const heap = this.#heap;
    const top = heap[0];
    const last = heap.pop();
    if (!top || !last) return null;
    if (heap.length === 0) return top.node;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && goesFirst(heap[below + 1]!, heap[below]!)) below += 1;
      if (!goesFirst(heap[below]!, last)) break;
      heap[at] = heap[below]!;
      at = below;
    }
    heap[at] = last;
    return top.node;
  }
}

function goesFirst(
  a: { readonly node: NodeId; readonly weight: number },
  b: { readonly node: NodeId; readonly weight: number },
): boolean {
  return a.weight > b.weight || (a.weight === b.weight && a.node < b.node);
}
