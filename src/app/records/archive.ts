import type { LogEntry } from '#run/events.ts';
import type { ReadRun } from '../store/files.ts';

/** What is kept of runs while they happen, so that they outlive the page. */
export interface RunArchive {
  /**
   * A run that goes on here has come further, or begun.
   *
   * @param from the log that it goes on from: its record is this run's.
   */
  readonly grew: (entries: readonly LogEntry[], from?: readonly LogEntry[]) => void;
  /** Nothing more comes of a run, because the person did something else. */
  readonly left: (entries: readonly LogEntry[]) => void;
  /** The run that a reload of this tab interrupted or took from the stage; null where there was none. */
  readonly shownBefore: () => Promise<ReadRun | null>;
  /** The run that was shown before the reload, where something else has kept its log. */
  readonly restored: (entries: readonly LogEntry[]) => void;
}

/** Where nothing is kept: in an embedded page, in tests. */
export const keepsNothing: RunArchive = {
  grew: () => undefined,
  left: () => undefined,
  shownBefore: () => Promise.resolve(null),
  restored: () => undefined,
};
