import { describe, expect, it } from 'vitest';
import { fitted, marginsOf, onScreen, type Size } from './camera.ts';
import { followView, smallView } from './end-view.ts';
import { drawnState } from './testing/drawn-state.ts';
import { wholeTree } from './testing/grown-tree.ts';
import { barBox, placeTexts } from './text-places.ts';
import { layoutTree } from './tree-layout.ts';
import { type Scene, sceneOf } from './tree-scene.ts';

/** Deeper than its answer, with a bar a level, as after a beam that went astray. */
function astray(over: boolean, folded: readonly number[] = []): Scene {
  const state = drawnState(`
    root
      4 * 6 = 24
        24 + 2 = 26
          !26
      9 - 3 = 6
        6 * 2 = 12
          12 + 7 = 19
            19 - 4 = 15
              15 + 8 = 23
                23 + 1 = 24
                !24
  `);
  const layout = layoutTree(wholeTree(state.tree, new Set(folded)), 'right');
  const path = [0, 1, 2, 3];
  return {
    ...sceneOf(state, layout, {
      focus: { path, touched: new Set(path), at: 3 },
      dims: false,
      selected: null,
      covered: 0,
      falseNodes: new Map(),
    }),
    over,
  };
}
const still = { kx: 1, ky: 1, x: 0, y: 0 };
const labelled = (scene: Scene, size: Size) =>
  placeTexts(scene, smallView(still, scene, size, 3), size)
    .filter(({ kind }) => kind === 'label')
    .map(({ node }) => node);

describe('a tree that is done', () => {
  it('is shown as a whole where that leaves each step at least its result', () => {
    const [scene, size] = [astray(true), { width: 900, height: 300 }];
    expect(smallView(still, scene, size, 3)).toEqual(fitted(scene.layout, size, marginsOf(scene, size)));
    expect(labelled(scene, size).toSorted((a, b) => a - b)).toEqual(
      expect.arrayContaining([0, 1, 2, 4, 5, 6, 7, 8]),
    );
  });

  it('is else shown from the root, with its name, to the answer, and nothing is cut by the edge', () => {
    for (let width = 320; width < 540; width += 7) {
      const [scene, size] = [astray(true, [8]), { width, height: 300 }];
      const camera = smallView(still, scene, size, 3);
      expect(labelled(scene, size)).toEqual(expect.arrayContaining([0, 1, 2]));
      const answers = placeTexts(scene, camera, size).filter(({ kind }) => kind === 'answer');
      expect(answers[0]).toMatchObject({ node: 3, text: '26' });
      for (const node of scene.nodes) {
        const { x } = onScreen(camera, scene.layout, node);
        expect(x + node.glyph.r <= width || x - node.glyph.r >= width).toBe(true);
      }
      for (const bar of scene.bars) {
        const { left, right } = barBox(scene, camera, bar);
        expect(right <= width || left >= width).toBe(true);
      }
    }
  });

  it('is followed on where a person wants that', () => {
    const [scene, size] = [astray(true), { width: 390, height: 300 }];
    expect(followView(still, scene, size, 3).kx).toBeGreaterThan(100);
  });

  it('was on a small stage shown as a whole while it grew', () => {
    const [scene, size] = [astray(false), { width: 330, height: 200 }];
    expect(smallView(still, scene, size, 3)).toEqual(fitted(scene.layout, size, marginsOf(scene, size)));
  });
});
