import type { Experiment } from '#experiment/experiment.ts';
import type { Failure } from './failure.ts';
import type { Answer, Grade } from './answer.ts';
import type { DriverReason } from './facts/driver-reason.ts';
import type { SequenceLabel } from './facts/label.ts';
import type { LoggedElsewhere } from './facts/logged-elsewhere.ts';
import type { Score } from './score.ts';
import type { NodeId, SearchEvent } from './search-events.ts';
import type { EndReason, LoggedToken } from './token.ts';

export type { Failure };
export type { Answer, ExtractionRule, Grade } from './answer.ts';
export type { EndReason, LoggedToken, TokenAlternative, TokenPlacement, TokenRole } from './token.ts';

/** What was spent, counted where it happened. Tokens are counted per sequence row that went through a forward. */
export interface Usage {
  /** Prompt tokens that went through the model. */
  readonly prefilledTokens: number;
  /** Prompt tokens taken from the prefix cache instead. */
  readonly cachedTokens: number;
  /** Tokens drawn or forced after a prompt. */
  readonly decodedTokens: number;
  /** Calls of the model, each for one batch. */
  readonly forwards: number;
  /** Tokens that an engine drew and fed ahead of the draws that count, and took back; absent where there are none. */
  readonly takenBackTokens?: number;
  /** Seconds inside model forwards, or of requests to a server, summed over all that ran at once. */
  readonly modelSeconds: number;
  /** Of a model on a server, whose `forwards` are requests. Its tokens are the server's own count. */
  readonly server?: ServerUsage;
}

export interface ServerUsage {
  /** Requests that repeated another. */
  readonly retries: number;
  /** Of the tokens, those that the server did not count: estimated from the length of texts. */
  readonly estimatedTokens: number;
}

export const noUsage: Usage = {
  prefilledTokens: 0,
  cachedTokens: 0,
  decodedTokens: 0,
  forwards: 0,
  modelSeconds: 0,
};

/** Votes for one answer, after equivalent answers were merged. */
export interface VoteGroup {
  readonly key: string;
  readonly display: string;
  readonly votes: number;
  /** The distinct texts that were merged into this group, in order of first appearance. */
  readonly forms: readonly string[];
  readonly sequences: readonly number[];
}

/**
 * Everything that can happen in a run. Append-only; the page is a fold of it. `run-started` comes first and
 * `run-finished`, `run-cancelled` or `run-failed` last; a sequence starts before anything else is said of it, has no
 * tokens after its end, and votes at most once. Nodes are numbered from 0 in the order of their making, the root first.
 */
export type RunEvent =
  | SearchEvent
  /**
   * `verifierModel`: the model that the experiment names besides its own: whose value head scores, or who completes traces a
   * second time. `resumed`: it goes on from the log of a
   * run that was interrupted; absent where it began anew. `elsewhere`: it was not made here, but read from another program's log.
   */
  | {
      readonly type: 'run-started';
      readonly experiment: Experiment;
      readonly model: ModelStamp;
      readonly verifierModel?: ModelStamp;
      readonly resumed?: Resumed;
      readonly elsewhere?: LoggedElsewhere;
    }
  | {
      readonly type: 'sequence-started';
      readonly sequence: number;
      readonly label: SequenceLabel;
      readonly prompt: readonly LoggedToken[];
      readonly from?: NodeId;
    }
  /** `recalled`: the interrupted run had written it, so it was not computed again. */
  | {
      readonly type: 'token';
      readonly sequence: number;
      readonly token: LoggedToken;
      readonly recalled?: true;
    }
  | { readonly type: 'sequence-ended'; readonly sequence: number; readonly reason: EndReason }
  /** `answer` is null when no rule found one. */
  | { readonly type: 'answer-extracted'; readonly sequence: number; readonly answer: Answer | null }
  /** From the runner, never from a strategy: strategies do not see the reference. */
  | { readonly type: 'answer-graded'; readonly sequence: number; readonly grade: Grade }
  | { readonly type: 'vote-cast'; readonly sequence: number; readonly answer: Answer }
  | { readonly type: 'answer-chosen'; readonly answer: Answer | null; readonly by: ChoiceRule }
  /** The run's total so far, not an increment: the latest one counts. */
  | { readonly type: 'usage'; readonly usage: Usage }
  | { readonly type: 'run-finished'; readonly grade: Grade | null }
  | { readonly type: 'run-cancelled' }
  | { readonly type: 'run-failed'; readonly failure: Failure };

