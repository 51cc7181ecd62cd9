import type { Experiment } from '#experiment/experiment.ts';
import type { Failure, LogEntry } from '#run/events.ts';
import type { TreeTitle } from '#run/foreign/foreign.ts';
import type { LeftOut } from '#run/run-file.ts';

/** What the reader of files is called for. */
export type FileCalls = {
  /** Reads a saved run, see `openRun` in run/import.ts: its entries come in slices, and then what else it says. */
  readonly run: {
    readonly args: { readonly file: Blob; readonly tree: number };
    readonly item: readonly LogEntry[];
    readonly result: ReadRunEnd;
  };
};

/** How the reading of a saved run ended. */
export type ReadRunEnd =
  | {
      readonly ok: true;
      readonly experiment: Experiment;
      readonly leftOut?: LeftOut;
      readonly trees?: readonly TreeTitle[];
    }
  | { readonly ok: false; readonly failure: Failure };
