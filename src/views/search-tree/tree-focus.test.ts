import { describe, expect, it } from 'vitest';
import { answerFor } from '#run/testing/fixtures.ts';
import { drawnState } from './testing/drawn-state.ts';
import { focusOf } from './tree-focus.ts';
import { wholeTree } from './testing/grown-tree.ts';
import { nodeAt, onScreen } from './camera.ts';
import { layoutTree } from './tree-layout.ts';
import { sceneOf } from './tree-scene.ts';
import { valueColour } from './value-ramp.ts';

const drawing = `
  root
    a
      c
      d
    b
      !e
`;
const row = { q: 0.5, prior: 0.5, visits: 1, pending: 0, exploration: 0.1, score: 0.6 };
const selected = {
  type: 'path-selected',
  simulation: 0,
  leaf: 3,
  selections: [
    {
      parent: 0,
      parentVisits: 2,
      rule: 'puct',
      c: 1,
      chosen: 1,
      rows: [
        { node: 1, ...row },
        { node: 4, ...row },
      ],
    },
    {
      parent: 1,
      parentVisits: 1,
      rule: 'puct',
      c: 1,
      chosen: 3,
      rows: [
        { node: 2, ...row },
        { node: 3, ...row },
      ],
    },
  ],
} as const;

describe('focusOf', () => {
  it('lights the way down at a selection and touches the siblings that were weighed', () => {
    const { path, touched, at } = focusOf(drawnState(drawing, [selected]));
    expect(path).toEqual([0, 1, 3]);
    expect(touched).toEqual(new Set([0, 1, 2, 3, 4]));
    expect(at).toBe(3);
  });

  it('lights the path at a backup, from the root down', () => {
    const step = (node: number) => ({ node, visitsBefore: 0, visitsAfter: 1, valueBefore: 0, valueAfter: 1 });
    expect(
      focusOf(
        drawnState(drawing, [{ type: 'backed-up', simulation: 0, value: 1, path: [5, 4, 0].map(step) }]),
      ).path,
    ).toEqual([0, 4, 5]);
  });

  it('touches what was kept and what was pruned', () => {
    const { path, touched } = focusOf(
      drawnState(drawing, [
        {
          type: 'nodes-kept',
          round: 1,
          kept: [1],
          pruned: [4],
          why: { kind: 'best', kept: 1, of: 2, by: 'last', unjudged: 0, finished: 0 },
        },
      ]),
    );
    expect(path).toEqual([]);
    expect([...touched]).toEqual([1, 4]);
  });

  it('lights the path to the answer once there is one', () => {
    const chosen = {
      type: 'answer-chosen',
      answer: answerFor('e'),
      by: { rule: 'best-node', node: 5, score: 1 },
    } as const;
    expect(focusOf(drawnState(drawing, [selected, chosen])).path).toEqual([0, 4, 5]);
    const voted = {
      type: 'answer-chosen',
      answer: answerFor('e'),
      by: { rule: 'majority', votes: 1, of: 1 },
    } as const;
    expect(focusOf(drawnState(drawing, [voted])).path).toEqual([0, 4, 5]);
  });
});

describe('sceneOf', () => {
  const state = drawnState(drawing, [
    selected,
    {
      type: 'node-scored',
      node: 3,
      score: 0.25,
      verifier: 'process',
      why: { kind: 'value-head', model: null, at: 'each-step' },
    },
  ]);
  const layout = layoutTree(wholeTree(state.tree), 'right');
  const scene = (dims: boolean) =>
    sceneOf(state, layout, {
      focus: focusOf(drawnState(drawing, [selected])),
      dims,
      selected: 2,
      covered: 0,
      falseNodes: new Map(),
    });

  it('tells what has ended by shape and sign, and what was not touched by dimming', () => {
    const [root, , , d, b, e] = scene(true).nodes;
    expect(root).toMatchObject({
      label: { full: 'Start' },
      glyph: { shape: 'circle' },
      lit: true,
      dim: false,
    });
    expect(d).toMatchObject({ label: { full: 'd' }, glyph: { fill: valueColour(0.25) }, lit: true });
    expect(b).toMatchObject({ lit: false, dim: false, glyph: { fill: null } });
    expect(e).toMatchObject({ glyph: { shape: 'square', sign: 'answer' }, answer: { full: 'e' }, dim: true });
    expect(scene(false).nodes.some(({ dim }) => dim)).toBe(false);
  });

  it('finds the node at a point', () => {
    const camera = { kx: 100, ky: 20, x: 10, y: 30 };
    const { x, y } = onScreen(camera, layout, layout.byId.get(2)!);
    expect(nodeAt(scene(false), camera, x + 4, y - 3)).toMatchObject({ node: 2, selected: true });
    expect(nodeAt(scene(false), camera, x + 60, y)).toBeNull();
  });
});
