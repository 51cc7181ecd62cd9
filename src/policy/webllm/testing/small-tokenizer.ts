/** Small tokenizers in the form of the real ones, for tests. */

/** How families cut text into words before they put bytes together. */
export const patterns = {
  /** Qwen2, Qwen3 and DeepSeek's models on Qwen. */
  qwen: "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
  /** Llama 3 and DeepSeek's model on it: up to three digits together. */
  llama:
    "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
  /** Mistral's Tekken: a capital inside of a word begins another. */
  tekken:
    '[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]*[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]+|[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]+[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]*|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+',
} as const;

const printed = (byte: number): boolean =>
  (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xac) || byte >= 0xae;

/** The characters that stand for the 256 bytes. */
const byteCharacters: readonly string[] = (() => {
  let next = 0x100;
  return Array.from({ length: 256 }, (_, byte) => String.fromCodePoint(printed(byte) ? byte : next++));
})();

export interface Special {
  readonly text: string;
  /** False for tags such as `<think>`, which are kept when special tokens are left out. */
  readonly special?: boolean;
  /** Looked for in the text as it is after the normaliser; before it otherwise. */
  readonly normalized?: boolean;
  /** Takes the spaces before it, or after it, in: `<mask>` of some models, the roles of Phi's. */
  readonly lstrip?: boolean;
  readonly rstrip?: boolean;
}

/** An entry of `added_tokens`. */
const addedToken = (
  { text, special = true, normalized = false, lstrip = false, rstrip = false }: Special,
  id: number | undefined,
) => ({
  id,
  content: text,
  single_word: false,
  lstrip,
  rstrip,
  normalized,
  special,
});

const spelt = (text: string): readonly string[] =>
  [...new TextEncoder().encode(text)].map((byte) => byteCharacters[byte]!);

/**
 * A `tokenizer.json` of byte-level BPE that knows these words (with a space before them, where one is written) and puts
 * others together from bytes. The special tokens come last, in order.
 */
export function byteLevelTokenizer(
  words: readonly string[],
  specials: readonly Special[],
  pattern: string = patterns.qwen,
): unknown {
  const vocab = new Map(byteCharacters.map((character, id) => [character, id]));
  const merges: (readonly [string, string])[] = [];
  for (const word of words) {
    const [first = '', ...rest] = spelt(word);
    let built = first;
    for (const next of rest) {
      if (!vocab.has(built + next)) {
        merges.push([built, next]);
        vocab.set(built + next, vocab.size);
      }
      built += next;
    }
  }
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: specials.map((special, index) => addedToken(special, vocab.size + index)),
    normalizer: { type: 'NFC' },
    pre_tokenizer: {
      type: 'Sequence',
      pretokenizers: [
        { type: 'Split', pattern: { Regex: pattern }, behavior: 'Isolated', invert: false },
        { type: 'ByteLevel', add_prefix_space: false, trim_offsets: false, use_regex: false },
      ],
    },
    post_processor: { type: 'ByteLevel', add_prefix_space: false, trim_offsets: false, use_regex: false },
    decoder: { type: 'ByteLevel', add_prefix_space: false, trim_offsets: false, use_regex: false },
    model: {
      type: 'BPE',
      dropout: null,
      unk_token: null,
      continuing_subword_prefix: '',
      end_of_word_suffix: '',
      fuse_unk: false,
      byte_fallback: false,
      vocab: Object.fromEntries(vocab),
      merges: merges.map(([a, b]) => `${a} ${b}`),
    },
  };
}

/**
 * A `tokenizer.json` as Gemma's: BPE over text with ▁ for spaces, bytes where a character is not known.
 *
 * @param added more tokens that are listed as added: Gemma's runs of ▁ and of line ends.
 */
export function sentencePieceTokenizer(
  words: readonly string[],
  specials: readonly string[],
  added: readonly Special[] = [],
): unknown {
  const vocab = new Map<string, number>();
  const add = (text: string) => vocab.has(text) || vocab.set(text, vocab.size);
  for (const text of specials) add(text);
  for (let byte = 0; byte < 256; byte++) add(`<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`);
  const letters = [...'▁abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,:;!?+-*/=()\n'];
  for (const letter of letters) add(letter);
  const merges: string[] = [];
  for (const word of words) {
    const [first = '', ...rest] = [...word.replaceAll(' ', '▁')];
    let built = first;
    for (const next of rest) {
      if (!vocab.has(built + next)) {
        merges.push(`${built} ${next}`);
        add(built + next);
      }
      built += next;
    }
  }
  for (const { text } of added) add(text);
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: [...specials.map((text) => ({ text })), ...added].map((special) =>
      addedToken(special, vocab.get(special.text)),
    ),
    normalizer: { type: 'Replace', pattern: { String: ' ' }, content: '▁' },
    pre_tokenizer: { type: 'Split', pattern: { String: ' ' }, behavior: 'MergedWithPrevious', invert: false },
    post_processor: null,
    decoder: {
      type: 'Sequence',
      decoders: [
        { type: 'Replace', pattern: { String: '▁' }, content: ' ' },
        { type: 'ByteFallback' },
        { type: 'Fuse' },
      ],
    },
    model: {
      type: 'BPE',
      dropout: null,
      unk_token: '<unk>',
      fuse_unk: true,
      byte_fallback: true,
      vocab: Object.fromEntries(vocab),
      merges,
    },
  };
}

/** A value as the bytes of a file. */
export function asFile(content: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(content));
}
