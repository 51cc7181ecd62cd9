import type { TrainingEntry } from '#train/events.ts';
import type { TrainingRest } from '#worker/train-calls.ts';
import type { ModelSnapshot } from './snapshots.ts';
import type { ListedTraining } from './trainings-state.ts';

/** What is kept of a training beside its log: the last state from which it can go on, and the model as it was then. */
export interface KeptState {
  readonly state: TrainingRest;
  readonly snapshot: ModelSnapshot;
}

/** Where trainings are kept: the browser's database. Every method may reject: the browser may keep nothing, or no more. */
export interface TrainingArchive {
  /** The latest first. What cannot be read is left out. */
  readonly list: () => Promise<readonly ListedTraining[]>;
  readonly put: (one: ListedTraining) => Promise<void>;
  /** Adds to the log. */
  readonly add: (id: string, entries: readonly TrainingEntry[]) => Promise<void>;
  readonly log: (id: string) => Promise<readonly TrainingEntry[]>;
  /** In place of the log that was there. */
  readonly setLog: (id: string, entries: readonly TrainingEntry[]) => Promise<void>;
  readonly putState: (id: string, kept: KeptState) => Promise<void>;
  readonly state: (id: string) => Promise<KeptState | null>;
  readonly remove: (id: string) => Promise<void>;
  /** Calls back when trainings changed in another tab. Returns what ends it. */
  readonly onChanged: (callback: () => void) => () => void;
  /** Keeps other tabs from going on with a training until it is let go or the page is gone. Null where another one does. */
  readonly hold: (id: string) => Promise<(() => void) | null>;
}
