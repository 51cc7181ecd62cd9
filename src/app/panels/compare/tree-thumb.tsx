import { memo, useMemo } from 'react';
import type { NodeId } from '#run/search-events.ts';
import type { RunState } from '#run/state.ts';
import { linkPath, shapePath } from '#views/search-tree/node-shapes.ts';
import { focusOf } from '#views/search-tree/tree-focus.ts';
import { layoutTree } from '#views/search-tree/tree-layout.ts';
import { sceneOf } from '#views/search-tree/tree-scene.ts';
import { compare } from '#words/en/compare.ts';
import styles from './tree-thumb.module.css';

const nothing: ReadonlySet<NodeId> = new Set();

/** The search tree, small: its shape, its values and the path to the answer. */
export const TreeThumb = memo(function TreeThumb({ state }: { readonly state: RunState }) {
  const { nodes, layout } = useMemo(() => {
    const placed = layoutTree(state.tree, { direction: 'right', folded: nothing });
    return sceneOf(state, placed, { focus: focusOf(state), dims: false, selected: null });
  }, [state]);
  const { left, right, top, bottom } = layout.box;
  const byId = new Map(nodes.map((node) => [node.node, node]));
  const links = nodes.flatMap((node) => {
    const parent = node.parent === null ? undefined : byId.get(node.parent);
    return parent ? [{ lit: node.lit, path: linkPath('right', parent, node) }] : [];
  });
  return (
    <svg
      className={styles.root}
      viewBox={`${left} ${top} ${right - left} ${bottom - top}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={compare.tree(nodes.length)}
    >
      <path
        className={styles.link}
        d={links
          .filter(({ lit }) => !lit)
          .map(({ path }) => path)
          .join('')}
        vectorEffect="non-scaling-stroke"
      />
      <path
        className={styles.link}
        data-lit=""
        d={links
          .filter(({ lit }) => lit)
          .map(({ path }) => path)
          .join('')}
        vectorEffect="non-scaling-stroke"
      />
      {nodes.map((node) => (
        <path
          key={node.node}
          d={shapePath(node.glyph.shape, node.glyph.r * 1.6)}
          transform={`translate(${node.x} ${node.y})`}
          fill={node.glyph.fill ?? 'none'}
          stroke="var(--line-strong)"
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  );
});
