import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyLog } from './testing/arbitrary.ts';
import type { LogEntry } from './events.ts';
import { logOf } from './testing/fixtures.ts';
import { fold } from './fold.ts';
import { binMarks, marksOf } from './marks.ts';
import { emptyRun } from './state.ts';
import { stateAt } from './timeline.ts';

/** 64 traces of 320 tokens: about 20,000 entries. */
const long = logOf(
  Array.from({ length: 64 }, (_, trace) => `${'7 + 8 = 15 Wait 3 '.repeat(45)}</think> ${trace % 5} <eos>`),
);

/** Goes once along a log and then jumps about in it: as many entries are looked at in a jump, at most. */
function mostEntriesAMove(log: readonly LogEntry[], moves: number): number {
  let looks = 0;
  const watched = log.map((entry): LogEntry => ({
    ...entry,
    get event() {
      looks += 1;
      return entry.event;
    },
  }));
  stateAt(watched, watched.length);
  const looksAtEach = looks / watched.length;
  const found = Array.from({ length: moves }, (_, move) => {
    looks = 0;
    stateAt(watched, (move * 7919) % watched.length);
    return looks / looksAtEach;
  });
  return Math.max(...found);
}

describe('time travel', () => {
  test('any cursor, in any order, gives the fold of what came before it', () => {
    fc.assert(
      fc.property(anyLog, fc.array(fc.integer({ min: -2, max: 90 }), { maxLength: 12 }), (log, cursors) => {
        for (const cursor of cursors)
          expect(stateAt(log, cursor)).toEqual(fold(emptyRun, log.slice(0, Math.max(0, cursor))));
      }),
    );
  });

  test('the same across checkpoints of a long log', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(long.length), { minLength: 2, maxLength: 6 }), (cursors) => {
        for (const cursor of cursors) {
          const state = stateAt(long, cursor);
          expect(state.cursor).toBe(cursor);
          expect(state).toEqual(fold(emptyRun, long.slice(0, cursor)));
        }
      }),
      { numRuns: 10 },
    );
  });

  test('a log may grow in place', () => {
    const log: LogEntry[] = [];
    for (const entry of long.slice(0, 700)) {
      log.push(entry);
      expect(stateAt(log, Infinity).cursor).toBe(log.length);
    }
    expect(stateAt(log, 300)).toEqual(fold(emptyRun, long.slice(0, 300)));
  });

  test('dragging through 20,000 entries looks at no more than 256 of them a move', () => {
    expect(long.length).toBeGreaterThan(20_000);
    expect(mostEntriesAMove(long, 400)).toBeLessThanOrEqual(256);
  });

  test('a longer log keeps fewer places: a jump looks at a 128th of it, rounded up to a power of two', () => {
    const log = logOf(['7 + 8 = 15 '.repeat(14_000)]);
    expect(log.length).toBeGreaterThan(70_000);
    expect(mostEntriesAMove(log, 40)).toBeLessThanOrEqual(1024);
  });
});

describe('marks', () => {
  const log = logOf(['1 Wait 2 </think> 3 <eos>', '4 </think> 3 <eos>']);

  test('stand where the thing has just happened', () => {
    for (const { kind, cursor } of marksOf(log)) {
      const event = log[cursor - 1]!.event;
      expect(event.type === 'token' ? 'wait' : event.type.replace('vote-cast', 'vote')).toBe(kind);
    }
    expect(
      marksOf(log)
        .map(({ kind }) => kind)
        .toSorted(),
    ).toEqual(['answer-chosen', 'sequence-ended', 'sequence-ended', 'vote', 'vote', 'wait']);
  });

  test('those of a growing log can be added to', () => {
    expect([...marksOf(log.slice(0, 9)), ...marksOf(log, 9)]).toEqual(marksOf(log));
  });

  test('many are binned: none is lost, and there are never more than fit', () => {
    const marks = marksOf(long);
    const bins = binMarks(marks, long.length, 200);
    expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(marks.length);
    expect(bins.length).toBeLessThanOrEqual(200 * 4);
    for (const { cursor, last } of bins) expect(last - cursor).toBeLessThanOrEqual(long.length / 200);
    expect(binMarks(marksOf(log), log.length, 200)).toEqual(
      marksOf(log).map((mark) => ({ ...mark, last: mark.cursor, count: 1 })),
    );
  });
});
