import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportRun } from '../export.ts';
import { fold } from '../fold.ts';
import { importRun, type ImportedRun } from '../import.ts';
import { nodeText } from '../node-text.ts';
import { emptyRun, type RunState } from '../state.ts';
import { algorithmSteps } from '../algorithm-steps.ts';
import { loggedSearch, smallTreeLog } from './testing/logs.ts';

function read(content: unknown, tree = 1) {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return importRun(text, undefined, tree);
}

function opened(run: ImportedRun) {
  if (!run.ok) throw new Error(JSON.stringify(run.failure));
  return { ...run, state: fold(emptyRun, run.entries) };
}

const shown = (state: RunState) =>
  state.tree.map(({ node, parent, logged, status, end, grade }) => [
    nodeText(state, node),
    parent,
    logged?.main ?? null,
    status,
    end,
    grade?.outcome ?? null,
  ]);

describe('a log of tree-of-thought-llm', () => {
  test('is a tree: values as they were logged, what was kept, and which outputs were right', () => {
    const { state, trees, experiment } = opened(read([loggedSearch]));
    expect(shown(state)).toEqual([
      [null, null, null, 'live', 'open', null],
      ['2 × 3 = 6 (left: 4 6 6)', 0, 60, 'kept', 'open', null],
      ['6 − 2 = 4 (left: 3 4 4)', 0, 3, 'kept', 'open', null],
      ['2 × 3 = 6 (left: 4 6 6)', 0, 0, 'pruned', 'open', null],
      ['4 + 6 = 10 (left: 2 3 10)', 0, 0.003, 'pruned', 'open', null],
      ['6 − 6 = 0 (left: 4 0)', 1, 0.003, 'pruned', 'open', null],
      ['4 × 6 = 24 (left: 6 24)', 1, 21, 'kept', 'open', null],
      ['3 × 4 = 12 (left: 4 12)', 2, 2.001, 'kept', 'open', null],
      ['Answer: 4 × 6 × (3 − 2) = 24', 6, 60, 'kept', 'terminal', 'right'],
      ['12 + 4 = 16 (left: 16)', 7, 0, 'kept', 'terminal', 'wrong'],
    ]);
    expect(trees).toEqual([{ text: '2 3 4 6', right: { count: 1, of: 2 } }]);
    expect(experiment.problem).toEqual({ family: 'countdown', numbers: [2, 3, 4, 6], target: 24 });
  });

  test('is stepped through level by level: made, numbered, kept', () => {
    const { entries } = opened(read([loggedSearch]));
    expect(algorithmSteps(entries).map(({ kind }) => kind)).toEqual(
      Array.from({ length: 3 }, () => ['expand', 'score', 'keep']).flat(),
    );
  });

  test('says where it is from, and nothing that the log does not say', () => {
    const { state, entries } = opened(read([loggedSearch, { ...loggedSearch, idx: 8 }], 2));
    expect(state.elsewhere).toEqual({ tool: 'tree-of-thought-llm', tree: 2, of: 2 });
    expect(entries.some(({ event }) => event.type === 'usage' || event.type === 'answer-chosen')).toBe(false);
    expect(state.sequences.flatMap(({ tokens }) => tokens).every(({ logprob }) => logprob === null)).toBe(
      true,
    );
    expect(
      state.tree.every(({ verifier, prior, visits }) => verifier === null && prior === null && visits === 0),
    ).toBe(true);
    expect(state.grade).toBe(null);
  });

  test('of another task is a question; one that is saved again is the same', () => {
    const text = {
      ...loggedSearch,
      steps: loggedSearch.steps.map((one) => ({ ...one, x: 'Write a poem.' })),
    };
    const { experiment, entries, trees } = opened(read([text]));
    expect(trees?.[0]?.right).toBe(null);
    expect(experiment.problem).toEqual({ family: 'question', text: 'Write a poem.' });
    expect(opened(read(exportRun(experiment, entries))).entries).toEqual(entries);
  });

  test.each([
    ['samples without a search', [{ idx: 1, ys: ['1'], infos: [{ r: 0 }] }], { code: 'file-without-tree' }],
    [
      'a value too few',
      [{ ...loggedSearch, steps: [{ ...loggedSearch.steps[0], values: [1] }] }],
      { code: 'file-damaged', why: { kind: 'invalid', at: '0.steps.0.values' } },
    ],
    [
      'a text that nothing leads to',
      [{ ...loggedSearch, steps: loggedSearch.steps.slice(1) }],
      { code: 'file-damaged', why: { kind: 'invalid', at: '0.steps.0.new_ys.0' } },
    ],
    [
      'a choice that was not made',
      [{ ...loggedSearch, steps: [{ ...loggedSearch.steps[0], select_new_ys: ['?'] }] }],
      { code: 'file-damaged', why: { kind: 'invalid', at: '0.steps.0.select_new_ys' } },
    ],
    [
      'a number in the place of a text',
      [{ ...loggedSearch, steps: [{ ...loggedSearch.steps[0], x: 5 }] }],
      { code: 'file-damaged', why: { kind: 'invalid', at: '0.steps.0.x' } },
    ],
  ])('with %s is refused, and says where', (_, content, failure) => {
    expect(read(content)).toEqual({ ok: false, failure });
  });
});

