import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyLog } from './testing/arbitrary.ts';
import type { RunEvent } from './events.ts';
import { answerFor, logOf, logOfEvents, rootEvent, stepEvents, tokensOf } from './testing/fixtures.ts';
import { fold } from './fold.ts';
import { LogError } from './log-error.ts';
import type { Backup } from './search-events.ts';
import { emptyRun } from './state.ts';
import { pathTo } from './tree-state.ts';

/**
 *            0
 *          /   \
 *    9-3=6 1    2 9+3=12
 *        /  \
 *     3       4 (24, the end)
 */
const tree: readonly RunEvent[] = [
  rootEvent,
  ...stepEvents(1, 0, '9 - 3 = 6 [4 6 10]', 'open', 0.75),
  ...stepEvents(2, 0, '9 + 3 = 12 [4 10 12]', 'open', 0.25),
  {
    type: 'node-scored',
    node: 1,
    score: 0.8,
    verifier: 'process',
    why: { kind: 'value-head', model: null, at: 'each-step' },
  },
  {
    type: 'node-scored',
    node: 2,
    score: 0.1,
    verifier: 'process',
    why: { kind: 'value-head', model: null, at: 'each-step' },
  },
  {
    type: 'nodes-kept',
    round: 1,
    kept: [1],
    pruned: [2],
    why: { kind: 'best', kept: 1, of: 2, by: 'last', unjudged: 0, finished: 0 },
  },
  ...stepEvents(3, 1, '4 + 6 = 10', 'dead'),
  ...stepEvents(4, 1, '( 9 - 3 ) * 4', 'terminal'),
];
const after = (...events: readonly RunEvent[]) => fold(emptyRun, logOfEvents([...tree, ...events]));
const backup = (node: number, visitsAfter: number, valueAfter: number): Backup => ({
  node,
  visitsBefore: visitsAfter - 1,
  visitsAfter,
  valueBefore: 0,
  valueAfter,
});

