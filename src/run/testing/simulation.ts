import type { RunEvent } from '../events.ts';
import { rootEvent, stepEvents } from './fixtures.ts';

const backup = (node: number) => ({
  node,
  visitsBefore: 0,
  visitsAfter: 1,
  valueBefore: 0,
  valueAfter: 0.73,
});
const row = (node: number, score: number) => ({
  node,
  q: 0.5,
  prior: 0.5,
  visits: 1,
  pending: 0,
  exploration: score - 0.5,
  score,
});
/** A simulation of a tree search and what other searches do, in one log. */
export const simulation: readonly RunEvent[] = [
  rootEvent,
  ...stepEvents(1, 0, '9 - 3 = 6 [4 6 10]', 'open', 0.75),
  {
    type: 'node-scored',
    node: 1,
    score: 0.8,
    verifier: 'process',
    why: { kind: 'value-head', model: null, at: 'each-step' },
  },
  {
    type: 'path-selected',
    simulation: 11,
    leaf: 1,
    selections: [{ parent: 0, parentVisits: 3, rule: 'puct', c: 1.5, rows: [row(1, 0.81)], chosen: 1 }],
  },
  ...stepEvents(2, 1, '4 * 6 = 24', 'terminal'),
  {
    type: 'node-scored',
    node: 2,
    score: 1,
    verifier: 'rule',
    why: { kind: 'right-by-rule', finished: true },
  },
  {
    type: 'node-scored',
    node: 1,
    score: 0.7,
    verifier: 'rule',
    why: { kind: 'right-by-rule', finished: false },
  },
  { type: 'backed-up', simulation: 11, value: 0.73, path: [backup(0), backup(1), backup(2)] },
  {
    type: 'nodes-kept',
    round: 1,
    kept: [2],
    pruned: [1],
    why: { kind: 'best', kept: 1, of: 2, by: 'last', unjudged: 0, finished: 0 },
  },
  { type: 'backtracked', from: 2, to: 1, why: { kind: 'all-tried' } },
];
