import type { LoggedToken } from '#run/events.ts';
import type { LanguageModel, TokenId } from '../language-model.ts';
import type { TokenCodec } from './token-codec.ts';

/** What a model says without running it: the part of LanguageModel that its codec alone can answer. */
export type CodecMethods = Pick<LanguageModel, 'prompt' | 'encode' | 'decode' | 'describe'>;

export function codecWords(codec: TokenCodec): CodecMethods {
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
