import { describe, expect, it } from 'vitest';
import { foldedAbove, outlineMove, outlineRows } from './outline-rows.ts';
import { drawnState } from './testing/drawn-state.ts';

const { tree } = drawnState(`
  root
    a
      c
    b
`);
const nothing = new Set<number>();

describe('outlineRows', () => {
  it('lists the tree in the order of reading, with levels and places', () => {
    expect(
      outlineRows(tree, nothing).map(({ node, level, position, siblings }) => [
        node,
        level,
        position,
        siblings,
      ]),
    ).toEqual([
      [0, 1, 1, 1],
      [1, 2, 1, 2],
      [2, 3, 1, 1],
      [3, 2, 2, 2],
    ]);
  });
  it('leaves out what is folded', () =>
    expect(outlineRows(tree, new Set([1])).map(({ node }) => node)).toEqual([0, 1, 3]));
});

describe('outlineMove', () => {
  const rows = outlineRows(tree, nothing);
  it.each([
    ['ArrowDown', 1, { to: 2 }],
    ['ArrowUp', 3, { to: 2 }],
    ['Home', 3, { to: 0 }],
    ['End', 0, { to: 3 }],
    ['ArrowRight', 1, { to: 2 }],
    ['ArrowLeft', 1, { fold: 1 }],
    ['ArrowLeft', 2, { to: 1 }],
    ['ArrowRight', 3, null],
    ['Enter', 1, { fold: 1 }],
    ['Enter', 2, null],
    ['ArrowDown', null, { to: 0 }],
    ['a', 1, null],
  ] as const)('%s at %s', (key, at, move) => expect(outlineMove(rows, tree, at, key)).toEqual(move));
  it('unfolds on the way to a hidden node', () => {
    expect(outlineMove(outlineRows(tree, new Set([1])), tree, 1, 'ArrowRight')).toEqual({ fold: 1 });
    expect(foldedAbove(tree, 2, new Set([0, 1, 2]))).toEqual([1, 0]);
  });
});
