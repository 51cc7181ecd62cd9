import { describe, expect, it } from 'vitest';
import { keptByRun, sameRun } from './by-run.ts';
import type { LogEntry } from './events.ts';

const entry = (at: number): LogEntry => ({ at, event: { type: 'run-cancelled' } });
const log = [entry(0), entry(1), entry(2), entry(3)];

describe('what is kept by run', () => {
  it('is found again by a log that has grown', () => {
    const counts = keptByRun(() => ({ read: 0 }));
    counts(log.slice(0, 2)).read = 2;
    expect(counts([...log]).read).toBe(2);
  });

  it('is not handed to a log that went another way, nor to a shorter one', () => {
    const counts = keptByRun(() => ({ read: 0 }));
    counts(log).read = 4;
    expect(counts([...log.slice(0, 3), entry(9)]).read).toBe(0);
    expect(counts(log.slice(0, 2)).read).toBe(0);
  });

  it('is nothing for an empty log', () => {
    const counts = keptByRun(() => ({ read: 0 }));
    counts([]).read = 1;
    expect(counts([]).read).toBe(0);
  });

  it('tells runs apart by their entries', () => {
    expect(sameRun(log, log.slice(0, 1))).toBe(true);
    expect(sameRun(log, [entry(0), entry(1)])).toBe(false);
    expect(sameRun([], log)).toBe(false);
  });
});
