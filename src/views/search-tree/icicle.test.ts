import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type IcicleMove, icicleMove, icicleNodeAt, icicleOf, sightIn } from './icicle.ts';
import { shownTree } from './shown-tree.ts';
import { drawnState } from './testing/drawn-state.ts';
import { grownState, treeHabits, wholeTree } from './testing/grown-tree.ts';

const { tree } = drawnState(`
  root
    a
      c
      d
    b
      !e
`);
const icicle = icicleOf(tree);

describe('icicleOf', () => {
  it('gives every leaf the same width, and a node that of its leaves', () => {
    const widths = tree.map(({ node }) => Math.round(3 * (icicle.ends[node]! - icicle.starts[node]!)));
    expect(widths).toEqual([3, 2, 1, 1, 1, 1]);
    expect(icicle.levels).toBe(3);
  });

  it('lays children in their order over their parent, with nothing between them', () =>
    fc.assert(
      fc.property(fc.constantFrom(1, 50, 650, 5000), treeHabits, (count, habit) => {
        const grown = grownState(count, habit).tree;
        const { starts, ends } = icicleOf(grown);
        for (const { node, children } of grown) {
          let at = starts[node]!;
          for (const child of children) {
            expect(starts[child]).toBeCloseTo(at, 9);
            at = ends[child]!;
          }
          if (children.length > 0) expect(at).toBeCloseTo(ends[node]!, 9);
        }
      }),
      { numRuns: 12 },
    ));
});

describe('an icicle under pointer and keys', () => {
  it('finds the node at a place, no deeper than there are any', () => {
    expect(icicleNodeAt(tree, icicle, 0, 0.5)).toBe(0);
    expect(icicleNodeAt(tree, icicle, 1, 0.5)).toBe(1);
    expect(icicleNodeAt(tree, icicle, 2, 0.5)).toBe(3);
    expect(icicleNodeAt(tree, icicle, 9, 0.9)).toBe(5);
  });

  it('goes to the parent, the first child, and along a level', () => {
    const from = (node: number, move: IcicleMove) => icicleMove(tree, icicle, node, move);
    expect([from(3, 'back'), from(1, 'on'), from(3, 'after'), from(5, 'before')]).toEqual([1, 2, 5, 3]);
    expect([from(0, 'back'), from(2, 'on'), from(5, 'after')]).toEqual([null, null, null]);
  });
});

describe('sightIn', () => {
  it('is what the leaves and bars in sight stand for', () => {
    const whole = wholeTree(tree);
    const sight = sightIn(icicle, whole, { nodes: [0, 1, 3], bars: [] });
    expect(sight).toEqual({ start: icicle.starts[3], end: icicle.ends[3] });
    const nothing = new Set<number>();
    const folded = shownTree(tree, {
      rows: 9,
      gathers: false,
      folded: new Set([1]),
      opened: nothing,
      always: nothing,
      first: nothing,
    });
    expect(sightIn(icicle, folded, { nodes: [1], bars: [1] })).toEqual({ start: 0, end: icicle.ends[3] });
    expect(sightIn(icicle, whole, { nodes: [], bars: [] })).toBeNull();
  });
});
