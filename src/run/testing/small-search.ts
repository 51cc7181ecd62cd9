import type { RunEvent } from '../events.ts';
import { logOfEvents, rootEvent, stepEvents } from './fixtures.ts';
import { fold } from '../fold.ts';
import type { Backup } from '../search-events.ts';
import { emptyRun } from '../state.ts';

/**
 *            0
 *          /   \
 *    9-3=6 1    2 9+3=12
 *        /  \
 *     3       4 (24, the end)
 */
export const smallSearch: readonly RunEvent[] = [
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

/** What a run knows after the small search and what follows it. */
export const afterSearch = (...events: readonly RunEvent[]) =>
  fold(emptyRun, logOfEvents([...smallSearch, ...events]));

/** A node of a backup, by what it comes to. */
export const backupOf = (node: number, visitsAfter: number, valueAfter: number): Backup => ({
  node,
  visitsBefore: visitsAfter - 1,
  visitsAfter,
  valueBefore: 0,
  valueAfter,
});
