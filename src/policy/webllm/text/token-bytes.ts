import * as v from 'valibot';
import type { TokenId } from '#policy/language-model.ts';
import { damagedConfig } from './chat-config.ts';

/** What of a `tokenizer.json` says how tokens are written as text. */
const shape = v.object({
  decoder: v.unknown(),
  added_tokens: v.array(
    v.object({
      id: v.number(),
      content: v.pipe(v.string(), v.maxLength(1000)),
      special: v.optional(v.boolean(), false),
    }),
  ),
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
 * Reads how tokens are written, as the tokeniser's own decoder says: in GPT-2's characters for bytes (`ByteLevel`; Qwen,
 * Llama 3, DeepSeek, Mistral's Tekken), or as SentencePiece does, with ▁ for a space and `<0x0A>` for a byte that is no text
 * (Gemma, Llama 2, Mistral 7B). Steps of a decoder that look at a text's beginning or join tokens change none of them.
 *
 * Added tokens of text go through the decoder as all others do: Gemma lists its runs of ▁ among them. Those of control, and
 * of byte-level tokenisers all, are looked for in plain text and stand for it.
 *
 * @param tokenizer a parsed `tokenizer.json`.
 * @param textOf a token as the vocabulary has it.
 */
export function tokenBytes(tokenizer: unknown, textOf: (token: TokenId) => string | undefined): TokenBytes {
  const read = v.safeParse(shape, tokenizer);
  if (!read.success)
    throw damagedConfig({
      kind: 'file-invalid',
      file: 'tokenizer.json',
      at: v.getDotPath(read.issues[0]) ?? 'content',
      detail: read.issues[0].message,
    });
  const { decoder, added_tokens } = read.output;
  const steps = decoderSteps(decoder);
  const isByteLevel = steps.some(({ type }) => type === 'ByteLevel');
  const bytesOf = isByteLevel ? byteLevel : sentencePiece(steps);
  if (!bytesOf) throw damagedConfig({ kind: 'tokeniser-unknown' });
  const added = added_tokens.map(({ id, content, special }): AddedToken => ({ id, text: content, special }));
  const addedById = new Map(added.map((token) => [token.id, token]));
  const known = new Map<TokenId, Uint8Array>();
  return {
    added,
    of(token) {
      let bytes = known.get(token);
      if (!bytes) {
        const own = addedById.get(token);
        const isLiteral = own !== undefined && (own.special || isByteLevel);
        bytes = isLiteral ? utf8.encode(own.text) : bytesOf(own?.text ?? textOf(token) ?? '');
        known.set(token, bytes);
      }
      return bytes;
    },
  };
}

const utf8 = new TextEncoder();

interface DecoderStep {
  readonly type: string;
  /** Of `Replace`. */
  readonly pattern?: unknown;
  readonly content?: unknown;
  /** Of `Metaspace`. */
  readonly replacement?: unknown;
}

/** A decoder's steps in order, however deep. */
function decoderSteps(decoder: unknown, depth = 0): readonly DecoderStep[] {
  if (typeof decoder !== 'object' || decoder === null || depth > 4) return [];
  const { type, decoders } = decoder as { readonly type?: unknown; readonly decoders?: unknown };
  const own = typeof type === 'string' && type !== 'Sequence' ? [{ ...decoder, type }] : [];
  return [
    ...own,
    ...(Array.isArray(decoders) ? decoders.flatMap((step) => decoderSteps(step, depth + 1)) : []),
  ];
}

/** A token with a character that stands for no byte is text as it is. */
function byteLevel(text: string): Uint8Array {
  const bytes = Array.from(text, (character) => byteOf.get(character));
  return bytes.every((byte) => byte !== undefined) ? Uint8Array.from(bytes) : utf8.encode(text);
}

/** What a decoder of SentencePiece's kind makes of one token; null where it has a step that is not known. */
function sentencePiece(steps: readonly DecoderStep[]): ((text: string) => Uint8Array) | null {
  const replaced: (readonly [string, string])[] = [];
  for (const { type, pattern, content, replacement } of steps) {
    const from = type === 'Replace' ? literal(pattern) : type === 'Metaspace' ? (replacement ?? '▁') : null;
    const to = type === 'Replace' ? content : ' ';
    if (typeof from === 'string' && from !== '' && typeof to === 'string') replaced.push([from, to]);
    else if (!['ByteFallback', 'Fuse', 'Strip'].includes(type)) return null;
  }
  const hasBytes = steps.some(({ type }) => type === 'ByteFallback');
  if (replaced.length === 0 && !hasBytes) return null;
  return (text) => {
    const [, byte] = (hasBytes && /^<0x([0-9A-Fa-f]{2})>$/.exec(text)) || [];
    if (byte !== undefined) return Uint8Array.of(Number.parseInt(byte, 16));
    return utf8.encode(replaced.reduce((now, [from, to]) => now.replaceAll(from, () => to), text));
  };
}

/** The text that a pattern looks for; null for a regular expression that is more than a text. */
function literal(pattern: unknown): string | null {
  const { String: text, Regex: regex } = (pattern ?? {}) as {
    readonly String?: unknown;
    readonly Regex?: unknown;
  };
  if (typeof text === 'string') return text;
  return typeof regex === 'string' && !/[\\^$.|?*+()[\]{}]/.test(regex) ? regex : null;
}

/**
 * GPT-2's characters for bytes: those that can be printed stand for themselves, the others, in order, for what comes after
 * U+00FF (Radford et al. 2019, `bytes_to_unicode` in the authors' code).
 */
const byteOf: ReadonlyMap<string, number> = (() => {
  const printed = (byte: number): boolean =>
    (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xac) || byte >= 0xae;
  let next = 0x100;
  return new Map(
    Array.from({ length: 256 }, (_, byte) => [String.fromCodePoint(printed(byte) ? byte : next++), byte]),
  );
})();
