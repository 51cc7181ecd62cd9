import * as v from 'valibot';
import type { TokenId } from '../../language-model.ts';
import { damaged } from './chat-config.ts';

/** What of a `tokenizer.json` says how tokens are written as text. */
const shape = v.object({
  decoder: v.unknown(),
  added_tokens: v.array(v.object({ id: v.number(), content: v.pipe(v.string(), v.maxLength(1000)), special: v.optional(v.boolean(), false) })),
});

export interface AddedToken {
  readonly id: TokenId;
  readonly text: string;
  /** Of control, not of text. */
  readonly special: boolean;
}

/** Which bytes of UTF-8 each token stands for. */
export interface TokenBytes {
  readonly added: readonly AddedToken[];
  /** Of a token of text or of control; none for an id without a token: models have more rows than tokens. */
  of(token: TokenId): Uint8Array;
}

/**
 * Reads how tokens are written: in GPT-2's characters for bytes (`ByteLevel`; Qwen, Llama 3, DeepSeek, Mistral's Tekken), or
 * as SentencePiece does, with ▁ for a space and `<0x0A>` for a byte that is no text (Gemma, Llama 2, Mistral 7B).
 *
 * @param tokenizer a parsed `tokenizer.json`.
 * @param textOf a token as the vocabulary has it.
 */
export function tokenBytes(tokenizer: unknown, textOf: (token: TokenId) => string | undefined): TokenBytes {
  const read = v.safeParse(shape, tokenizer);
  if (!read.success) throw damaged(`The model’s file tokenizer.json is not valid: ${v.getDotPath(read.issues[0]) ?? 'content'}: ${read.issues[0].message}.`);
  const { decoder, added_tokens } = read.output;
  const steps = decoderSteps(decoder);
  const bytesOf = steps.includes('ByteLevel') ? byteLevel : steps.includes('Replace') || steps.includes('Metaspace') || steps.includes('ByteFallback') ? sentencePiece : null;
  if (!bytesOf) throw damaged('The model’s tokeniser is of a kind that this page does not know.');
  const added = added_tokens.map(({ id, content, special }): AddedToken => ({ id, text: content, special }));
  const literal = new Map(added.map(({ id, text }) => [id, text]));
  const known = new Map<TokenId, Uint8Array>();
  return {
    added,
    of(token) {
      let bytes = known.get(token);
      if (!bytes) {
        const own = literal.get(token);
        bytes = own === undefined ? bytesOf(textOf(token) ?? '') : utf8.encode(own);
        known.set(token, bytes);
      }
      return bytes;
    },
  };
}

const utf8 = new TextEncoder();

/** The names of a decoder's steps, however deep. */
function decoderSteps(decoder: unknown, depth = 0): readonly string[] {
  if (typeof decoder !== 'object' || decoder === null || depth > 4) return [];
  const { type, decoders } = decoder as { readonly type?: unknown; readonly decoders?: unknown };
  return [...(typeof type === 'string' ? [type] : []), ...(Array.isArray(decoders) ? decoders.flatMap((step) => decoderSteps(step, depth + 1)) : [])];
}

function byteLevel(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const byte = byteOf.get(character);
    if (byte === undefined) bytes.push(...utf8.encode(character));
    else bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}

function sentencePiece(text: string): Uint8Array {
  const [, byte] = /^<0x([0-9A-Fa-f]{2})>$/.exec(text) ?? [];
  return byte === undefined ? utf8.encode(text.replaceAll('▁', ' ')) : Uint8Array.of(Number.parseInt(byte, 16));
}

/**
 * GPT-2's characters for bytes: those that can be printed stand for themselves, the others, in order, for what comes after
 * U+00FF (Radford et al. 2019, `bytes_to_unicode` in the authors' code).
 */
const byteOf: ReadonlyMap<string, number> = (() => {
  const printed = (byte: number): boolean => (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xac) || byte >= 0xae;
  let next = 0x100;
  return new Map(Array.from({ length: 256 }, (_, byte) => [String.fromCodePoint(printed(byte) ? byte : next++), byte]));
})();
