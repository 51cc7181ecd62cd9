import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bendOf, fitted, marginsOf, onScreen, rowsFor, type Size } from './camera.ts';
import { shownTree } from './shown-tree.ts';
import { drawnState } from './testing/drawn-state.ts';
import { grownState, type TreeHabit, treeHabits, wholeTree } from './testing/grown-tree.ts';
import { barBox, overlaps, placeTexts } from './text-places.ts';
import { focusOf } from './tree-focus.ts';
import { type Direction, layoutTree } from './tree-layout.ts';
import { sceneOf } from './tree-scene.ts';

const nothing: ReadonlySet<number> = new Set();
const margins = { left: 60, right: 60, top: 52, bottom: 24 };

/** All of a tree on a stage of that size, as "Fit" shows it. */
function fit(count: number, habit: TreeHabit, direction: Direction, size: Size) {
  const state = grownState(count, habit);
  const focus = focusOf(state);
  const always = new Set(focus.path);
  const rows = rowsFor(direction, size, margins);
  const shown = shownTree(state.tree, {
    rows,
    gathers: true,
    folded: nothing,
    opened: nothing,
    always,
    first: always,
  });
  const scene = sceneOf(state, layoutTree(shown, direction), {
    focus,
    dims: false,
    selected: null,
    covered: 30,
    falseNodes: new Map(),
  });
  const camera = fitted(scene.layout, size, marginsOf(scene, size));
  return { state, scene, camera, texts: placeTexts(scene, camera, size) };
}

const stages = fc.constantFrom<Size>(
  { width: 656, height: 410 },
  { width: 390, height: 420 },
  { width: 1180, height: 700 },
);
const directions = fc.constantFrom<Direction>('right', 'down');
const sizes = fc.constantFrom(1, 50, 650, 5000);

/** Columns less wide than a bar, and a bar one level above the deepest. */
const narrowColumns: [number, TreeHabit, Direction, Size] = [
  50,
  { depth: 0.2, seed: 586371378 },
  'right',
  { width: 390, height: 420 },
];

