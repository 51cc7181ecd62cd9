import type { Passage } from './passages.ts';

/** Where a text stands: the passage, and the tokens of the trace that it touches, by their places in it. */
export interface FoundText {
  readonly passage: number;
  readonly tokens: readonly number[];
}

/** More are not counted. */
export const mostPlaces = 1_000;

/** Every place of a text in a thought, in order and without overlap; capital and small letters are one. [] for an empty text. */
export function findInPassages(passages: readonly Passage[], text: string): readonly FoundText[] {
  const wanted = text.toLowerCase();
  const found: FoundText[] = [];
  if (wanted.trim() === '') return found;
  for (const passage of passages) {
    const said = passage.text.toLowerCase();
    for (let at = said.indexOf(wanted); at >= 0; at = said.indexOf(wanted, at + wanted.length)) {
      found.push({ passage: passage.index, tokens: tokensIn(passage, at, at + wanted.length) });
      if (found.length === mostPlaces) return found;
    }
  }
  return found;
}

/** The tokens that some characters of a passage's text belong to. */
function tokensIn({ segments }: Passage, from: number, to: number): readonly number[] {
  const tokens: number[] = [];
  let at = 0;
  for (const [place, { text, spaced, pieces }] of segments.entries()) {
    if (spaced && place > 0) at += 1;
    let piece = at;
    for (const { index, token } of pieces) {
      if (piece < to && piece + token.text.length > from) tokens.push(index);
      piece += token.text.length;
    }
    at += text.length;
  }
  return tokens;
}
