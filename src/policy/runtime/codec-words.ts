import type { LoggedToken } from '#run/events.ts';
import type { ModelWords, TokenId } from '../language-model.ts';
import type { TokenCodec } from './token-codec.ts';

/** A model's words, which its codec knows without the model. */
export function codecWords(codec: TokenCodec): ModelWords {
  return {
    prompt: (problem, style) => codec.prompt(problem, style),
    encode: (text) => codec.encode(text),
    decode: (tokens) => codec.decode(tokens),
    describe: (tokens) => describeTokens(codec, tokens),
  };
}

export function describeTokens(codec: TokenCodec, tokens: readonly TokenId[]): readonly LoggedToken[] {
  const reader = codec.reader([]);
  return tokens.map((id) => ({ id, ...reader.read(id), logprob: null, forced: false, alternatives: [] }));
}
