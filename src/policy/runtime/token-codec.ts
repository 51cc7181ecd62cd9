import type { Problem } from '#experiment/problem.ts';
import type { TokenPlacement, TokenRole } from '#run/events.ts';
import type { PromptStyle, TokenId } from '../language-model.ts';

/** A model's own words: its tokeniser, its prompt templates and how its tokens read. */
export interface TokenCodec {
  /** Tokens that end a completion; they are reported, then the completion ends. */
  readonly endOfText: ReadonlySet<TokenId>;
  /** Texts that end a completion as well, where a model ends with more than one token. */
  readonly endTexts?: readonly string[];
  /** Throws PolicyError `unsupported` for a style or problem the model has no template for. */
  prompt(problem: Problem, style: PromptStyle): readonly TokenId[];
  /** Throws PolicyError `unknown-token` for text the vocabulary cannot spell. */
  encode(text: string): readonly TokenId[];
  decode(tokens: readonly TokenId[]): string;
  /** Reads on from the end of `prefix`. */
  reader(prefix: readonly TokenId[]): TokenReader;
}

/** Reads the tokens of one trace in order; what a token is depends on those before it (thought or answer). */
export interface TokenReader {
  read(token: TokenId): {
    readonly text: string;
    readonly placement: TokenPlacement;
    readonly role: TokenRole;
  };
}
