import type { Experiment } from '#experiment/experiment.ts';
import type { DownloadProgress, DownloadSize } from '#policy/webllm/files/download.ts';
import type { CustomModel } from '#policy/webllm/models/gpu-model.ts';
import type { LogEntry } from '#run/events.ts';
import type { LibraryReport } from './library.ts';
import type { OwnModel } from '#policy/own-models.ts';
import type { ServerCalls } from './servers.ts';

/** Where a model stands while it is being opened. */
export interface ModelProgress {
  readonly model: string;
  /** `compiling` and `self-check`: of a WebLLM model, on the graphics processor. */
  readonly phase: 'fetching' | 'checking' | 'starting' | 'compiling' | 'self-check' | 'ready';
  readonly bytes: number;
  /** 0 while it is not known. */
  readonly totalBytes: number;
}

interface Named {
  readonly model: string;
}

/** What the run worker is called for about WebLLM models and their files. */
export type LibraryCalls = {
  readonly report: { readonly args: null; readonly item: never; readonly result: LibraryReport };
  readonly size: { readonly args: Named; readonly item: never; readonly result: DownloadSize };
  readonly download: { readonly args: Named; readonly item: DownloadProgress; readonly result: void };
  readonly remove: { readonly args: Named; readonly item: never; readonly result: void };
  readonly custom: {
    readonly args: { readonly models: readonly CustomModel[] };
    readonly item: never;
    readonly result: void;
  };
};

/** Which models of a person's own there are, before the first of them is opened. */
export type OwnCalls = {
  readonly own: { readonly args: readonly OwnModel[]; readonly item: never; readonly result: void };
};

export type RunWorkerCalls = LibraryCalls &
  ServerCalls &
  OwnCalls & {
    /** First: the absolute address of the models folder, which a worker cannot tell from its own. */
    readonly start: {
      readonly args: { readonly models: string };
      readonly item: never;
      readonly result: void;
    };
    /**
     * One at a time; a new run cancels the one before. `resume`: the log of an interrupted run of that experiment, to go on
     * from. The entries are the whole log: the last says run-finished, run-cancelled or run-failed. They come as texts, each a
     * list of entries in JSON, which the page's thread reads in half the time that objects take to cross.
     */
    readonly run: {
      readonly args: { readonly experiment: Experiment; readonly resume?: readonly LogEntry[] };
      readonly item: string | ModelProgress;
      readonly result: void;
    };
  };
