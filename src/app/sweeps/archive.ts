import type { OutcomeRecord, SweepRecord } from '../records/sweep-records.ts';

/** Where sweeps are kept: the browser's database. Every method may reject: the browser may keep nothing, or no more. */
export interface SweepArchive {
  readonly list: () => Promise<readonly SweepRecord[]>;
  readonly put: (record: SweepRecord) => Promise<void>;
  readonly add: (id: string, outcomes: readonly OutcomeRecord[]) => Promise<void>;
  readonly outcomes: (id: string) => Promise<readonly OutcomeRecord[]>;
  readonly remove: (id: string) => Promise<void>;
  /** Calls back when sweeps changed, here or in another tab. Returns what ends it. */
  readonly onChanged: (callback: () => void) => () => void;
  /** Keeps other tabs from running a sweep until it is let go or the page is gone. Null where another one does. */
  readonly hold: (id: string) => Promise<(() => void) | null>;
}
