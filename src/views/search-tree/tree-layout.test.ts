import { group } from 'd3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnState } from './testing/drawn-state.ts';
import { grownState, treeHabits, wholeTree } from './testing/grown-tree.ts';
import { layoutTree, neighbourOf } from './tree-layout.ts';

const { tree } = drawnState(`
  root
    a
      c
      d
    b
      !e
`);

describe('layoutTree', () => {
  it('puts each leaf on a row of its own, a parent amid its children, and levels one apart', () => {
    const { nodes, rows, depth } = layoutTree(wholeTree(tree), 'right');
    expect(nodes.map(({ node, along, across }) => [node, along, across])).toEqual([
      [0, 0, 1.25],
      [1, 1, 0.5],
      [2, 2, 0],
      [3, 2, 1],
      [4, 1, 2],
      [5, 2, 2],
    ]);
    expect([rows, depth]).toEqual([3, 2]);
  });

  it('gives what is folded one row, with its count', () => {
    const { nodes, bars } = layoutTree(wholeTree(tree, new Set([1])), 'right');
    expect(nodes.map(({ node }) => node)).toEqual([0, 1, 4, 5]);
    expect(bars.get(1)).toMatchObject({ count: 2, along: 2, across: 0 });
  });

  it('keeps children in their order, and nodes of a level a row apart', () =>
    fc.assert(
      fc.property(fc.constantFrom(1, 2, 50, 650), treeHabits, (count, habit) => {
        const state = grownState(count, habit);
        const { nodes, byId } = layoutTree(wholeTree(state.tree), 'right');
        for (const level of group(nodes, ({ along }) => along).values()) {
          const places = level.map(({ across }) => across).toSorted((a, b) => a - b);
          for (const [index, place] of places.entries())
            if (index > 0) expect(place - places[index - 1]!).toBeGreaterThanOrEqual(1);
        }
        for (const { children } of state.tree) {
          const places = children.map((child) => byId.get(child)!.across);
          expect(places).toEqual(places.toSorted((a, b) => a - b));
        }
      }),
      { numRuns: 12 },
    ));

  it('places a chain thousands deep, and no tree at all', () => {
    const chain = grownState(5000, { depth: 1, seed: 1 }, Infinity);
    expect(layoutTree(wholeTree(chain.tree), 'right').nodes).toHaveLength(5000);
    expect(layoutTree(wholeTree([]), 'right')).toMatchObject({ nodes: [], rows: 0 });
  });
});

describe('neighbourOf', () => {
  const right = layoutTree(wholeTree(tree), 'right');
  const down = layoutTree(wholeTree(tree), 'down');
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
    expect(neighbourOf(right, { node: from }, key)).toEqual(to === null ? null : { node: to }),
  );
  it.each([
    ['ArrowDown', 0, 1],
    ['ArrowUp', 2, 1],
    ['ArrowRight', 3, 5],
    ['ArrowLeft', 5, 3],
  ] as const)('downwards, %s leads from %i to %i', (key, from, to) =>
    expect(neighbourOf(down, { node: from }, key)).toEqual({ node: to }),
  );
  it('stops at bars too', () => {
    const folded = layoutTree(wholeTree(tree, new Set([1])), 'right');
    expect(neighbourOf(folded, { node: 1 }, 'ArrowRight')).toEqual({ barOf: 1 });
    expect(neighbourOf(folded, { barOf: 1 }, 'ArrowDown')).toEqual({ node: 5 });
    expect(neighbourOf(folded, { barOf: 1 }, 'ArrowLeft')).toEqual({ node: 1 });
    expect(neighbourOf(folded, { barOf: 1 }, 'ArrowRight')).toBeNull();
  });
  it('starts at the root where nothing is selected', () =>
    expect(neighbourOf(right, { node: 99 }, 'ArrowDown')).toEqual({ node: 0 }));
});