describe('a tree of any size that is made to fit', () => {
  it('has no two texts that touch, and none that leaves the stage', () =>
    fc.assert(
      fc.property(sizes, treeHabits, directions, stages, (count, habit, direction, size) => {
        const { texts } = fit(count, habit, direction, size);
        for (const [at, { box }] of texts.entries()) {
          expect(box.left).toBeGreaterThanOrEqual(0);
          expect(box.top).toBeGreaterThanOrEqual(0);
          expect(box.right).toBeLessThanOrEqual(size.width);
          expect(box.bottom).toBeLessThanOrEqual(size.height);
          for (const other of texts.slice(at + 1)) expect(overlaps(box, other.box)).toBe(false);
        }
      }),
      { numRuns: 24 },
    ));

  it('says every step that has the room, wherever on a pixel its node stands', () => {
    const size = { width: 700, height: 400 };
    const state = drawnState('root\n  10 + 12 = 22\n    22 + 2 = 24\n  12 - 10 = 2');
    const scene = sceneOf(state, layoutTree(wholeTree(state.tree), 'right'), {
      focus: focusOf(state),
      dims: false,
      selected: null,
      covered: 30,
      falseNodes: new Map(),
    });
    const camera = fitted(scene.layout, size, marginsOf(scene, size));
    for (let at = 0; at < 200; at++) {
      const texts = placeTexts(scene, { ...camera, x: camera.x + at * 0.037 }, size);
      expect(texts.filter(({ kind }) => kind === 'label')).toHaveLength(state.tree.length);
    }
  });

  it('says of steps that begin alike what tells them apart, however little room there is', () => {
    const alike = drawnState('root\n  73 * 6 = 438\n  73 * 6 = 458\n  73 * 6 = 428');
    for (const width of [200, 230, 260, 700]) {
      const size = { width, height: 300 };
      const scene = sceneOf(alike, layoutTree(wholeTree(alike.tree), 'right'), {
        focus: focusOf(alike),
        dims: false,
        selected: null,
        covered: 30,
        falseNodes: new Map(),
      });
      const texts = placeTexts(scene, fitted(scene.layout, size, marginsOf(scene, size)), size);
      const steps = texts.filter(({ node }) => node > 0).map(({ text }) => text);
      expect(steps.length).toBeGreaterThan(0);
      expect(new Set(steps).size).toBe(steps.length);
    }
  });

  it('writes steps of a level alike, and none that is cut to the same words as its sibling', () => {
    const state = drawnState(`
      root
        10 - 3 = 7
        10 * 12 = 120
        Dan has 26 red shells
        Dan has 26 blue shells
        Eva has 13 green shells
    `);
    const scene = sceneOf(state, layoutTree(wholeTree(state.tree), 'right'), {
      focus: focusOf(state),
      dims: false,
      selected: null,
      covered: 0,
      falseNodes: new Map(),
    });
    const said = (kx: number) => {
      const size = { width: 700, height: 300 };
      const texts = placeTexts(scene, { kx, ky: 40, x: 100, y: 40 }, size);
      return Object.fromEntries(texts.map(({ node, text }) => [node, text]));
    };
    expect(said(160)).toMatchObject({ 1: '10 − 3 = 7', 2: '10 × 12 = 120' });
    expect(said(125)).toMatchObject({ 1: '10−3=7', 2: '10×12=120' });
    expect(said(125)).toMatchObject({ 5: 'Eva has…' });
    expect(said(125)[3]).toBeUndefined();
    expect(said(125)[4]).toBeUndefined();
  });

  it('writes siblings in one form, as whole steps or as results, by the least room that one of them has', () => {
    const state = drawnState(`
      root
        10 - 3 = 7
          7 * 3 = 21
          21 + 3 = 24
        10 * 12 = 120
          120 / 5 = 24
          1200 * 12 = 14400
    `);
    for (const direction of ['right', 'down'] as const) {
      const scene = sceneOf(state, layoutTree(wholeTree(state.tree), direction), {
        focus: focusOf(state),
        dims: false,
        selected: null,
        covered: 0,
        falseNodes: new Map(),
      });
      const forms = new Set<string>();
      for (let kx = 40; kx < 220; kx += 2) {
        const texts = placeTexts(scene, { kx, ky: 40, x: 300, y: 40 }, { width: 900, height: 400 });
        for (const parent of [0, 1, 4]) {
          const steps = texts.filter(
            ({ node, kind }) => kind === 'label' && state.tree[node]?.parent === parent,
          );
          const said = new Set(
            steps.map(({ text }) =>
              text.startsWith('=') ? 'result' : text.includes(' ') ? 'full' : 'brief',
            ),
          );
          expect(said.size, `${direction} ${kx} ${steps.map(({ text }) => text).join(', ')}`).toBeLessThan(2);
          for (const form of said) forms.add(form);
        }
      }
      expect([...forms].toSorted()).toEqual(['brief', 'full', 'result']);
    }
  });

  it('begins steps where the links beside them have bent', () => {
    const state = drawnState(
      ['root', ...Array.from({ length: 9 }, (_, at) => `  ${at} * 1000000 = ${at}000000`)].join('\n'),
    );
    const size = { width: 700, height: 400 };
    const scene = sceneOf(state, layoutTree(wholeTree(state.tree), 'right'), {
      focus: focusOf(state),
      dims: false,
      selected: null,
      covered: 0,
      falseNodes: new Map(),
    });
    for (let kx = 70; kx < 230; kx += 10)
      for (const { node, kind, x } of placeTexts(scene, { kx, ky: 40, x: 100, y: 40 }, size))
        if (node > 0 && kind === 'label') expect(x - 100).toBeGreaterThan(0.7 * bendOf(kx));
  });

  it('is all on the stage: each node, and each bar whole', () =>
    fc.assert(
      fc.property(sizes, treeHabits, directions, stages, (count, habit, direction, size) => {
        const { scene, camera } = fit(count, habit, direction, size);
        for (const node of scene.nodes) {
          const { x, y } = onScreen(camera, scene.layout, node);
          expect(x).toBeGreaterThanOrEqual(0);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(size.width);
          expect(y).toBeLessThanOrEqual(size.height);
        }
        for (const bar of scene.bars) {
          const { left, right, top, bottom } = barBox(scene, camera, bar);
          expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
          expect(right).toBeLessThanOrEqual(size.width);
          expect(bottom).toBeLessThanOrEqual(size.height);
        }
      }),
      { numRuns: 24, examples: [narrowColumns] },
    ));

  it('says the steps of the path to the answer before any others', () =>
    fc.assert(
      fc.property(fc.constantFrom(50, 650, 5000), treeHabits, (count, habit) => {
        const { scene, texts } = fit(count, habit, 'right', { width: 1180, height: 700 });
        const written = new Set(texts.map(({ node }) => node));
        for (const node of scene.path) expect(written).toContain(node);
      }),
      { numRuns: 12 },
    ));
});
