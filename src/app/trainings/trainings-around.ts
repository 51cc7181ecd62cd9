import type { StoreApi } from 'zustand/vanilla';
import type { BesidePlay } from '../beside-play.ts';
import type { TrainingSetup } from '#train/setup.ts';
import type { TrainingWorker } from '#worker/train-client.ts';
import type { TrainingFile } from './training-file.ts';
import type { TrainingArchive } from './archive.ts';
import type { LoadedTraining, TrainingsState } from './trainings-state.ts';

/** What trainings need of the page and the browser, handed in so that tests can stand in for it. */
export interface TrainingsAround extends BesidePlay {
  readonly archive: TrainingArchive;
  readonly trainer: () => TrainingWorker;
}

/** What a person can do with trainings. What could not be done stands in the state. */
export interface Trainings {
  readonly store: StoreApi<TrainingsState>;
  /** Reads which trainings are kept. */
  readonly refresh: () => Promise<void>;
  readonly setDraft: (draft: TrainingSetup | null) => void;
  /** A new training, which begins. Its id. */
  readonly start: (setup: TrainingSetup) => Promise<string>;
  /** Has its log at hand. */
  readonly load: (id: string) => Promise<LoadedTraining | null>;
  readonly goOn: (id: string) => Promise<void>;
  /** Ends once what the step under way has learnt is whole. */
  readonly pause: () => void;
  /** Ends at once: the step under way is lost. */
  readonly stop: () => void;
  /** The same training with more steps, which goes on. */
  readonly extend: (id: string, steps: number) => Promise<void>;
  readonly rename: (id: string, title: string) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
  readonly undoRemove: () => void;
  /** What was removed is gone for good. */
  readonly forgetRemoved: () => Promise<void>;
  /** Everything of a training, for a file. */
  readonly fileOf: (id: string) => Promise<TrainingFile | null>;
  /** One from a file, as one more. Its id. */
  readonly add: (file: TrainingFile) => Promise<string>;
}
