import type { TokenId } from '../language-model.ts';
import type { Slot } from './step-engine.ts';

/** A sequence held in an engine slot: the first `length` tokens of the path that ends on `node`. */
export interface Holding {
  readonly slot: Slot;
  node: RadixNode;
  /** Tokens in the slot. On the node's edge: `node.start < length <= end of node`; 0 at the root. */
  length: number;
  /** A running sequence is extending it: it may be forked, but not taken or evicted. */
  inUse: boolean;
  /** When it was last used, on the cache's own counter. */
  lastUsed: number;
}

/** A copy of the logits after `length` tokens of the path that ends on `node`. */
export interface Boundary {
  node: RadixNode;
  readonly length: number;
  /** `[vocabulary]`, not normalised. */
  readonly logits: Float32Array;
}

/** An edge of the radix tree, with what is known about its tokens, and the node at its end. */
export interface RadixNode {
  parent: RadixNode | null;
  /** Tokens on the path before this edge. */
  start: number;
  readonly children: Map<TokenId, RadixNode>;
  edge: TokenId[];
  /** The value head's output at each token of the edge; NaN where it was not requested. */
  values: number[];
  holdings: Holding[];
  boundaries: Boundary[];
}

export function createNode(
  parent: RadixNode | null,
  start: number,
  edge: TokenId[],
  values: number[],
): RadixNode {
  return { parent, start, children: new Map(), edge, values, holdings: [], boundaries: [] };
}

export function endOf(node: RadixNode): number {
  return node.start + node.edge.length;
}

/** The longest part of `tokens`, at most `atMost` of them, that is a path from `root`, and the node its end lies on. */
export function longestMatch(
  root: RadixNode,
  tokens: readonly TokenId[],
  atMost: number,
): { readonly node: RadixNode; readonly length: number } {
  const limit = Math.min(atMost, tokens.length);
  let node = root;
  let length = 0;
  while (length < limit) {
    const child = node.children.get(tokens[length]!);
    if (child === undefined) break;
    node = child;
    const edge = child.edge;
    const end = Math.min(edge.length, limit - child.start);
    let offset = 1;
    while (offset < end && edge[offset] === tokens[child.start + offset]) offset += 1;
    length = child.start + offset;
    if (offset < edge.length) break;
  }
  return { node, length };
}

/** Splits a node's edge and returns the new upper node, which ends `offset` tokens into the edge. */
export function split(node: RadixNode, offset: number): RadixNode {
  const parent = node.parent;
  if (parent === null) throw new Error('The root has no edge to split');
  const upper = createNode(parent, node.start, node.edge.slice(0, offset), node.values.slice(0, offset));
  parent.children.set(upper.edge[0]!, upper);
  node.edge = node.edge.slice(offset);
  node.values = node.values.slice(offset);
  node.parent = upper;
  node.start += offset;
  upper.children.set(node.edge[0]!, node);
  upper.holdings = node.holdings.filter((holding) => holding.length <= node.start);
  node.holdings = node.holdings.filter((holding) => holding.length > node.start);
  for (const holding of upper.holdings) holding.node = upper;
  upper.boundaries = node.boundaries.filter((boundary) => boundary.length <= node.start);
  node.boundaries = node.boundaries.filter((boundary) => boundary.length > node.start);
  for (const boundary of upper.boundaries) boundary.node = upper;
  return upper;
}

/** Extends a holding by one token, with the value at that token (NaN: unknown). */
export function advance(holding: Holding, token: TokenId, value: number): void {
  let node = holding.node;
  const offset = holding.length - node.start;
  if (offset < node.edge.length) {
    if (node.edge[offset] === token) {
      if (value === value) node.values[offset] = value;
      holding.length += 1;
      return;
    }
    node = split(node, offset);
  }
  const child = node.children.get(token);
  if (child !== undefined) {
    if (value === value) child.values[0] = value;
    move(holding, child);
  } else if (node.children.size === 0 && node.parent !== null) {
    // Nothing branches off here, so the edge grows: the common case of a sequence that runs on its own.
    node.edge.push(token);
    node.values.push(value);
  } else {
    const leaf = createNode(node, endOf(node), [token], [value]);
    node.children.set(token, leaf);
    move(holding, leaf);
  }
  holding.length += 1;
}

function move(holding: Holding, to: RadixNode): void {
  detach(holding);
  holding.node = to;
  to.holdings.push(holding);
}

function detach(holding: Holding): void {
  const holdings = holding.node.holdings;
  holdings.splice(holdings.indexOf(holding), 1);
}

/**
 * Removes a holding from the tree, with the tokens that no other holding covers. `forget` is called for each boundary
 * that goes. Chains of single children that may remain are not merged: they cost a little memory and no correctness.
 */
export function remove(holding: Holding, forget: (boundary: Boundary) => void): void {
  detach(holding);
  let node: RadixNode | null = holding.node;
  while (node !== null && node.children.size === 0) {
    let covered = 0;
    for (const other of node.holdings) covered = Math.max(covered, other.length);
    for (const boundary of node.boundaries) if (boundary.length > covered) forget(boundary);
    if (covered > 0 || node.parent === null) {
      node.boundaries = node.boundaries.filter((boundary) => boundary.length <= covered);
      node.edge.length = Math.min(node.edge.length, Math.max(0, covered - node.start));
      node.values.length = node.edge.length;
      return;
    }
    node.parent.children.delete(node.edge[0]!);
    node = node.parent;
  }
}

/** A holding with the first `length` tokens of the path to `node`. There always is one, because every leaf has a holding. */
export function coverOf(node: RadixNode, length: number): Holding {
  for (let at: RadixNode = node; ;) {
    for (const holding of at.holdings) if (holding.length >= length) return holding;
    const child = at.children.values().next();
    if (child.done === true) throw new Error('A path of the prefix cache is held by no slot');
    at = child.value;
  }
}

/** True if other holdings have all tokens of this one. */
export function isRedundant(holding: Holding): boolean {
  if (holding.node.children.size > 0) return true;
  return holding.node.holdings.some((other) => other !== holding && other.length >= holding.length);
}
