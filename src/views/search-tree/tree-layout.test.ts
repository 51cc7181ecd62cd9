import { group } from 'd3';
import { describe, expect, it } from 'vitest';
import type { TreeNodeState } from '#run/tree-state.ts';
import { drawnState } from './testing/drawn-state.ts';
import { depthGap, descendants, layoutTree, neighbourOf } from './tree-layout.ts';

const nothing = new Set<number>();
const { tree } = drawnState(`
  root
    a
      c
      d
    b
      !e
`);

/** A chain of `deep` nodes, each with `wide` further children: larger than any drawing. */
function largeTree(deep: number, wide: number): readonly TreeNodeState[] {
  const nodes: { -readonly [Key in keyof TreeNodeState]: TreeNodeState[Key] }[] = [];
  const add = (parent: number | null): number => {
    const node = nodes.length;
    nodes.push({
      ...tree[1]!,
      node,
      parent,
      children: [],
      depth: parent === null ? 0 : nodes[parent]!.depth + 1,
    });
    if (parent !== null) nodes[parent]!.children = [...nodes[parent]!.children, node];
    return node;
  };
  let last = add(null);
  for (let level = 0; level < deep; level++) {
    const next = add(last);
    for (let child = 0; child < wide; child++) add(last);
    last = next;
  }
  return nodes;
}

describe('layoutTree', () => {
  it('puts a level each step apart and the root at 0, 0', () => {
    const { byId } = layoutTree(tree, { direction: 'right', folded: nothing });
    expect(byId.get(0)).toMatchObject({ x: 0, y: 0 });
    expect([1, 2, 3].map((node) => byId.get(node)!.x)).toEqual([
      depthGap.right,
      2 * depthGap.right,
      2 * depthGap.right,
    ]);
  });

  it('grows downwards by exchanging the axes', () => {
    const { byId } = layoutTree(tree, { direction: 'down', folded: nothing });
    expect(byId.get(5)!.y).toBe(2 * depthGap.down);
    expect(byId.get(2)!.x).toBeLessThan(byId.get(3)!.x);
  });

  it('leaves out what is folded and says how much', () => {
    const { nodes, byId } = layoutTree(tree, { direction: 'right', folded: new Set([1]) });
    expect(nodes.map(({ node }) => node)).toEqual([0, 1, 4, 5]);
    expect(byId.get(1)!.hidden).toBe(2);
    expect(descendants(tree, 0)).toBe(5);
  });

  it('keeps children in their order and no two nodes of a level closer than a small node is wide', () => {
    const large = largeTree(12, 9);
    const { nodes } = layoutTree(large, { direction: 'right', folded: nothing });
    const levels = group(nodes, ({ x }) => x);
    for (const level of levels.values()) {
      const places = level.map(({ y }) => y).toSorted((a, b) => a - b);
      for (const [index, y] of places.entries())
        if (index > 0) expect(y - places[index - 1]!).toBeGreaterThanOrEqual(10.9);
    }
    for (const { children } of large) {
      const places = children.map((child) => nodes.find(({ node }) => node === child)!.y);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }
  });

  it('places thousands of nodes, and chains thousands deep', () => {
    for (const large of [largeTree(500, 9), largeTree(5000, 0)]) {
      expect(layoutTree(large, { direction: 'right', folded: nothing }).nodes).toHaveLength(large.length);
    }
  });

  it('knows an empty tree', () => {
    expect(layoutTree([], { direction: 'right', folded: nothing }).nodes).toEqual([]);
  });
});

describe('neighbourOf', () => {
  const right = layoutTree(tree, { direction: 'right', folded: nothing });
  const down = layoutTree(tree, { direction: 'down', folded: nothing });
  it.each([
    ['ArrowRight', 0, 1],
    ['ArrowLeft', 2, 1],
    ['ArrowDown', 2, 3],
    ['ArrowDown', 3, 5],
    ['ArrowUp', 5, 3],
    ['ArrowUp', 2, null],
    ['ArrowRight', 2, null],
    ['ArrowLeft', 0, null],
  ] as const)('rightwards, %s leads from %i to %s', (key, from, to) =>
    expect(neighbourOf(right, from, key)).toBe(to),
  );
  it.each([
    ['ArrowDown', 0, 1],
    ['ArrowUp', 2, 1],
    ['ArrowRight', 3, 5],
    ['ArrowLeft', 5, 3],
  ] as const)('downwards, %s leads from %i to %i', (key, from, to) =>
    expect(neighbourOf(down, from, key)).toBe(to),
  );
  it('starts at the root where nothing is selected', () =>
    expect(neighbourOf(right, 99, 'ArrowDown')).toBe(0));
});
