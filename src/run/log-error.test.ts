import { describe, expect, test } from 'vitest';
import type { RunEvent } from './events.ts';
import { LogError } from './log-error.ts';
import { afterSearch, backupOf } from './testing/small-search.ts';

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
      { type: 'backed-up', simulation: 0, value: 1, path: [backupOf(9, 1, 1)] },
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
    expect(() => afterSearch(event)).toThrow(LogError);
  });
});
