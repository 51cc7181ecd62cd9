import { surely } from '#experiment/surely.ts';
import { quoted } from '#run/failure.ts';
import { Tokenizer } from '@huggingface/tokenizers';
import type { TokenId } from '#policy/language-model.ts';
import { PolicyError } from '#policy/policy-error.ts';
import { damagedConfig } from './chat-config.ts';
import type { PromptPart, PromptPiece } from './chat-template.ts';
import { tokenBytes, type TokenBytes } from './token-bytes.ts';

/** Text to tokens, exactly as the tokeniser that WebLLM itself uses. */
export interface TokenEncoder {
  readonly bytes: TokenBytes;
  /** Control tokens written in the text are read as such. */
  encode(text: string): readonly TokenId[];
  /** One piece of a prompt. Control tokens are read as such except in what came from outside. */
  encodePiece(piece: PromptPiece): readonly TokenId[];
  /** The token that is this text, where there is one. */
  idOf(text: string): TokenId | undefined;
}

/**
 * A tokeniser from a parsed `tokenizer.json`. Its config file is not asked: WebLLM's own tokeniser does not read it either.
 * Throws PolicyError `model-damaged` where it is none.
 */
export function tokenEncoder(json: unknown): TokenEncoder {
  const tokenizer = open(json);
  const bytes = tokenBytes(json, (id) => tokenizer.id_to_token(id));
  const control = controlPattern(bytes);

  function encode(text: string): readonly TokenId[] {
    if (text === '') return [];
    // The type promises numbers; a text that the vocabulary cannot spell gives undefined.
    const ids: readonly (TokenId | undefined)[] = tokenizer.encode(text, { add_special_tokens: false }).ids;
    if (!ids.every((id) => id !== undefined))
      throw new PolicyError({ code: 'unknown-token', why: { kind: 'text' } });
    return ids;
  }

  return {
    bytes,
    encode,
    encodePiece(piece) {
      const text = piece.map((part) => part.text).join('');
      const cuts = [...cutsIn(piece, control), text.length];
      return cuts.flatMap((end, index) => encode(text.slice(index === 0 ? 0 : cuts[index - 1], end)));
    },
    idOf: (text) => tokenizer.token_to_id(text),
  };
}

function open(json: unknown): Tokenizer {
  if (typeof json !== 'object' || json === null) throw damagedConfig({ kind: 'no-tokeniser' });
  try {
    // What it puts around a text is the chat template's business.
    return new Tokenizer(
      {
        normalizer: null,
        pre_tokenizer: null,
        decoder: null,
        added_tokens: [],
        ...json,
        post_processor: null,
      },
      {},
    );
  } catch (cause) {
    throw damagedConfig({ kind: 'tokeniser-unreadable', detail: quoted(cause) }, { cause });
  }
}

/** The texts of all control tokens; null where there are none. */
function controlPattern({ added }: TokenBytes): RegExp | null {
  const texts = added
    .filter(({ special, text }) => text.length > 1 && (special || /^[<[].*[>\]]$/.test(text)))
    .map(({ text }) => text);
  if (texts.length === 0) return null;
  return new RegExp(
    texts
      .toSorted((a, b) => b.length - a.length)
      .map((text) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
      .join('|'),
    'gu',
  );
}

/**
 * Where the text of a piece is to be cut so that control tokens in what came from outside fall apart into plain text: a
 * person's `<|im_end|>` must not end the question. Between the first two characters of each.
 */
function cutsIn(piece: readonly PromptPart[], control: RegExp | null): readonly number[] {
  const cuts: number[] = [];
  let start = 0;
  for (const { text, given } of piece) {
    if (given && control) {
      control.lastIndex = 0;
      for (let found = control.exec(text); found; found = control.exec(text)) {
        const first = surely(text.codePointAt(found.index), 'a letter') > 0xffff ? 2 : 1;
        cuts.push(start + found.index + first);
        control.lastIndex = found.index + first;
      }
    }
    start += text.length;
  }
  return cuts;
}
