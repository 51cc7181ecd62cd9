import type { Experiment } from '#experiment/experiment.ts';
import type { Failure, LogEntry } from '#run/events.ts';
import type { FromLibrary, ToLibrary } from './library-messages.ts';

/** Where a model stands while it is being opened. */
export interface ModelProgress {
  readonly model: string;
  /** `compiling` and `self-check`: of a WebLLM model, on the graphics processor. */
  readonly phase: 'fetching' | 'checking' | 'starting' | 'compiling' | 'self-check' | 'ready';
  readonly bytes: number;
  /** 0 while it is not known. */
  readonly totalBytes: number;
}

/** From the page to the lab worker. `run` numbers tell late messages of an old run from those of the current one. */
export type ToLab =
  /** The first message: the address of the models folder, which a worker cannot tell from its own. */
  | { readonly type: 'start'; readonly models: string }
  /** `resume`: the log of an interrupted run of that experiment, to go on from. */
  | {
      readonly type: 'run';
      readonly run: number;
      readonly experiment: Experiment;
      readonly resume?: readonly LogEntry[];
    }
  | { readonly type: 'cancel'; readonly run: number }
  | { readonly type: 'library'; readonly message: ToLibrary }
  /** Asks for a sign of life. */
  | { readonly type: 'ping' };

/** From the lab worker to the page. */
export type FromLab =
  | { readonly type: 'pong' }
  | { readonly type: 'progress'; readonly run: number; readonly progress: ModelProgress }
  /** What happened since the last message, in order; about 30 messages a second. */
  | { readonly type: 'entries'; readonly run: number; readonly entries: readonly LogEntry[] }
  /** The log is complete: it ends in run-finished, run-cancelled or run-failed. */
  | { readonly type: 'done'; readonly run: number }
  | { readonly type: 'library'; readonly message: FromLibrary }
  /** The worker itself could not go on. */
  | { readonly type: 'broken'; readonly failure: Failure };
