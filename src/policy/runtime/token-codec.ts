import type { Problem } from '#experiment/problem.ts';
import type { TokenPlacement, TokenRole } from '#run/events.ts';
import type { PromptStyle, TokenId } from '../language-model.ts';

/** A model's text interface: its tokeniser, its prompt templates, and how its tokens read as text. */
export interface TokenCodec {
  /** Tokens that end a completion. They are reported first. */
  readonly endOfText: ReadonlySet<TokenId>;
  /** Texts that also end a completion, for models whose end is more than one token. */
  readonly endTexts?: readonly string[];
  /** Throws PolicyError `unsupported` for a style or problem the model has no template for. */
  prompt(problem: Problem, style: PromptStyle): readonly TokenId[];
  /** Throws PolicyError `unknown-token` for text the vocabulary cannot spell. */
  encode(text: string): readonly TokenId[];
  decode(tokens: readonly TokenId[]): string;
  /** A reader for the tokens after `prefix`. */
  reader(prefix: readonly TokenId[]): TokenReader;
}

/** Reads the tokens of one trace in order. A token's role (thought or answer) depends on those before it. */
export interface TokenReader {
  read(token: TokenId): {
    readonly text: string;
    readonly placement: TokenPlacement;
    readonly role: TokenRole;
  };
}
