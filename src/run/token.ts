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
