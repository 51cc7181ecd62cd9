import { describe, expect, it } from 'vitest';
import { anchored, anchorOf, fitted, following, onScreen, rowsFor } from './camera.ts';
import { drawnState } from './testing/drawn-state.ts';
import { grownState, wholeTree } from './testing/grown-tree.ts';
import { layoutTree } from './tree-layout.ts';

const size = { width: 600, height: 400 };
const margins = { left: 60, right: 80, top: 50, bottom: 30 };
const before = layoutTree(wholeTree(drawnState('root\n  a\n  b').tree), 'right');
const after = layoutTree(wholeTree(drawnState('root\n  a\n    c\n    d\n    e\n    f\n  b').tree), 'right');

describe('camera', () => {
  it('fills the room with a large tree, each axis by its own scale', () => {
    const large = layoutTree(wholeTree(grownState(400, { depth: 0, seed: 2 }, 5).tree), 'right');
    const camera = fitted(large, size, margins);
    const places = large.nodes.map((node) => onScreen(camera, large, node));
    const [x, y] = [places.map((place) => place.x), places.map((place) => place.y)];
    expect([Math.min(...x), Math.max(...x)]).toEqual([60, 520]);
    expect(Math.min(...y)).toBeCloseTo(50);
    expect(Math.max(...y)).toBeCloseTo(370);
  });

  it('leaves a node where the eye left it when the tree grows around it', () => {
    const camera = { kx: 100, ky: 24, x: 120, y: 90 };
    const next = anchored(camera, before, after, 1);
    const [from, to] = [before.byId.get(1)!, after.byId.get(1)!];
    expect(onScreen(next, after, to)).toEqual(onScreen(camera, before, from));
  });

  it('anchors the wished node while it is in sight, else the one nearest the middle', () => {
    expect(anchorOf(before, { kx: 100, ky: 24, x: 100, y: 200 }, size, 2)).toBe(2);
    expect(anchorOf(before, { kx: 100, ky: 24, x: -9000, y: 200 }, size, 0)).toBe(1);
  });

  it('follows a step that is out of sight without moving more than it must, and keeps text readable', () => {
    const long = layoutTree(
      wholeTree(drawnState('root\n  a\n    b\n      c\n        d\n          e').tree),
      'right',
    );
    const start = following({ kx: 1, ky: 1, x: 0, y: 0 }, long, size, margins, 0);
    const end = following(start, long, size, margins, 5);
    const seen = onScreen(end, long, long.byId.get(5)!);
    expect(end.kx).toBeGreaterThan(100);
    expect(seen.x).toBeGreaterThan(margins.left);
    expect(seen.x).toBeLessThanOrEqual(size.width - margins.right);
    expect(following(end, long, size, margins, 5)).toEqual(end);
  });

  it('shows all rows at once where they can be read so, clear of the tools at the top', () => {
    const room = { ...margins, top: 58 };
    const rows = rowsFor('right', size, room);
    const many = drawnState(['root', ...Array.from({ length: rows }, (_, at) => `  ${at}`)].join('\n'));
    const layout = layoutTree(wholeTree(many.tree), 'right');
    for (const node of [1, rows]) {
      const camera = following({ kx: 1, ky: 1, x: 0, y: 0 }, layout, size, room, node);
      const places = layout.nodes.map((one) => onScreen(camera, layout, one).y);
      expect(Math.min(...places)).toBeGreaterThanOrEqual(room.top);
      expect(Math.max(...places)).toBeLessThanOrEqual(size.height - room.bottom);
    }
  });

  it('keeps what it follows clear of the tools at the top', () => {
    const wide = layoutTree(wholeTree(grownState(300, { depth: 0, seed: 5 }, 4).tree), 'right');
    const top = wide.nodes.reduce((best, node) => (node.across < best.across ? node : best));
    const camera = following({ kx: 1, ky: 1, x: 0, y: 0 }, wide, size, margins, top.node);
    expect(onScreen(camera, wide, top).y).toBeGreaterThanOrEqual(margins.top);
  });
});
