import { keptByRun } from './by-run.ts';
import type { LogEntry, RunEvent } from './events.ts';

export type MarkKind = 'selection' | 'prune' | 'wait' | 'sequence-ended' | 'vote' | 'answer-chosen';

/** Something on the scrubber that is worth going to. */
export interface Mark {
  readonly kind: MarkKind;
  /** The cursor at which it has just happened. */
  readonly cursor: number;
}

/** Marks of one kind that lie too close to be told apart. */
export interface MarkBin {
  readonly kind: MarkKind;
  /** Cursor of the first of them. */
  readonly cursor: number;
  /** Cursor of the last of them. */
  readonly last: number;
  readonly count: number;
}

/** The marks of the entries from `from` on, in order; a growing log's marks are the old ones and these. */
export function marksOf(log: readonly LogEntry[], from = 0): readonly Mark[] {
  return log.slice(from).flatMap(({ event }, index) => {
    const kind = kindOf(event);
    return kind ? [{ kind, cursor: from + index + 1 }] : [];
  });
}

class Marks {
  #marks: readonly Mark[] = [];
  #read = 0;

  upTo(log: readonly LogEntry[]): readonly Mark[] {
    const news = marksOf(log, this.#read);
    this.#read = log.length;
    if (news.length > 0) this.#marks = [...this.#marks, ...news];
    return this.#marks;
  }
}

const marksByRun = keptByRun(() => new Marks());

/** All marks of a log. Of one that has grown only what is new is read, and the list is the same object while nothing is. */
export function allMarks(log: readonly LogEntry[]): readonly Mark[] {
  return marksByRun(log).upTo(log);
}

/** Marks for a scrubber that can tell `places` places apart over a log of `length` entries. */
export function binMarks(marks: readonly Mark[], length: number, places: number): readonly MarkBin[] {
  const width = Math.max(1, length / Math.max(1, places));
  const bins: { kind: MarkKind; cursor: number; last: number; count: number }[] = [];
  const open = new Map<MarkKind, { place: number; bin: (typeof bins)[number] }>();
  // Marks come in order, so that of each kind only the last bin can still grow.
  for (const { kind, cursor } of marks) {
    const place = Math.floor((cursor - 1) / width);
    const before = open.get(kind);
    if (before?.place === place) {
      before.bin.last = cursor;
      before.bin.count += 1;
      continue;
    }
    const bin = { kind, cursor, last: cursor, count: 1 };
    bins.push(bin);
    open.set(kind, { place, bin });
  }
  return bins;
}

function kindOf(event: RunEvent): MarkKind | null {
  switch (event.type) {
    case 'token':
      // A forced one has its own event.
      return event.token.role === 'wait' && !event.token.forced ? 'wait' : null;
    case 'wait-forced':
      return 'wait';
    case 'path-selected':
      return 'selection';
    case 'nodes-kept':
      return event.pruned.length > 0 ? 'prune' : null;
    case 'sequence-ended':
      return 'sequence-ended';
    case 'vote-cast':
      return 'vote';
    case 'answer-chosen':
      return 'answer-chosen';
    case 'node-created':
    case 'step-dropped':
    case 'node-scored':
    case 'node-logged':
    case 'backed-up':
    case 'backtracked':
    case 'trace-scored':
    case 'interim-answer':
    case 'decided':
    case 'run-started':
    case 'sequence-started':
    case 'answer-extracted':
    case 'answer-graded':
    case 'usage':
    case 'run-finished':
    case 'run-cancelled':
    case 'run-failed':
      return null;
  }
}
