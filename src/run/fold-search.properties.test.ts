import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyLog } from './testing/arbitrary.ts';
import type { RunEvent } from './events.ts';
import { logOfEvents, rootEvent } from './testing/fixtures.ts';
import { fold } from './fold.ts';
import { emptyRun } from './state.ts';
import { backupOf } from './testing/small-search.ts';

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
      path: [backupOf(0, 1, 1), backupOf(3, 1, 1), backupOf(14, 1, 1)],
    }),
  ).toEqual([0, 3, 14]);
  let state = emptyRun;
  for (const entry of logOfEvents(events)) state = fold(state, [entry]);
  expect(state).toEqual(before);
});
