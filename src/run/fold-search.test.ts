import { describe, expect, test } from 'vitest';
import type { RunEvent } from './events.ts';
import { answerFor, logOf, logOfEvents, rootEvent, tokensOf } from './testing/fixtures.ts';
import { fold } from './fold.ts';
import { emptyRun } from './state.ts';
import { pathTo } from './tree-state.ts';
import { afterSearch, backupOf, smallSearch } from './testing/small-search.ts';

describe('the tree of a search', () => {
  test('has its nodes at their numbers, with parents, children and depth', () => {
    expect(
      afterSearch().tree.map(({ node, parent, children, depth, sequence, end }) => ({
        node,
        parent,
        children,
        depth,
        sequence,
        end,
      })),
    ).toEqual([
      { node: 0, parent: null, children: [1, 2], depth: 0, sequence: null, end: 'open' },
      { node: 1, parent: 0, children: [3, 4], depth: 1, sequence: 0, end: 'open' },
      { node: 2, parent: 0, children: [], depth: 1, sequence: 1, end: 'open' },
      { node: 3, parent: 1, children: [], depth: 2, sequence: 2, end: 'dead' },
      { node: 4, parent: 1, children: [], depth: 2, sequence: 3, end: 'terminal' },
    ]);
    expect(pathTo(afterSearch().tree, 4).map(({ node }) => node)).toEqual([0, 1, 4]);
    expect(pathTo(afterSearch().tree, 9)).toEqual([]);
  });

  test('knows scores, what was decided, and priors', () => {
    expect(afterSearch().tree[1]).toMatchObject({
      prior: 0.75,
      score: 0.8,
      verifier: 'process',
      why: { kind: 'value-head', model: null, at: 'each-step' },
      status: 'kept',
      statusWhy: { kind: 'best', kept: 1, of: 2 },
    });
    expect(afterSearch().tree[2]).toMatchObject({ score: 0.1, status: 'pruned' });
    expect(afterSearch().tree[4]).toMatchObject({ score: null, status: 'live', statusWhy: null });
  });

  test('knows what came back, after each backup', () => {
    const once: RunEvent = {
      type: 'backed-up',
      simulation: 0,
      value: 0.6,
      path: [backupOf(0, 1, 0.6), backupOf(1, 1, 0.6)],
    };
    const twice: RunEvent = {
      type: 'backed-up',
      simulation: 1,
      value: 1,
      path: [backupOf(0, 2, 0.8), backupOf(1, 2, 0.8), backupOf(4, 1, 1)],
    };
    expect(afterSearch(once, twice).tree.map(({ visits, value }) => ({ visits, value }))).toEqual([
      { visits: 2, value: 0.8 },
      { visits: 2, value: 0.8 },
      { visits: 0, value: 0 },
      { visits: 0, value: 0 },
      { visits: 1, value: 1 },
    ]);
  });

  test('counts the simulations that came back, and those that ended on a node visited before', () => {
    const path = (...nodes: readonly (readonly [number, number])[]) =>
      nodes.map(([node, visits]) => backupOf(node, visits, 0.5));
    const simulate = (simulation: number, ...nodes: readonly (readonly [number, number])[]): RunEvent => ({
      type: 'backed-up',
      simulation,
      value: 0.5,
      path: path(...nodes),
    });
    const three = [
      simulate(0, [0, 1], [1, 1]),
      simulate(1, [0, 2], [1, 2], [4, 1]),
      simulate(2, [0, 3], [1, 3], [4, 2]),
    ];
    expect(afterSearch().simulations).toEqual({ run: 0, again: 0 });
    expect(afterSearch(...three.slice(0, 2)).simulations).toEqual({ run: 2, again: 0 });
    const { simulations } = afterSearch(...three);
    expect(simulations).toEqual({ run: 3, again: 1 });
  });

  test('a trace and its node know each other, and share answer and grade, whichever came first', () => {
    const graded = afterSearch({
      type: 'answer-graded',
      sequence: 3,
      grade: { outcome: 'right', reason: { kind: 'makes-target', target: 24 } },
    });
    expect(graded.tree[4]).toMatchObject({ answer: answerFor('24'), grade: { outcome: 'right' } });
    expect(graded.sequences[3]).toMatchObject({ node: 4, from: 1 });
    const early = logOfEvents([
      rootEvent,
      { type: 'sequence-started', sequence: 0, label: { kind: 'trace', number: 1 }, prompt: [] },
      { type: 'answer-extracted', sequence: 0, answer: answerFor('7') },
      { type: 'node-created', node: 1, parent: 0, sequence: 0, end: 'terminal', prior: 1 },
    ]);
    expect(fold(emptyRun, early)).toMatchObject({
      tree: [{}, { answer: answerFor('7') }],
      sequences: [{ from: null, node: 1 }],
    });
  });

  test('a step that was there already is counted where it was', () => {
    const state = afterSearch(
      {
        type: 'sequence-started',
        sequence: 9,
        label: { kind: 'step', step: 1, draw: null },
        prompt: [],
        from: 0,
      },
      { type: 'step-dropped', sequence: 9, sameAs: 2 },
    );
    expect(state.tree[2]?.drawnAgain).toBe(1);
    expect(state.sequences.at(-1)).toMatchObject({ sequence: 9, node: null, sameAs: 2 });
  });

  test('nodes that a batch does not touch are shared', () => {
    const before = afterSearch();
    const next = fold(before, [
      {
        at: 999,
        event: { type: 'node-scored', node: 3, score: 0, verifier: 'rule', why: { kind: 'cut-off' } },
      },
    ]);
    expect(next.tree.map((node, index) => node === before.tree[index])).toEqual([
      true,
      true,
      true,
      false,
      true,
    ]);
    expect(before.tree[3]?.score).toBeNull();
    expect(fold(before, [{ at: 999, event: { type: 'run-cancelled' } }]).tree).toBe(before.tree);
  });
});

