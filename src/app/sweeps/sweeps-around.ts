import type { StoreApi } from 'zustand/vanilla';
import type { BesidePlay } from '../beside-play.ts';
import type { SweepProblems } from '#lab/sweeps/problems.ts';
import type { SweepResults } from '#lab/sweeps/results.ts';
import type { ProblemSource, Sweep } from '#lab/sweeps/spec.ts';
import type { LabWorkers } from '#worker/lab-client.ts';
import type { SweepArchive } from './archive.ts';
import type { ListedSweep, LoadedSweep, SweepsState } from './sweeps-state.ts';

/** What sweeps need of the page and the browser, handed in so that tests can stand in for it. */
export interface SweepsAround extends BesidePlay {
  readonly archive: SweepArchive;
  readonly workers: () => Pick<LabWorkers, 'cores' | 'measure'>;
  readonly problemsOf: (source: ProblemSource) => Promise<SweepProblems>;
  /** The sweep that goes on in this tab, as a reload finds it. */
  readonly mark: { readonly get: () => string | null; readonly set: (id: string | null) => void };
  /** A sweep goes on, or none does any more. */
  readonly onGoing: (going: boolean) => void;
}

/** What a person can do with sweeps. What could not be done stands in the state. */
export interface Sweeps {
  readonly store: StoreApi<SweepsState>;
  /** Reads which sweeps are kept. */
  readonly refresh: () => Promise<void>;
  /** Goes on with the sweep that this tab ran before it was reloaded. */
  readonly wake: () => Promise<void>;
  readonly setDraft: (draft: Sweep | null) => void;
  /** A new sweep, which begins to run. Its id. */
  readonly start: (sweep: Sweep) => Promise<string>;
  /** Has its problems and outcomes at hand. */
  readonly load: (id: string) => Promise<LoadedSweep | null>;
  readonly goOn: (id: string) => Promise<void>;
  readonly pause: () => void;
  readonly cancel: () => void;
  /** The same sweep with more problems or repeats: what is done stays. It goes on. */
  readonly extend: (id: string, sweep: Sweep) => Promise<void>;
  readonly rename: (id: string, title: string) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
  readonly undoRemove: () => void;
  /** What was removed is gone for good. */
  readonly forgetRemoved: () => Promise<void>;
  /** Outcomes of a file: into the sweep that measures the same, or as one more. Its id. */
  readonly add: (results: SweepResults) => Promise<string>;
  /** The kept sweep that measures the same, if there is one. */
  readonly like: (sweep: Sweep) => ListedSweep | null;
}
