import type { Experiment } from '../experiment/experiment.ts';
import type { Answer, ChoiceRule, EndReason, Failure, Grade, LoggedToken, ModelStamp, Usage, VoteGroup } from './events.ts';
import { noUsage } from './events.ts';
import type { Ballot } from './votes.ts';

export type RunStatus = 'idle' | 'running' | 'finished' | 'cancelled' | 'failed';

/** One trace as far as it has come. */
export interface Sequence {
  /** Its number in the log. */
  readonly sequence: number;
  readonly label: string;
  readonly prompt: readonly LoggedToken[];
  /** Everything after the prompt, forced tokens among it. */
  readonly tokens: readonly LoggedToken[];
  /** Tokens of thought, "Wait" included. */
  readonly thoughtTokens: number;
  readonly answerTokens: number;
  /** "Wait" tokens, written by the model or forced. */
  readonly waits: number;
  /** Of those, how many the strategy put there. */
  readonly forcedWaits: number;
  /** Null while it runs. */
  readonly end: EndReason | null;
  /** True once an answer was looked for; `answer` is then null where none was found. */
  readonly extracted: boolean;
  readonly answer: Answer | null;
  readonly grade: Grade | null;
  readonly voted: boolean;
  /** Milliseconds since the run started. */
  readonly startedAt: number;
  readonly endedAt: number | null;
}

/** What the page shows: a fold of the log up to some entry. */
export interface RunState {
  readonly status: RunStatus;
  /** Entries folded so far: the cursor. */
  readonly cursor: number;
  readonly experiment: Experiment | null;
  readonly model: ModelStamp | null;
  /** By number, ascending. */
  readonly sequences: readonly Sequence[];
  readonly ballots: readonly Ballot[];
  /** The ballots merged: most votes first, then by the lowest-numbered trace. */
  readonly votes: readonly VoteGroup[];
  /** Null until the strategy has chosen. */
  readonly chosen: { readonly answer: Answer | null; readonly by: ChoiceRule } | null;
  /** The run's own grade, known when it has finished. */
  readonly grade: Grade | null;
  readonly usage: Usage;
  /** Tokens of all traces, counted from the log: exact at any cursor, where `usage` is as old as its last event. */
  readonly tokens: number;
  /** When the first and the latest token came, in milliseconds from the start; null before the first. */
  readonly firstTokenAt: number | null;
  readonly lastTokenAt: number | null;
  /** Milliseconds from the start to the last entry folded. */
  readonly elapsedMs: number;
  /** Set when status is `failed`. */
  readonly failure: Failure | null;
}

export const emptyRun: RunState = {
  status: 'idle', cursor: 0, experiment: null, model: null, sequences: [], ballots: [], votes: [], chosen: null,
  grade: null, usage: noUsage, tokens: 0, firstTokenAt: null, lastTokenAt: null, elapsedMs: 0, failure: null,
};

/** The trace of that number, if it has started. */
export function sequenceOf(state: RunState, sequence: number): Sequence | undefined {
  // Numbers are nearly always dense from 0, so that the place is the number.
  const there = state.sequences[sequence];
  return there?.sequence === sequence ? there : state.sequences.find((other) => other.sequence === sequence);
}
