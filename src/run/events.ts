import type { Experiment } from '../experiment/experiment.ts';
import type { Failure } from '../experiment/failure.ts';

export type { Failure };
import type { NodeId } from './search-events.ts';

/** One token of a trace, as the log keeps it. */
export interface LoggedToken {
  readonly id: number;
  /** Surface text. Placed by the model's own rules: see `TokenPlacement`. */
  readonly text: string;
  /** Where the text goes when the trace is read. */
  readonly placement: TokenPlacement;
  /** What part of the trace it belongs to. */
  readonly role: TokenRole;
  /** Natural log of the model's probability at temperature 1, before truncation. Null where the token was given. */
  readonly logprob: number | null;
  /** True when the strategy put the token there instead of the model ("Wait", an answer prefix). */
  readonly forced: boolean;
  /** The likeliest tokens at this place, the chosen one among them or not, best first. */
  readonly alternatives: readonly TokenAlternative[];
}

export interface TokenAlternative {
  readonly id: number;
  readonly text: string;
  readonly logprob: number;
}

/**
 * `word`: after a space. `joined`: without one. `digit`: a digit of a number written units first, so that it goes
 * *before* the digits of the same number that came earlier (the embedded arithmetic model counts that way). A number's
 * first digit, its units, may be any of the three; where a number follows a number directly it must not be `digit`.
 */
export type TokenPlacement = 'word' | 'joined' | 'digit';

/** `thought`: between the thinking tags. `answer`: after them. `control`: tags, end of text. `wait`: a "Wait". */
export type TokenRole = 'prompt' | 'thought' | 'answer' | 'control' | 'wait';

/** How a completion ended. */
export type EndReason = 'end-of-text' | 'stop' | 'length' | 'context' | 'cancelled';

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
  /** Seconds inside model forwards, summed over the workers that ran them. */
  readonly modelSeconds: number;
}

export const noUsage: Usage = { prefilledTokens: 0, cachedTokens: 0, decodedTokens: 0, forwards: 0, modelSeconds: 0 };

/** An answer as it was found in a trace. */
export interface Answer {
  /** The words of the trace it was read from. */
  readonly text: string;
  /** For people: `(9 − 3) × 4`, `434`. */
  readonly display: string;
  /** Equal for answers that count as one vote. */
  readonly key: string;
  /** Which extraction rule found it. */
  readonly rule: ExtractionRule;
}

export type ExtractionRule = 'boxed' | 'the-answer-is' | 'after-thinking' | 'whole-text' | 'last-number' | 'expression';

export type Grade =
  | { readonly outcome: 'right'; readonly reason: string }
  | { readonly outcome: 'wrong'; readonly reason: string }
  /** No reference is known, so nobody can say. */
  | { readonly outcome: 'ungraded'; readonly reason: string };

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
 * tokens after its end, and votes at most once.
 */
export type RunEvent =
  | { readonly type: 'run-started'; readonly experiment: Experiment; readonly model: ModelStamp }
  | { readonly type: 'sequence-started'; readonly sequence: number; readonly label: string; readonly prompt: readonly LoggedToken[]; readonly from?: NodeId }
  | { readonly type: 'token'; readonly sequence: number; readonly token: LoggedToken }
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

export type RunEventType = RunEvent['type'];

/** Which model ran, exactly: the hash makes "the same model" checkable. */
export interface ModelStamp {
  readonly id: string;
  readonly name: string;
  readonly weightsSha256: string;
}

/** Why this answer: with the numbers that decided. */
export type ChoiceRule =
  | { readonly rule: 'only-trace' }
  | { readonly rule: 'majority'; readonly votes: number; readonly of: number }
  /** Several groups had the most votes; the one whose first vote came from the lowest-numbered trace won. */
  | { readonly rule: 'majority-tie-first'; readonly votes: number; readonly of: number; readonly tied: readonly string[] }
  | { readonly rule: 'no-answer' };

/** An event and when it happened. */
export interface LogEntry {
  /** Milliseconds since the run started, rounded. */
  readonly at: number;
  readonly event: RunEvent;
}
