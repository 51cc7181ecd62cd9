import type { Experiment } from '#experiment/experiment.ts';
import { itemAt } from '#experiment/surely.ts';
import type { Aggregation, VerifierKind } from '#experiment/verifier.ts';
import type { Answer, Grade } from './answer.ts';
import type { ChoiceRule, Failure, ModelStamp, Resumed, Usage, VoteGroup } from './events.ts';
import { noUsage } from './events.ts';
import type { Decision } from './facts/decision.ts';
import type { LoggedElsewhere } from './facts/logged-elsewhere.ts';
import type { ScoreReason } from './facts/score-reason.ts';
import type { SequenceLabel } from './facts/label.ts';
import type { NodeId } from './search-events.ts';
import type { Score } from './score.ts';
import type { EndReason, LoggedToken } from './token.ts';
import type { Focus, TreeNodeState } from './tree-state.ts';
import type { Ballot } from './ballot.ts';
import type { Scored } from './scored.ts';

export type RunStatus = 'idle' | 'running' | 'finished' | 'cancelled' | 'failed';

/** A whole trace's step scores, first step first, and the number they were made into. */
export interface TraceScore extends Scored {
  readonly steps: readonly Score[];
  readonly aggregation: Aggregation;
  readonly verifier: VerifierKind;
  /** Where the scores come from, or why there is none. */
  readonly why: ScoreReason;
}

/** A stretch of thinking between two forced words. */
export interface ThinkingRound {
  /** From 0, the thinking before the first word. */
  readonly round: number;
  /** What was put in the place of the end of thinking; null for round 0. */
  readonly word: string | null;
  /** Tokens the trace had when the word was put there. */
  readonly at: number;
  /** Whether it is known what the trace would answer if it stopped after this round. */
  readonly asked: boolean;
  /** Null where it is not known, or where there was none. */
  readonly answer: Answer | null;
  /** Spent when the answer was asked for; null before. */
  readonly thinkingTokens: number | null;
}

/** What a strategy decided, and when. */
export interface DecisionTaken {
  readonly decision: Decision;
  /** The cursor at which it had just been taken. */
  readonly cursor: number;
}

/** One trace as far as it has come, or one step of a search, or what a verifier had to write. */
export interface Sequence {
  /** Its number in the log. */
  readonly sequence: number;
  readonly label: SequenceLabel;
  /** The node it goes on from, in a search; null for traces that start at the prompt. */
  readonly from: NodeId | null;
  /** The node whose step it wrote, once there is one. */
  readonly node: NodeId | null;
  /** The node that already had its step, where it was dropped for that. */
  readonly sameAs: NodeId | null;
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
  /** A verifier's latest scores of the whole trace. */
  readonly score: TraceScore | null;
  /** By round; [] where no end of thinking was dropped and no answer asked for on the way. */
  readonly rounds: readonly ThinkingRound[];
  /** Milliseconds since the run started. */
  readonly startedAt: number;
  readonly endedAt: number | null;
}

/** Simulations of a tree search that came back. */
export interface Simulations {
  readonly run: number;
  /** Of those, how many ended on a node that one before had ended on or gone through: they valued nothing new. */
  readonly again: number;
}

/** What the page shows: a fold of the log up to some entry. */
export interface RunState {
  readonly status: RunStatus;
  /** Entries folded so far: the cursor. */
  readonly cursor: number;
  readonly experiment: Experiment | null;
  readonly model: ModelStamp | null;
  /** Whose value head scores, where the experiment names a model for it. */
  readonly verifierModel: ModelStamp | null;
  /** By number, ascending. */
  readonly sequences: readonly Sequence[];
  readonly ballots: readonly Ballot[];
  /** The ballots merged: most votes first, then by the lowest-numbered trace. */
  readonly votes: readonly VoteGroup[];
  /** The search tree, each node at the place of its number; [] where the strategy has none. */
  readonly tree: readonly TreeNodeState[];
  readonly simulations: Simulations;
  /** What the search did last. */
  readonly focus: Focus | null;
  readonly decisions: readonly DecisionTaken[];
  /** Null until the strategy has chosen. */
  readonly chosen: { readonly answer: Answer | null; readonly by: ChoiceRule } | null;
  /** The run's own grade, known when it has finished. */
  readonly grade: Grade | null;
  readonly usage: Usage;
  /** What the interrupted run had spent that this one goes on from; null where it began anew. Part of `usage`. */
  readonly resumed: Resumed | null;
  /** Which program's log it was read from; null where it was made here. */
  readonly elsewhere: LoggedElsewhere | null;
  /** Tokens of all traces, counted from the log: exact at any cursor, where `usage` is as old as its last event. */
  readonly tokens: number;
  /** Of those, how many an interrupted run had written, which this one went on from. */
  readonly recalledTokens: number;
  /** When the first and the latest token were written, recalled ones aside, in milliseconds from the start; null before the first. */
  readonly firstTokenAt: number | null;
  readonly lastTokenAt: number | null;
  /** Milliseconds from the start to the last entry folded. */
  readonly elapsedMs: number;
  /** Set when status is `failed`. */
  readonly failure: Failure | null;
}

export const emptyRun: RunState = {
  status: 'idle',
  cursor: 0,
  experiment: null,
  model: null,
  verifierModel: null,
  sequences: [],
  ballots: [],
  votes: [],
  tree: [],
  simulations: { run: 0, again: 0 },
  focus: null,
  decisions: [],
  chosen: null,
  grade: null,
  usage: noUsage,
  resumed: null,
  elsewhere: null,
  tokens: 0,
  recalledTokens: 0,
  firstTokenAt: null,
  lastTokenAt: null,
  elapsedMs: 0,
  failure: null,
};

/** The trace of that number, if it has started. */
export function sequenceOf(state: RunState, sequence: number): Sequence | undefined {
  return state.sequences[placeOf(state.sequences, sequence)];
}

/** Where the trace of that number is in the list; -1 where it is not. */
export function placeOf(sequences: readonly Sequence[], sequence: number): number {
  // Numbers are nearly always dense from 0, so that the place is the number.
  if (sequences[sequence]?.sequence === sequence) return sequence;
  let [low, high] = [0, sequences.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (itemAt(sequences, middle).sequence < sequence) low = middle + 1;
    else high = middle;
  }
  return sequences[low]?.sequence === sequence ? low : -1;
}

/** Whether a tree grows: steps are decided on, one after the other. */
export const isSearch = ({ tree, decisions }: RunState): boolean => tree.length > 0 || decisions.length > 0;