describe('the tree of a search', () => {
  test('has its nodes at their numbers, with parents, children and depth', () => {
    expect(
      after().tree.map(({ node, parent, children, depth, sequence, end }) => ({
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
    expect(pathTo(after().tree, 4).map(({ node }) => node)).toEqual([0, 1, 4]);
    expect(pathTo(after().tree, 9)).toEqual([]);
  });

  test('knows scores, what was decided, and priors', () => {
    expect(after().tree[1]).toMatchObject({
      prior: 0.75,
      score: 0.8,
      verifier: 'process',
      why: { kind: 'value-head', model: null, at: 'each-step' },
      status: 'kept',
      statusWhy: { kind: 'best', kept: 1, of: 2 },
    });
    expect(after().tree[2]).toMatchObject({ score: 0.1, status: 'pruned' });
    expect(after().tree[4]).toMatchObject({ score: null, status: 'live', statusWhy: null });
  });

  test('knows what came back, after each backup', () => {
    const once: RunEvent = {
      type: 'backed-up',
      simulation: 0,
      value: 0.6,
      path: [backup(0, 1, 0.6), backup(1, 1, 0.6)],
    };
    const twice: RunEvent = {
      type: 'backed-up',
      simulation: 1,
      value: 1,
      path: [backup(0, 2, 0.8), backup(1, 2, 0.8), backup(4, 1, 1)],
    };
    expect(after(once, twice).tree.map(({ visits, value }) => ({ visits, value }))).toEqual([
      { visits: 2, value: 0.8 },
      { visits: 2, value: 0.8 },
      { visits: 0, value: 0 },
      { visits: 0, value: 0 },
      { visits: 1, value: 1 },
    ]);
  });

  test('counts the simulations that came back, and those that ended on a node visited before', () => {
    const path = (...nodes: readonly (readonly [number, number])[]) =>
      nodes.map(([node, visits]) => backup(node, visits, 0.5));
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
    expect(after().simulations).toEqual({ run: 0, again: 0 });
    expect(after(...three.slice(0, 2)).simulations).toEqual({ run: 2, again: 0 });
    const { simulations } = after(...three);
    expect(simulations).toEqual({ run: 3, again: 1 });
  });

  test('a trace and its node know each other, and share answer and grade, whichever came first', () => {
    const graded = after({
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
    const state = after(
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
    const before = after();
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
  const focusAt = (length: number) => fold(emptyRun, logOfEvents(tree.slice(0, length))).focus;

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
    expect(after(selected).focus).toEqual({ kind: 'selected', event: selected });
    expect(after(selected, back).focus).toEqual({ kind: 'backtracked', event: back });
    expect(
      after({ type: 'nodes-kept', round: 2, kept: [], pruned: [1], why: { kind: 'trace-cut' } }).focus,
    ).toMatchObject({
      kind: 'kept',
    });
  });
});

describe('thinking that is made longer, and scores of whole traces', () => {
  const started: readonly RunEvent[] = [
    { type: 'sequence-started', sequence: 0, label: { kind: 'only-trace' }, prompt: [] },
    { type: 'token', sequence: 0, token: tokensOf('5')[0]! },
  ];
  const stateOf = (...events: readonly RunEvent[]) => fold(emptyRun, logOfEvents([...started, ...events]));

  test('rounds carry the word, the place and the answer', () => {
    const state = stateOf(
      { type: 'interim-answer', sequence: 0, round: 0, answer: answerFor('7'), thinkingTokens: 20 },
      { type: 'wait-forced', sequence: 0, round: 1, word: 'Wait' },
      { type: 'sequence-ended', sequence: 0, reason: 'end-of-text' },
      { type: 'interim-answer', sequence: 0, round: 1, answer: null, thinkingTokens: 33 },
    );
    expect(state.sequences[0]?.rounds).toEqual([
      { round: 0, word: null, at: 0, asked: true, answer: answerFor('7'), thinkingTokens: 20 },
      { round: 1, word: 'Wait', at: 1, asked: true, answer: null, thinkingTokens: 33 },
    ]);
  });

  test('the latest scores of a trace count, and decisions are kept with their place', () => {
    const score = {
      steps: [0.9, 0.4],
      aggregation: 'min',
      score: 0.4,
      verifier: 'process',
      why: { kind: 'value-head', model: null, at: 'each-step' },
    } as const;
    const state = stateOf(
      { type: 'trace-scored', sequence: 0, ...score },
      { type: 'decided', decision: { kind: 'all-valued', simulations: 3 } },
    );
    expect(state.sequences[0]?.score).toEqual(score);
    expect(state.decisions).toEqual([{ decision: { kind: 'all-valued', simulations: 3 }, cursor: 5 }]);
  });

  test.each<readonly [string, readonly RunEvent[]]>([
    [
      'a word after the end',
      [
        { type: 'sequence-ended', sequence: 0, reason: 'stop' },
        { type: 'wait-forced', sequence: 0, round: 1, word: 'Wait' },
      ],
    ],
    [
      'a round twice',
      [
        { type: 'wait-forced', sequence: 0, round: 1, word: 'Wait' },
        { type: 'wait-forced', sequence: 0, round: 1, word: 'Wait' },
      ],
    ],
    ['a round 0 that was forced', [{ type: 'wait-forced', sequence: 0, round: 0, word: 'Wait' }]],
    [
      'an answer after a round that was not',
      [{ type: 'interim-answer', sequence: 0, round: 2, answer: null, thinkingTokens: 1 }],
    ],
    [
      'scores of an unknown trace',
      [
        {
          type: 'trace-scored',
          sequence: 5,
          steps: [],
          aggregation: 'min',
          score: 0,
          verifier: 'rule',
          why: { kind: 'yes-over-no' } as const,
        },
      ],
    ],
  ])('%s cannot have happened', (_, events) => {
    expect(() => stateOf(...events)).toThrow(LogError);
  });
});

describe('trees that cannot have been', () => {
  test.each<readonly [string, RunEvent]>([
    [
      'a child of an unknown node',
      { type: 'node-created', node: 5, parent: 9, sequence: null, end: 'open', prior: null },
    ],
    [
      'a child of a finished node',
      { type: 'node-created', node: 5, parent: 4, sequence: null, end: 'open', prior: null },
    ],
    [
      'a second root',
      { type: 'node-created', node: 5, parent: null, sequence: null, end: 'open', prior: null },
    ],
    ['a node twice', { type: 'node-created', node: 4, parent: 1, sequence: null, end: 'open', prior: null }],
    [
      'a node before its number',
      { type: 'node-created', node: 6, parent: 1, sequence: null, end: 'open', prior: null },
    ],
    [
      'a step of an unknown trace',
      { type: 'node-created', node: 5, parent: 1, sequence: 77, end: 'open', prior: null },
    ],
    [
      'a score of an unknown node',
      { type: 'node-scored', node: 9, score: 1, verifier: 'rule', why: { kind: 'cut-off' } },
    ],
    ['a twin of an unknown node', { type: 'step-dropped', sequence: 0, sameAs: 9 }],
    [
      'an unknown node kept',
      { type: 'nodes-kept', round: 1, kept: [9], pruned: [], why: { kind: 'trace-cut' } },
    ],
    [
      'an unknown node pruned',
      { type: 'nodes-kept', round: 1, kept: [], pruned: [9], why: { kind: 'trace-cut' } },
    ],
    ['a way down to an unknown node', { type: 'path-selected', simulation: 0, selections: [], leaf: 9 }],
    [
      'a choice of an unknown node',
      {
        type: 'path-selected',
        simulation: 0,
        selections: [{ parent: 0, parentVisits: 1, rule: 'puct', c: 1, rows: [], chosen: 9 }],
        leaf: 1,
      },
    ],
    [
      'a backup through an unknown node',
      { type: 'backed-up', simulation: 0, value: 1, path: [backup(9, 1, 1)] },
    ],
    ['a way back from an unknown node', { type: 'backtracked', from: 9, to: 0, why: { kind: 'all-tried' } }],
    [
      'a trace from an unknown node',
      {
        type: 'sequence-started',
        sequence: 50,
        label: { kind: 'step', step: 1, draw: null },
        prompt: [],
        from: 9,
      },
    ],
    [
      'an answer of an unknown node',
      { type: 'answer-chosen', answer: null, by: { rule: 'best-node', node: 9, score: 1 } },
    ],
    [
      'an answer of an unknown trace',
      { type: 'answer-chosen', answer: null, by: { rule: 'best-score', sequence: 99, score: 1 } },
    ],
  ])('%s', (_, event) => {
    expect(() => after(event)).toThrow(LogError);
  });
});

test('how the log of any run is cut into batches changes nothing', () => {
  fc.assert(
    fc.property(
      anyLog,
      fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 40 }),
      (log, sizes) => {
        let [state, at] = [emptyRun, 0];
        for (const size of [...sizes, log.length]) {
          state = fold(state, log.slice(at, at + size));
          at = Math.min(log.length, at + size);
        }
        expect(state).toEqual(fold(emptyRun, log));
      },
    ),
  );
});

test('any tree holds together', () => {
  fc.assert(
    fc.property(anyLog, (log) => {
      const { tree: folded, sequences } = fold(emptyRun, log);
      const backedUp = log.flatMap(({ event }) => (event.type === 'backed-up' ? event.path : []));
      for (const [place, { node, parent, children, depth, value }] of folded.entries()) {
        expect(node).toBe(place);
        for (const child of children) expect(folded[child]).toMatchObject({ parent: node, depth: depth + 1 });
        if (parent !== null) expect(folded[parent]?.children).toContain(node);
        expect(value).toBe(backedUp.findLast((one) => one.node === node)?.valueAfter ?? 0);
      }
      for (const { node, sequence } of sequences)
        if (node !== null) expect(folded[node]?.sequence).toBe(sequence);
    }),
  );
});

test('in a tree of thousands of nodes an entry copies what it changes, and nothing else', () => {
  const events: RunEvent[] = [rootEvent];
  for (let node = 1; node <= 5000; node++)
    events.push({
      type: 'node-created',
      node,
      parent: Math.floor((node - 1) / 4),
      sequence: null,
      end: 'open',
      prior: 0.25,
    });
  const before = fold(emptyRun, logOfEvents(events));
  const changed = (event: RunEvent) => {
    const { tree: next } = fold(before, [{ at: 0, event }]);
    return next.filter((node, place) => node !== before.tree[place]).map(({ node }) => node);
  };
  expect(
    changed({ type: 'node-created', node: 5001, parent: 4000, sequence: null, end: 'open', prior: 1 }),
  ).toEqual([4000, 5001]);
  expect(
    changed({ type: 'node-scored', node: 77, score: 0.5, verifier: 'rule', why: { kind: 'cut-off' } }),
  ).toEqual([77]);
  expect(
    changed({
      type: 'backed-up',
      simulation: 0,
      value: 1,
      path: [backup(0, 1, 1), backup(3, 1, 1), backup(14, 1, 1)],
    }),
  ).toEqual([0, 3, 14]);
  let state = emptyRun;
  for (const entry of logOfEvents(events)) state = fold(state, [entry]);
  expect(state).toEqual(before);
});

test('runs without a search have no tree', () => {
  expect(fold(emptyRun, logOf(['1 </think> 24 <eos>']))).toMatchObject({
    tree: [],
    focus: null,
    decisions: [],
    sequences: [{ from: null, node: null, sameAs: null, score: null, rounds: [] }],
  });
});
