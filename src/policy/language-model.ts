import type { ModelCapabilities } from '#experiment/abilities.ts';
import type { Effort } from '#experiment/experiment.ts';
import type { Family, Problem } from '#experiment/problem.ts';
import type { ValueHeadSpec } from '#experiment/verifier.ts';
import type { EndReason, LoggedToken, ModelStamp, Usage } from '#run/events.ts';

export type { ModelCapabilities };
export type TokenId = number;

export interface ModelInfo extends ModelStamp {
  readonly families: readonly Family[];
  readonly capabilities: ModelCapabilities;
  /** What it was trained to judge, of a model that only judges. */
  readonly verifier?: ValueHeadSpec['kind'];
  /** Tokens a sequence may have, prompt and completion together. */
  readonly context: number;
  /** Texts that end a reasoning step. */
  readonly stepEnds: readonly string[];
  /** How it marks its thinking; absent where it does not. */
  readonly thinking?: ThinkingTags;
  /** Token texts in id order, of a model with few enough to list: what another model has to know to read what it writes. */
  readonly vocabulary?: readonly string[];
  /** The words with which it answers a `judge` prompt; absent where it has not learnt to. */
  readonly verdicts?: { readonly yes: string; readonly no: string };
  /** The words of its own that ask it for a sub-question or a rephrasing; absent where it has learnt none. */
  readonly actionWords?: ActionWords;
  /** Worked examples that it has learnt to read before a problem, at most; absent where nothing but its context bounds them. */
  readonly mostExamples?: number;
}

/** What is put into a thought to have a sub-question asked, have it answered, or have the problem said again in other words. */
export interface ActionWords {
  readonly question: string;
  readonly answer: string;
  readonly rephrase: string;
}

/** A problem with its thinking written out, as few-shot prompts show it. */
export interface WorkedExample {
  readonly question: string;
  readonly thought: string;
  readonly answer: string;
}

/** Texts around a thought: each one token of the model's, several, or a part of one. */
export interface ThinkingTags {
  readonly open: string;
  readonly close: string;
  /** Ends the whole text; always one token. */
  readonly endOfText: string;
  /** Further tokens that do. */
  readonly otherEnds?: readonly string[];
  /** What closes a thought from outside, where more than `close` belongs there. */
  readonly closing?: string;
  /** Makes the model say its answer at once after a closed thought, where it would write a solution first. */
  readonly answerBegin?: string;
}

/** How the problem is put to the model; each model has its own template for each. */
export type PromptStyle =
  | { readonly kind: 'answer-only' }
  | { readonly kind: 'think'; readonly effort: Effort }
  /** Worked out in short steps, for searches that branch on them. A model that thinks at length leaves its long thought out. */
  | { readonly kind: 'steps' }
  | { readonly kind: 'few-shot'; readonly examples: readonly WorkedExample[] }
  /**
   * A question in words about the problem, for models that follow instructions: what the person would type, and the words
   * its reply is to begin with. The reply is without thinking.
   */
  | { readonly kind: 'ask'; readonly words: string; readonly begin?: string }
  /** Is the last of these steps right (or, of a finished trace, its answer)? The next token is one of `ModelInfo.verdicts`. */
  | {
      readonly kind: 'judge';
      readonly steps: readonly (readonly LoggedToken[])[];
      readonly finished: boolean;
    }
  /** How promising are these steps (or, of a finished trace, how sure is its answer)? The reply has one of the words sure, likely, impossible; from a model that has learnt to value it is that word. */
  | {
      readonly kind: 'value';
      readonly steps: readonly (readonly LoggedToken[])[];
      readonly finished: boolean;
    };

export interface SampleOptions {
  /** Completions to draw from the prefix; default 1. */
  readonly n?: number;
  readonly temperature: number;
  readonly topK: number;
  readonly topP: number;
  readonly minP: number;
  /** Tokens to draw at most; forced ones come on top. */
  readonly maxTokens: number;
  /** End a completion with the token that completes one of these; the text is kept. */
  readonly stop?: readonly string[];
  /**
   * Completion i draws its random numbers from the stream (seed, i) and from nothing else, so its tokens do not depend
   * on what it was batched with, in which order, or where.
   */
  readonly seed: number;
  /** The index of the first completion's random stream; default 0. Lets n samples be split over requests. */
  readonly firstIndex?: number;
  /** How many alternatives to report with each token; default 0. */
  readonly alternatives?: number;
  /** Appended to the prefix first, reported as forced tokens with their log-probabilities. */
  readonly forced?: readonly TokenId[];
  /**
   * Tokens that the completion (n is 1) was given and drew before, forced ones first: reported again as they are, without
   * a forward, up to where it ends. Where it does not, it goes on as if it had never stopped.
   */
  readonly recalled?: readonly LoggedToken[];
}

/** `index`: of the completion in its request, from 0, whatever `firstIndex`. */
export type SampleEvent =
  | { readonly type: 'token'; readonly index: number; readonly token: LoggedToken }
  | { readonly type: 'end'; readonly index: number; readonly reason: EndReason };

/** A model's own words: its prompts, its tokens and how they read. Nothing of it needs a forward. */
export interface ModelWords {
  /** The problem in the model's own template. Throws PolicyError `unsupported` where the model has none. */
  prompt(problem: Problem, style: PromptStyle): readonly TokenId[];
  encode(text: string): readonly TokenId[];
  /** Text of the tokens as a person reads it, control tokens included. */
  decode(tokens: readonly TokenId[]): string;
  /** The tokens of a prompt, described for the log. */
  describe(tokens: readonly TokenId[]): readonly LoggedToken[];
}

/**
 * What every engine gives: a language model as a sampler, prefix in, tokens out. Every method may be called while others
 * are under way; the runtime behind it batches what is in flight.
 *
 * Errors: rejects with `PolicyError`; with `AbortError` (a DOMException) once `signal` is aborted.
 */
export interface SamplingModel extends ModelWords {
  readonly info: ModelInfo;
  sample(prefix: readonly TokenId[], options: SampleOptions, signal: AbortSignal): AsyncIterable<SampleEvent>;
  /** Spent since the model was opened. */
  usage(): Usage;
  close(): void;
}

/** How likely a text is that is not drawn. */
export interface Scoring {
  /** Natural log-probability of each continuation token given all before it, of logits divided by `temperature` (above 0; default 1). */
  score(
    prefix: readonly TokenId[],
    continuation: readonly TokenId[],
    signal: AbortSignal,
    temperature?: number,
  ): Promise<readonly number[]>;
}

/** A value head. */
export interface Values {
  /** The probability, in [0, 1], that each prefix still reaches a right answer. */
  evaluate(prefixes: readonly (readonly TokenId[])[], signal: AbortSignal): Promise<readonly number[]>;
}

/** What some engines give besides, each a part of its own. */
export interface EngineParts {
  readonly scoring: Scoring;
  readonly values: Values;
}

/** A model that is sure to have these parts. */
export type ModelWith<Part extends keyof EngineParts> = SamplingModel & Pick<EngineParts, Part>;

/**
 * A model of any engine. What needs a part asks for it by `scoringOf` or `valuesOf` (model-parts.ts), which throw where
 * it is missing.
 */
export type LanguageModel = SamplingModel & Partial<EngineParts>;
