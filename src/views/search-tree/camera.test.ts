import { describe, expect, it } from 'vitest';
import { anchored, anchorOf, fitted, following } from './camera.ts';
import { drawnState } from './testing/drawn-state.ts';
import { layoutTree } from './tree-layout.ts';

const size = { width: 600, height: 400 };
const nothing = new Set<number>();
const before = layoutTree(drawnState('root\n  a\n  b').tree, { direction: 'right', folded: nothing });
const after = layoutTree(drawnState('root\n  a\n    c\n    d\n    e\n    f\n  b').tree, {
  direction: 'right',
  folded: nothing,
});

describe('camera', () => {
  it('fits all of the tree into the picture, in the middle', () => {
    const box = { left: -100, right: 1100, top: -50, bottom: 750 };
    const { k, x, y } = fitted(box, size);
    expect(k).toBe(0.5);
    expect([box.left * k + x, box.right * k + x, (box.top * k + y + box.bottom * k + y) / 2]).toEqual([
      0, 600, 200,
    ]);
  });

  it('leaves a node where the eye left it when the tree grows around it', () => {
    const camera = { k: 0.8, x: 120, y: 90 };
    const next = anchored(camera, before, after, 1);
    const [from, to] = [before.byId.get(1)!, after.byId.get(1)!];
    expect(to.y * next.k + next.y).toBeCloseTo(from.y * camera.k + camera.y);
  });

  it('anchors the wished node while it is in sight, else the one nearest the middle', () => {
    expect(anchorOf(before, { k: 1, x: 100, y: 200 }, size, 2)).toBe(2);
    expect(anchorOf(before, { k: 1, x: -9000, y: 200 }, size, 0)).toBe(1);
  });

  it('follows a step that is out of sight without moving more than it must, and keeps text readable', () => {
    const long = layoutTree(drawnState('root\n  a\n    b\n      c\n        d\n          e').tree, {
      direction: 'right',
      folded: nothing,
    });
    const start = following({ k: 1, x: 0, y: 0 }, long, size, 0);
    const end = following(start, long, size, 5);
    const seen = long.byId.get(5)!.x * end.k + end.x;
    expect(end.k).toBeGreaterThan(0.5);
    expect(seen).toBeGreaterThan(0);
    expect(seen).toBeLessThan(size.width);
    expect(following(end, long, size, 5)).toEqual(end);
  });
});
