import type { LogEntry } from './events.ts';
import type { LogFault } from './failure.ts';
import { fold } from './fold.ts';
import { LogError } from './log-error.ts';
import { emptyRun } from './state.ts';

/** Where a log cannot have happened; `entry` is a position from 0, or null where it is not known. */
export interface ImpossibleLog {
  readonly entry: number | null;
  readonly fault: LogFault;
}

/** Why a log cannot have happened, or null where it can. What it lets through folds and rewinds without an error. */
export function validateLog(entries: readonly LogEntry[]): ImpossibleLog | null {
  try {
    fold(emptyRun, entries);
    return null;
  } catch (error) {
    if (error instanceof LogError) return { entry: error.entry, fault: error.fault };
    // Nothing else is known that a log can do; whatever it is, the page goes on.
    return { entry: null, fault: { kind: 'unknown' } };
  }
}