/** A run that goes on from an interrupted one: `usage` counts on from what that one had spent; times count from the resumption. */
export interface Resumed {
  readonly spent: Usage;
}

/** Which model ran, exactly: the hash makes "the same model" checkable. */
export interface ModelStamp {
  readonly id: string;
  readonly name: string;
  /** Of the weights; of a WebLLM model, of the list of its weights with their own hashes. */
  readonly weightsSha256: string;
  /** How a WebLLM model is driven. Absent for models that ship with the page, which are always batched. */
  readonly driver?: DriverStamp;
}

/** `why`: such as what the check at load found. */
export interface DriverStamp {
  readonly kind: 'batched' | 'sequential';
  readonly why: DriverReason;
  /** Where likely tokens are picked from the logits; not in logs of earlier days. */
  readonly sampling?: 'gpu' | 'processor';
}

/** Why this answer: with the numbers that decided. */
export type ChoiceRule =
  | { readonly rule: 'only-trace' }
  | { readonly rule: 'majority'; readonly votes: number; readonly of: number }
  /** Several groups had the most votes; the one whose first vote came from the lowest-numbered trace won. */
  | {
      readonly rule: 'majority-tie-first';
      readonly votes: number;
      readonly of: number;
      readonly tied: readonly string[];
    }
  /** A verifier's highest score, and the sequence that has it. */
  | { readonly rule: 'best-score'; readonly score: number; readonly sequence: number }
  /** The winning answer's summed scores, and those of all answers. */
  | { readonly rule: 'weighted-vote'; readonly weight: number; readonly total: number }
  /** What the trace answered after its last "Wait"; rounds count from 1. */
  | { readonly rule: 'last-round'; readonly round: number }
  /** Sampling stopped because the vote was decided: votes of the winner, of how many cast, of how many allowed. */
  | { readonly rule: 'decided-early'; readonly votes: number; readonly of: number; readonly limit: number }
  /** Of all finished traces of a search, or along its best path, the node with the highest value. */
  | { readonly rule: 'best-node'; readonly node: NodeId; readonly score: number }
  /** The end of the path that goes to the most visited child at every node. */
  | { readonly rule: 'most-visited'; readonly node: NodeId; readonly visits: number }
  /**
   * Of rStar's answers the one with the highest score. Its traces were found `found` times, once by each node that ends one and once
   * by each rollout to it; second samplings confirmed traces of `confirmed` of these finds, and of `ofConfirmed` for all answers
   * together. The score is confirmed / ofConfirmed + confirmed / found. `node` ends the first of its confirmed traces.
   */
  | {
      readonly rule: 'confirmed-answer';
      readonly node: NodeId;
      readonly found: number;
      readonly confirmed: number;
      readonly ofConfirmed: number;
    }
  /** The answer found most often, because there was no other, no trace was confirmed, or no tokens were left to check any. */
  | {
      readonly rule: 'most-found-answer';
      readonly node: NodeId;
      readonly found: number;
      readonly of: number;
      readonly because: 'only-answer' | 'none-confirmed' | 'unchecked';
    }
  /** The highest product of a trace's reward and the share of second samplings that agree with it. */
  /** `agreement` is null where no tokens were left for second samplings. */
  | {
      readonly rule: 'mutual-consistency';
      readonly node: NodeId;
      readonly agreement: Score;
      readonly reward: number;
    }
  | { readonly rule: 'no-answer' };

/** An event and when it happened. */
export interface LogEntry {
  /** Milliseconds since the run started, rounded. */
  readonly at: number;
  readonly event: RunEvent;
}
