import type { LogEntry } from './events.ts';

/**
 * Keeps something about a run, for whoever has its log. A log that has grown is another array that begins with the same
 * entries, so what was kept of the shorter one is found again; of a log that differs nothing is.
 */
export function keptByRun<Kept>(make: () => Kept): (log: readonly LogEntry[]) => Kept {
  // By the first entry, so that it goes when the log goes.
  const known = new WeakMap<LogEntry, { log: readonly LogEntry[]; readonly kept: Kept }>();
  return (log) => {
    const [first] = log;
    if (!first) return make();
    const found = known.get(first);
    if (found && sameRun(found.log, log)) {
      // What has read the longer one knows more than a shorter one says.
      if (log.length < found.log.length) return make();
      found.log = log;
      return found.kept;
    }
    const kept = make();
    known.set(first, { log, kept });
    return kept;
  };
}

/** Whether one of two logs is the other, as far as that had come. Compares entries as objects. */
export function sameRun(a: readonly LogEntry[], b: readonly LogEntry[]): boolean {
  const last = Math.min(a.length, b.length) - 1;
  return a === b || (last >= 0 && a[0] === b[0] && a[last] === b[last]);
}
