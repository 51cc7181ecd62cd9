import type { NamedToken } from './reply-schema.ts';
import { wordPieces } from './text-tokens.ts';

/** A piece of a reply's text: a token, where the server says which there are. */
export interface ReplyPiece {
  readonly text: string;
  readonly logprob: number | null;
  readonly likely: NamedToken['likely'];
}

export const plainPiece = (text: string): ReplyPiece => ({ text, logprob: null, likely: [] });

/**
 * The text in pieces. Tokens are found in it one after the other by their names, which may lack a space that the text has; where
 * that does not work out, as with characters that are several tokens, the text is cut at its words and nothing is said of their
 * likelihood.
 */
export function piecesOfText(text: string, named: readonly NamedToken[]): readonly ReplyPiece[] {
  if (text === '') return [];
  if (named.length === 1 && named[0]) return [{ ...named[0], text }];
  const pieces: ReplyPiece[] = [];
  let at = 0;
  for (const token of named) {
    const found = token.text === '' ? at : text.indexOf(token.text, at);
    // The end of text is a token without a text here.
    if (found < 0 || text.slice(at, found).trim() !== '') continue;
    const end = found + token.text.length;
    if (end > at) pieces.push({ ...token, text: text.slice(at, end) });
    at = end;
  }
  if (pieces.length > 0 && text.slice(at).trim() === '') {
    const last = pieces.pop();
    return last ? [...pieces, { ...last, text: last.text + text.slice(at) }] : [];
  }
  return wordPieces(text).map(plainPiece);
}
