import type { TrainingEntry } from '#train/events.ts';
import type { TrainingSetup } from '#train/setup.ts';
import { type KeptItem, type KeptItemsState, noKeptItems } from '../kept/kept-items-state.ts';
import type { ModelSnapshot } from './snapshots.ts';

/** A training that is kept, as a list shows it. */
export interface ListedTraining extends KeptItem {
  readonly setup: TrainingSetup;
  /** What a person calls it; empty where they gave it no name. */
  readonly title: string;
  /** Steps that are done. */
  readonly done: number;
  /** Share of held-out problems that it solved at first and last; null until measured. */
  readonly from: number | null;
  readonly to: number | null;
  /** Cores that it began on; null before. */
  readonly cores: number | null;
  /** Milliseconds since 1970. */
  readonly made: number;
}

/** A training whose log is at hand. */
export interface LoadedTraining {
  readonly setup: TrainingSetup;
  readonly log: readonly TrainingEntry[];
  /** In order of their steps; those of this visit, and the last one that was kept. */
  readonly snapshots: readonly ModelSnapshot[];
  /** The step from which it can go on: 0 is its beginning. */
  readonly goesOnFrom: number;
}

/** The training that goes on in this tab. */
export interface TrainingGoing {
  readonly id: string;
  /**
   * `starting`: models are fetched. `yielding`: a run goes on in Play, which has the cores. `pausing`: the step under way ends.
   * `stopping`: it is let go of.
   */
  readonly phase: 'starting' | 'training' | 'yielding' | 'pausing' | 'stopping';
  /** Step at which it began or went on, and seconds of work then. */
  readonly since: { readonly step: number; readonly seconds: number };
}

export interface TrainingsState extends KeptItemsState<ListedTraining, LoadedTraining> {
  readonly going: TrainingGoing | null;
  /** What is being set up; null where it is the usual one. */
  readonly draft: TrainingSetup | null;
}

export const noTrainings: TrainingsState = { ...noKeptItems, draft: null };

/** What the list says of a log. */
export function trainingProgress(
  log: readonly TrainingEntry[],
): Pick<ListedTraining, 'done' | 'from' | 'to'> {
  let done = 0;
  let from: number | null = null;
  let to: number | null = null;
  for (const { event } of log) {
    if (event.type === 'step-done') done = event.step;
    if (event.type !== 'held-out-measured') continue;
    to = event.of > 0 ? event.right / event.of : null;
    from ??= to;
  }
  return { done, from, to };
}