describe('a tree log of llm-reasoners', () => {
  test('is a tree that grows by iterations, with its numbers under their names', () => {
    const { state, entries, experiment } = opened(read(smallTreeLog));
    expect(shown(state)).toEqual([
      [null, null, null, 'live', 'open', null],
      ['pick up red step_idx: 1 blocks_state: red in the hand', 0, 1.5, 'kept', 'open', null],
      ['pick up blue step_idx: 1 blocks_state: blue in the hand', 0, -3, 'live', 'open', null],
      ['stack red on blue step_idx: 2 blocks_state: red on blue', 1, 2, 'kept', 'open', null],
    ]);
    expect(state.tree[1]?.logged?.values).toEqual([
      { name: 'Q', value: 1.5 },
      { name: 'reward', value: 0.5 },
      { name: 'intuition', value: -1.25 },
    ]);
    expect(state.tree[2]?.logged?.values).toEqual([
      { name: 'Q', value: -3 },
      { name: 'reward', value: null },
    ]);
    expect(algorithmSteps(entries).map(({ kind }) => kind)).toEqual(
      Array.from({ length: 2 }, () => ['expand', 'score', 'keep']).flat(),
    );
    expect(experiment.problem).toEqual({
      family: 'question',
      text: 'step_idx: 0 blocks_state: red on the table',
    });
    expect(experiment.strategy.kind).toBe('mcts');
  });

  test('is read as Python writes it, with numbers that are none', () => {
    const text = JSON.stringify(smallTreeLog)
      .replaceAll('"Q":-3', '"Q":-Infinity')
      .replaceAll('"reward":2', '"reward":NaN')
      .replaceAll('pick up blue', 'say NaN, \\"Infinity\\"');
    const { state } = opened(read(text));
    expect(state.tree[2]?.logged?.values[0]).toEqual({ name: 'Q', value: null });
    expect(nodeText(state, 2)).toMatch(/^say NaN, "Infinity"/);
    expect(state.tree[3]?.logged).toEqual({
      main: 2,
      values: [
        { name: 'Q', value: 2 },
        { name: 'reward', value: null },
      ],
    });
  });

  const [first, second] = smallTreeLog.logs;
  test.each([
    ['two roots', { logs: [{ ...first, edges: {} }] }, 'logs.0.nodes'],
    [
      'a circle',
      {
        logs: [
          {
            nodes: [{ id: 0 }, { id: 1 }, { id: 2 }],
            edges: [
              { id: 0, source: 1, target: 2 },
              { id: 1, source: 2, target: 1 },
            ],
          },
        ],
      },
      'logs.0.edges',
    ],
    [
      'an edge to nowhere',
      { logs: [{ nodes: [{ id: 0 }], edges: [{ id: 4, source: 0, target: 9 }] }] },
      'logs.0.edges.4',
    ],
    [
      'a node that moves',
      {
        logs: [
          first,
          {
            nodes: first!.nodes,
            edges: { 0: { id: 0, source: 5, target: 6 }, 1: { id: 1, source: 6, target: 7 } },
          },
        ],
      },
      'logs.1.edges',
    ],
    ['another root', { logs: [first, { nodes: [{ id: 99 }], edges: [] }] }, 'logs.1'],
    ['another shape', { logs: [first, 3, second] }, 'logs.1.'],
  ])('with %s is refused, and says where', (_, content, at) => {
    expect(read(content)).toEqual({
      ok: false,
      failure: { code: 'file-damaged', why: { kind: 'invalid', at } },
    });
  });

  test('that is deeper or larger than can be drawn is refused', () => {
    const chain = Array.from({ length: 200 }, (_, id) => ({ id }));
    const edges = chain.slice(1).map(({ id }) => ({ id, source: id - 1, target: id }));
    expect(read({ logs: [{ nodes: chain, edges }] }).ok).toBe(false);
    const many = Array.from({ length: 20_002 }, (_, id) => ({ id }));
    const star = many.slice(1).map(({ id }) => ({ id, source: 0, target: id }));
    expect(read({ logs: [{ nodes: many, edges: star }] })).toEqual({
      ok: false,
      failure: { code: 'file-too-big' },
    });
  });
});

test('whatever such a file holds, it opens or is refused, and what opens folds', () => {
  const changed = fc
    .tuple(
      fc.constantFrom<unknown>([loggedSearch], smallTreeLog),
      fc.array(fc.tuple(fc.nat(400), fc.jsonValue({ maxDepth: 2 })), { minLength: 1, maxLength: 3 }),
    )
    .map(([content, changes]) => {
      const drop = new Map(changes);
      let at = 0;
      return JSON.stringify(content, (_, value: unknown) => (drop.has(++at) ? drop.get(at) : value));
    });
  fc.assert(
    fc.property(changed, fc.nat(3), (text, tree) => {
      const run = importRun(text ?? 'null', undefined, tree);
      if (run.ok) expect(fold(emptyRun, run.entries).status).toBe('finished');
    }),
    { numRuns: 300 },
  );
});
