import type { LogEntry } from './events.ts';
import type { LogFault } from './failure.ts';
import { fold } from './fold.ts';
import { LogError } from './log-error.ts';
import { logLimits } from './log-limits.ts';
import type { NodeId } from './search-events.ts';
import { emptyRun } from './state.ts';

/** Where a log cannot have happened; `entry` is a position from 0, or null where it is not known. */
export interface ImpossibleLog {
  readonly entry: number | null;
  readonly fault: LogFault;
}

/** Why a log cannot have happened, or null where it can. What it lets through folds and rewinds without an error. */
export function validateLog(entries: readonly LogEntry[]): ImpossibleLog | null {
  try {
    const { tree } = fold(emptyRun, entries);
    const deep = tree.find(({ depth }) => depth > logLimits.depth);
    return deep ? { entry: madeAt(entries, deep.node), fault: { kind: 'too-deep', node: deep.node } } : null;
  } catch (error) {
    if (error instanceof LogError) return { entry: error.entry, fault: error.fault };
    // Nothing else is known that a log can do; whatever it is, the page goes on.
    return { entry: null, fault: { kind: 'unknown' } };
  }
}

const madeAt = (entries: readonly LogEntry[], node: NodeId): number =>
  entries.findIndex(({ event }) => event.type === 'node-created' && event.node === node);
