import { chosenEnd, endsOf } from '#run/what-happened/ends.ts';
import type { RunState } from '#run/state.ts';
import { pathTo, type TreeNodeState } from '#run/tree-state.ts';
import { valueColour } from '#views/search-tree/value-ramp.ts';
import styles from './card-picture.module.css';

const height = 132;
const width = 280;
const edge = 8;

/** Where each node stands: by depth from left to right, leaves one below the other. */
export function treePlaces(
  tree: readonly TreeNodeState[],
): ReadonlyMap<number, { readonly x: number; readonly y: number }> {
  const nodes = new Map(tree.map((node) => [node.node, node]));
  const deepest = Math.max(1, ...tree.map(({ depth }) => depth));
  const leaves = Math.max(1, tree.filter(({ children }) => children.length === 0).length);
  const places = new Map<number, { x: number; y: number }>();
  let next = 0;
  const place = (node: TreeNodeState): number => {
    const below = node.children.flatMap((child) => nodes.get(child) ?? []).map(place);
    const row = below.length > 0 ? ((below[0] ?? 0) + (below.at(-1) ?? 0)) / 2 : next++;
    places.set(node.node, {
      x: edge + (node.depth / deepest) * (width - 2 * edge),
      y: edge + ((row + 0.5) / leaves) * (height - 2 * edge),
    });
    return row;
  };
  for (const root of tree) if (root.parent === null) place(root);
  return places;
}

/** A search tree at a glance: its shape, what is judged good, what was pruned, and the way that was chosen. */
export function TreeThumbnail({ state }: { readonly state: RunState }) {
  const { tree } = state;
  const places = treePlaces(tree);
  const end = chosenEnd(state, endsOf(state))?.node ?? null;
  const way = new Set(end === null ? [] : pathTo(tree, end).map(({ node }) => node));
  return (
    <svg className={styles.tree} viewBox={`0 0 ${width} ${height}`}>
      {tree.map(({ node, parent }) => {
        const to = places.get(node);
        const from = parent === null ? undefined : places.get(parent);
        if (!to || !from) return null;
        return (
          <line
            key={node}
            x1={from.x}
            y1={from.y}
            x2={to.x}
            y2={to.y}
            data-way={way.has(node) ? '' : undefined}
          />
        );
      })}
      {tree.map(({ node, score, status }) => {
        const at = places.get(node);
        return (
          at && (
            <circle
              key={node}
              cx={at.x}
              cy={at.y}
              r={way.has(node) ? 5 : 3}
              data-status={status}
              fill={score === null ? undefined : valueColour(score)}
            />
          )
        );
      })}
    </svg>
  );
}
