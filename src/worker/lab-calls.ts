import type { Experiment } from '#experiment/experiment.ts';
import type { Outcome } from '#lab/sweeps/outcome.ts';
import type { TokenId } from '#policy/language-model.ts';
import type { LogEntry } from '#run/events.ts';
import type { ModelProgress, OwnCalls } from './run-calls.ts';
import type { ServerCalls } from './servers.ts';

/** Texts whose tokens are asked about, each after its prefix. */
export interface ScoredText {
  readonly prefix: readonly TokenId[];
  readonly continuation: readonly TokenId[];
}

/** What a lab worker is called for. It holds one copy of each model, and runs one experiment at a time. */
export type LabCalls = OwnCalls & {
  /** First: the absolute address of the models folder, which a worker cannot tell from its own. */
  readonly start: { readonly args: { readonly models: string }; readonly item: never; readonly result: void };
  /** The servers that may be asked. */
  readonly agree: ServerCalls['agree'];
  /** Runs an experiment to its end and says what came of it. A run that fails is an outcome too. */
  readonly measure: {
    readonly args: { readonly experiment: Experiment };
    readonly item: ModelProgress;
    readonly result: Outcome;
  };
  /** Runs an experiment to its end and sends its whole log, the last entry says how it ended. */
  readonly run: {
    readonly args: { readonly experiment: Experiment };
    readonly item: LogEntry | ModelProgress;
    readonly result: void;
  };
  /** Natural log-probabilities of each continuation's tokens at a temperature above 0 (default 1), in the order of the texts. */
  readonly score: {
    readonly args: {
      readonly model: string;
      readonly texts: readonly ScoredText[];
      readonly temperature?: number;
    };
    readonly item: ModelProgress;
    readonly result: readonly (readonly number[])[];
  };
  /** What a value head makes of each prefix, in [0, 1]. `writtenBy`: the model whose tokens these are, where that is another. */
  readonly values: {
    readonly args: {
      readonly model: string;
      readonly prefixes: readonly (readonly TokenId[])[];
      readonly writtenBy?: string;
    };
    readonly item: ModelProgress;
    readonly result: readonly number[];
  };
};
