/** A tokeniser in the format of Hugging Face's `tokenizer.json`, and the ids that the chat template needs. */
export interface ByteTokenizer {
  readonly json: unknown;
  readonly special: ReadonlyMap<string, number>;
}

/**
 * Byte-level BPE over a vocabulary of any size. Text is encoded to the words given (with a space before them) where they
 * match and to single bytes elsewhere; whatever a model without sense may draw reads as numbers and made-up words.
 *
 * Ids: the 256 bytes, then the special tokens, the words with all their beginnings, and fillers to the end.
 *
 * @param markers tokens such as `<think>`: one token each, but shown as text.
 */
export function makeByteTokenizer(
  size: number,
  words: readonly string[],
  controls: readonly string[],
  markers: readonly string[],
): ByteTokenizer {
  const ids = new Map(byteCharacters().map((character, byte) => [character, byte]));
  const add = (token: string): void => {
    if (ids.size < size && !ids.has(token)) ids.set(token, ids.size);
  };
  for (const token of [...controls, ...markers]) add(token);

  // A word is joined letter by letter from its space on. No other merges exist, so there is one way to join a text.
  const merges: string[] = [];
  for (const word of words) {
    for (let length = 1; length <= word.length && ids.size < size; length++) {
      const token = `Ġ${word.slice(0, length)}`;
      if (ids.has(token)) continue;
      add(token);
      merges.push(`Ġ${word.slice(0, length - 1)} ${word[length - 1]!}`);
    }
  }
  for (let filler = 0; ids.size < size; filler++)
    add(`Ġ${filler % 2 === 0 ? filler / 2 : madeUpWord(filler)}`);

  const special = new Map([...controls, ...markers].map((token) => [token, ids.get(token)!]));
  return {
    special,
    json: {
      version: '1.0',
      truncation: null,
      padding: null,
      added_tokens: [...special].map(([content, id]) => ({
        id,
        content,
        single_word: false,
        lstrip: false,
        rstrip: false,
        normalized: false,
        special: controls.includes(content),
      })),
      normalizer: null,
      pre_tokenizer: { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true },
      post_processor: null,
      decoder: { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true },
      model: {
        type: 'BPE',
        dropout: null,
        unk_token: null,
        continuing_subword_prefix: null,
        end_of_word_suffix: null,
        fuse_unk: false,
        byte_fallback: false,
        vocab: Object.fromEntries(ids),
        merges,
      },
    },
  };
}

/** The printable character that stands for each byte in byte-level vocabularies, as GPT-2 chose them. */
function byteCharacters(): string[] {
  const printable = (byte: number): boolean =>
    (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174;
  let others = 0;
  return Array.from({ length: 256 }, (_, byte) =>
    String.fromCodePoint(printable(byte) ? byte : 256 + others++),
  );
}

/** Syllables, one for each digit of the number: different numbers make different words. */
function madeUpWord(number: number): string {
  const syllables = ['ba', 'ke', 'li', 'mo', 'nu', 'pa', 're', 'si', 'to', 'vu'];
  return [...String(number)].map((digit) => syllables[Number(digit)]!).join('');
}
