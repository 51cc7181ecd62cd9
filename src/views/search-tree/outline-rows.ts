import { itemAt } from '#experiment/surely.ts';
import type { NodeId } from '#run/search-events.ts';
import type { TreeNodeState } from '#run/tree-state.ts';

/** One line of the outline. */
export interface OutlineRow {
  readonly node: NodeId;
  /** From 1, as `aria-level` counts. */
  readonly level: number;
  /** Among its siblings, from 1. */
  readonly position: number;
  readonly siblings: number;
  readonly children: number;
  readonly folded: boolean;
}

/** The tree as lines, in the order of reading; what is folded is left out. */
export function outlineRows(
  tree: readonly TreeNodeState[],
  folded: ReadonlySet<NodeId>,
): readonly OutlineRow[] {
  const rows: OutlineRow[] = [];
  const open: OutlineRow[] = tree[0] ? [rowOf(tree[0], 1, 1, folded)] : [];
  for (let row = open.pop(); row; row = open.pop()) {
    rows.push(row);
    if (row.folded) continue;
    const { children } = itemAt(tree, row.node);
    for (let at = children.length - 1; at >= 0; at--)
      open.push(rowOf(itemAt(tree, itemAt(children, at)), at + 1, children.length, folded));
  }
  return rows;
}

function rowOf(
  { node, depth, children }: TreeNodeState,
  position: number,
  siblings: number,
  folded: ReadonlySet<NodeId>,
): OutlineRow {
  return {
    node,
    level: depth + 1,
    position,
    siblings,
    children: children.length,
    folded: children.length > 0 && folded.has(node),
  };
}

/** What a key does in the outline, by the ARIA pattern of a tree. */
export type OutlineMove = { readonly to: NodeId } | { readonly fold: NodeId } | null;

export function outlineMove(
  rows: readonly OutlineRow[],
  tree: readonly TreeNodeState[],
  at: NodeId | null,
  key: string,
): OutlineMove {
  const index = rows.findIndex(({ node }) => node === at);
  const row = rows[index];
  const to = (place: number): OutlineMove => (rows[place] ? { to: rows[place].node } : null);
  if (!row)
    return ['ArrowDown', 'ArrowUp', 'Home', 'End', 'ArrowRight', 'ArrowLeft'].includes(key) ? to(0) : null;
  switch (key) {
    case 'ArrowDown':
      return to(index + 1);
    case 'ArrowUp':
      return to(index - 1);
    case 'Home':
      return to(0);
    case 'End':
      return to(rows.length - 1);
    case 'ArrowRight':
      if (row.children === 0) return null;
      return row.folded ? { fold: row.node } : to(index + 1);
    case 'ArrowLeft': {
      if (row.children > 0 && !row.folded) return { fold: row.node };
      const parent = tree[row.node]?.parent ?? null;
      return parent === null ? null : { to: parent };
    }
    case 'Enter':
      return row.children > 0 ? { fold: row.node } : null;
    default:
      return null;
  }
}

/** Ancestors that must be unfolded for a node to be seen. */
export function foldedAbove(
  tree: readonly TreeNodeState[],
  node: NodeId,
  folded: ReadonlySet<NodeId>,
): readonly NodeId[] {
  const above: NodeId[] = [];
  for (let at = tree[node]?.parent ?? null; at !== null; at = tree[at]?.parent ?? null)
    if (folded.has(at)) above.push(at);
  return above;
}
