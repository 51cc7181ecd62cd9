import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RunEvent } from './events.ts';
import { fold } from './fold.ts';
import { searchTraces } from './search-traces.ts';
import { emptyRun, type RunState } from './state.ts';
import { anyLog } from './testing/arbitrary.ts';
import { logOfEvents, rootEvent, stepEvents, tokensOf } from './testing/fixtures.ts';

const scored = (node: number, score: number | null): RunEvent => ({
  type: 'node-scored',
  node,
  score,
  verifier: 'process',
  why: { kind: 'value-head', model: null, at: 'each-step' },
});
const drawn = (sequence: number, from: number, line: string): readonly RunEvent[] => [
  { type: 'sequence-started', sequence, label: { kind: 'lookahead', node: from }, prompt: [], from },
  ...tokensOf(line).map((token): RunEvent => ({ type: 'token', sequence, token })),
];

/** Two finished traces share their first step; a third child of it was pruned, a second step at the start repeated. */
const search: readonly RunEvent[] = [
  rootEvent,
  ...stepEvents(1, 0, '9 - 3 = 6'),
  ...stepEvents(2, 1, '6 * 4 = 24', 'terminal'),
  ...stepEvents(3, 1, '6 + 4 = 10', 'terminal'),
  ...stepEvents(4, 1, '6 - 4 = 2'),
  ...stepEvents(5, 0, '9 + 3 = 12', 'dead'),
  scored(2, 0.5),
  scored(3, 0.9),
  ...drawn(5, 1, '4 * 6'),
  { type: 'sequence-ended', sequence: 5, reason: 'stop' },
  { type: 'sequence-started', sequence: 6, label: { kind: 'step', step: 1, draw: 2 }, prompt: [], from: 0 },
  { type: 'sequence-ended', sequence: 6, reason: 'stop' },
  { type: 'step-dropped', sequence: 6, sameAs: 1 },
  {
    type: 'nodes-kept',
    round: 1,
    kept: [3],
    pruned: [4],
    why: { kind: 'best', kept: 1, of: 2, by: 'last', unjudged: 0, finished: 0 },
  },
];
const after = (...events: readonly RunEvent[]) => fold(emptyRun, logOfEvents([...search, ...events]));

describe('the traces of a search', () => {
  it('go from the first step to their end, the best first', () => {
    expect(searchTraces(after()).finished).toEqual([
      { end: 3, path: [1, 3], worth: 0.9, chosen: false },
      { end: 2, path: [1, 2], worth: 0.5, chosen: false },
    ]);
  });

  it('begin with the one that was chosen', () => {
    const choice: RunEvent = {
      type: 'answer-chosen',
      answer: null,
      by: { rule: 'best-node', node: 2, score: 0.5 },
    };
    expect(searchTraces(after(choice)).finished.map(({ end, chosen }) => [end, chosen])).toEqual([
      [2, true],
      [3, false],
    ]);
  });

  it('leave the rest by the node it was drawn below, and say what became of it', () => {
    expect(searchTraces(after()).others).toEqual([
      {
        parent: 0,
        steps: [
          { sequence: 4, outcome: 'cut-off' },
          { sequence: 6, outcome: 'drawn-again' },
        ],
      },
      {
        parent: 1,
        steps: [
          { sequence: 3, outcome: 'pruned' },
          { sequence: 5, outcome: 'aside' },
        ],
      },
    ]);
  });
});

/** Every trace a search wrote: on a finished path or among the others. */
function places(state: RunState) {
  const { finished, others } = searchTraces(state);
  const onPaths = new Set(finished.flatMap(({ path }) => path.map((node) => state.tree[node]?.sequence)));
  return {
    finished,
    onPaths: state.sequences.map(({ sequence }) => sequence).filter((sequence) => onPaths.has(sequence)),
    others: others.flatMap(({ steps }) => steps.map(({ sequence }) => sequence)),
  };
}

describe('in any search', () => {
  it('each trace stands in one place, and each finished one once', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const state = fold(emptyRun, log);
        const { finished, onPaths, others } = places(state);
        const all = [...onPaths, ...others].sort((a, b) => a - b);
        expect(all).toEqual(state.sequences.map(({ sequence }) => sequence).sort((a, b) => a - b));
        expect(finished.map(({ end }) => end).sort((a, b) => a - b)).toEqual(
          state.tree.filter(({ end }) => end === 'terminal').map(({ node }) => node),
        );
      }),
    );
  });
});
