import type { FailureOf } from '#run/failure.ts';
import { PolicyError } from '../policy-error.ts';
import type { TokenId } from '../language-model.ts';
import { damaged } from './manifest.ts';

/** Control tokens that every embedded model has. */
export const control = {
  pad: '<pad>',
  begin: '<bos>',
  end: '<eos>',
  none: '<none>',
  low: '<low>',
  high: '<high>',
  think: '<think>',
  endThink: '</think>',
  wait: 'Wait',
} as const;

/** A digit with its place value: `7@0` is 7 units, `8@2` is 8 hundreds. */
export interface PlacedDigit {
  readonly digit: string;
  readonly place: number;
}

const placedDigit = /^(\d)@(\d+)$/;

/** The token texts of a model by id, and how numbers are spelt with them. */
export class Vocabulary {
  private readonly ids: ReadonlyMap<string, TokenId>;
  private readonly digits: readonly (PlacedDigit | null)[];
  /** Numbers are spelt digit by digit, units first. Otherwise each number is one token. */
  readonly hasPlacedDigits: boolean;
  private readonly pieces: RegExp;

  /** Throws PolicyError `model-damaged` if a control token, or one of the `further` tokens that this model needs, is missing. */
  constructor(
    private readonly texts: readonly string[],
    further: readonly string[] = [],
  ) {
    this.ids = new Map(texts.map((text, id) => [text, id]));
    this.digits = texts.map((text) => {
      const [, digit, place] = placedDigit.exec(text) ?? [];
      return digit !== undefined && place !== undefined ? { digit, place: Number(place) } : null;
    });
    this.hasPlacedDigits = this.digits.some((digit) => digit !== null);
    for (const text of [...Object.values(control), ...further]) {
      if (!this.ids.has(text)) throw damaged({ kind: 'token-missing', token: text });
    }
    const words = texts.filter((text) => !/^\d+(@\d+)?$/.test(text)).sort((a, b) => b.length - a.length);
    this.pieces = new RegExp(`${words.map(wholeWord).join('|')}|\\d+|\\p{L}+|\\S`, 'gu');
  }

  id(text: string): TokenId {
    const id = this.ids.get(text);
    if (id === undefined) throw unknownToken({ kind: 'word', text });
    return id;
  }

  text(id: TokenId): string {
    const text = this.texts[id];
    if (text === undefined) throw unknownToken({ kind: 'id', token: id, model: null });
    return text;
  }

  /** The digit that a token is; null for any other token. */
  placedDigit(id: TokenId): PlacedDigit | null {
    return this.digits[id] ?? null;
  }

  /** Tokens of a text; white space only separates. Throws PolicyError `unknown-token`. */
  spell(text: string): readonly TokenId[] {
    const typed = text.replaceAll('×', '*').replaceAll('−', '-').replaceAll('÷', '/');
    return (typed.match(this.pieces) ?? []).flatMap((piece) =>
      /^\d/.test(piece) ? this.number(piece) : [this.id(piece.replace(/\s+/g, ' '))],
    );
  }

  private number(written: string): readonly TokenId[] {
    const texts = this.hasPlacedDigits
      ? written
          .split('')
          .toReversed()
          .map((digit, place) => `${digit}@${place}`)
      : [written];
    if (!texts.every((text) => this.ids.has(text))) throw unknownToken({ kind: 'number', written });
    return texts.map((text) => this.id(text));
  }
}

function unknownToken(why: FailureOf<'unknown-token'>['why']): PolicyError {
  return new PolicyError({ code: 'unknown-token', why });
}

/** A pattern for a token's text, with any length of spaces. A word must not be the beginning of a longer one. */
function wholeWord(text: string): string {
  const escaped = text.replace(/[\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll(' ', String.raw`\s+`);
  return /\p{L}$/u.test(text) ? String.raw`${escaped}(?!\p{L})` : escaped;
}
