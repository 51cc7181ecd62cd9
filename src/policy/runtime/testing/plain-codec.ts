import type { TokenId } from '#policy/language-model.ts';
import type { TokenCodec } from '../token-codec.ts';

/** The token that ends a completion. */
export const END: TokenId = 0;
/** The token after which the answer comes. */
export const ANSWER: TokenId = 1;

/**
 * A codec for tests. Token 0 ends the text, 1 begins the answer, 2 to 5 are digits written units first. The others are
 * letters: even ones are separate words, odd ones join the word before.
 */
export const plainCodec: TokenCodec = {
  endOfText: new Set([END]),
  prompt: (problem) => plainCodec.encode(problem.family),
  encode: (text) => Array.from(text, (letter) => 6 + (letter.charCodeAt(0) % 6)),
  decode: (tokens) => tokens.map(textOf).join(''),
  reader: (prefix) => {
    let previous: TokenId | null = null;
    let answering = false;
    const read = (token: TokenId) => {
      const continues = isDigit(token) && previous !== null && isDigit(previous);
      previous = token;
      if (token === ANSWER) answering = true;
      return {
        text: textOf(token),
        placement: continues ? ('digit' as const) : token % 2 === 1 ? ('joined' as const) : ('word' as const),
        role: token <= ANSWER ? ('control' as const) : answering ? ('answer' as const) : ('thought' as const),
      };
    };
    for (const token of prefix) read(token);
    return { read };
  },
};

function isDigit(token: TokenId): boolean {
  return token >= 2 && token <= 5;
}

function textOf(token: TokenId): string {
  if (token === END) return '<end>';
  if (token === ANSWER) return '<answer>';
  return isDigit(token) ? String(token) : String.fromCharCode(97 + token - 6);
}
