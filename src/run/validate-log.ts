import type { Failure, LogEntry } from './events.ts';
import { fold } from './fold.ts';
import { LogError } from './log-error.ts';
import { emptyRun } from './state.ts';

/** Why a log cannot have happened, or null where it can. What it lets through folds and rewinds without an error. */
export function validateLog(entries: readonly LogEntry[]): Failure | null {
  try {
    fold(emptyRun, entries);
    return null;
  } catch (error) {
    if (error instanceof LogError) return error.failure;
    // Nothing else is known that a log can do; whatever it is, the page goes on.
    return { code: 'log-impossible', message: 'The log cannot be followed.', advice: '' };
  }
}