describe('what the search did last', () => {
  const focusAt = (length: number) => fold(emptyRun, logOfEvents(smallSearch.slice(0, length))).focus;

  test('the root alone is nothing', () => {
    expect(focusAt(1)).toBeNull();
  });

  test('nodes made or scored in one go are one step, until something is written', () => {
    const log = logOfEvents([
      rootEvent,
      ...['2', '3'].flatMap((_, sequence): RunEvent[] => [
        {
          type: 'sequence-started',
          sequence,
          label: { kind: 'step', step: 1, draw: null },
          prompt: [],
          from: 0,
        },
      ]),
      { type: 'node-created', node: 1, parent: 0, sequence: 0, end: 'open', prior: 0.5 },
      { type: 'node-created', node: 2, parent: 0, sequence: 1, end: 'open', prior: 0.5 },
    ]);
    const state = fold(emptyRun, log);
    expect(state.focus).toEqual({ kind: 'expanded', nodes: [1, 2], open: true });
    const wrote = fold(state, [{ at: 99, event: { type: 'token', sequence: 1, token: tokensOf('5')[0]! } }]);
    expect(wrote.focus).toEqual({ kind: 'expanded', nodes: [1, 2], open: false });
    const more = fold(wrote, [
      {
        at: 99,
        event: { type: 'node-created', node: 3, parent: 1, sequence: null, end: 'open', prior: null },
      },
    ]);
    expect(more.focus).toEqual({ kind: 'expanded', nodes: [3], open: true });
  });

  test('selections, backups and ways back are there with their numbers', () => {
    const selected: RunEvent = { type: 'path-selected', simulation: 0, selections: [], leaf: 0 };
    const back: RunEvent = { type: 'backtracked', from: 1, to: 0, why: { kind: 'all-tried' } };
    expect(afterSearch(selected).focus).toEqual({ kind: 'selected', event: selected });
    expect(afterSearch(selected, back).focus).toEqual({ kind: 'backtracked', event: back });
    expect(
      afterSearch({ type: 'nodes-kept', round: 2, kept: [], pruned: [1], why: { kind: 'trace-cut' } }).focus,
    ).toMatchObject({
      kind: 'kept',
    });
  });
});

test('runs without a search have no tree', () => {
  expect(fold(emptyRun, logOf(['1 </think> 24 <eos>']))).toMatchObject({
    tree: [],
    focus: null,
    decisions: [],
    sequences: [{ from: null, node: null, sameAs: null, score: null, rounds: [] }],
  });
});
