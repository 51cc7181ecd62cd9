/** What may stand in a number field or behind a flag: both bounds included. */
export interface NumberRange {
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
}

export type TypedNumber =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly fault: NumberFault };

/** Why a text is no number that could be meant; `typed` is what stood there, cut short. */
export type NumberFault =
  | { readonly why: 'missing'; readonly range: NumberRange }
  | { readonly why: 'out-of-range'; readonly typed: string; readonly range: NumberRange }
  | ({ readonly typed: string } & Unreadable);

type Unreadable =
  /** `example`: a number that could stand there. */
  | { readonly why: 'no-number'; readonly example: number }
  | { readonly why: 'odd-thousands' }
  | { readonly why: 'fraction' }
  /** A mark that stands before thousands or a fraction. */
  | { readonly why: 'full-stop' | 'comma'; readonly readings: readonly [string, string] };

/**
 * Reads a number as people type it, all of the text or nothing.
 *
 * - Thousands may stand apart: `1,000`, `1 000`, `1'000`, `1_000`, and `1.000.000`, whose full stops can be nothing else.
 * - One full stop is a decimal point where fractions are allowed. Where they are not, `1.000` is one or a thousand, so it
 *   is asked about; `1.5` is refused, not rounded.
 * - One comma is a decimal comma where fractions are allowed, but for `1,000`, which is asked about there.
 * - Digits, signs, commas and spaces of full width count as the usual ones.
 *
 * Powers (`1e3`), other bases (`0x10`) and words (`12abc`) are no numbers here: nothing is cut off or guessed.
 */
export function readTypedNumber(typed: string, range: NumberRange): TypedNumber {
  const text = plain(typed);
  if (text === '') return refused({ why: 'missing', range });
  const [, sign = '', digits = ''] = /^([+-]?)\s?(.*)$/s.exec(text) ?? [];
  const read = magnitude(digits, range);
  if (typeof read !== 'number') return refused({ typed: shown(typed), ...read });
  const value = sign === '-' && read !== 0 ? -read : read;
  return value >= range.min && value <= range.max
    ? { ok: true, value }
    : refused({ why: 'out-of-range', typed: shown(typed), range });
}

/** The number without its sign; or what is wrong with the text. */
function magnitude(text: string, { max, whole }: NumberRange): number | Unreadable {
  if (/^\d+$/.test(text)) return Number(text);
  const groups = text.split(/[^\d]/);
  const marks = text.replaceAll(/\d/g, '');
  const [mark = '', ...others] = new Set(marks);
  if (!/^[.,' _]+$/.test(marks) || !/\d/.test(text))
    return { why: 'no-number', example: Math.min(max, 1000) };
  const decimal = marks.at(-1) === '.' || marks.at(-1) === ',' ? marks.at(-1) : undefined;
  if (others.length === 0 && areThousands(groups)) {
    const once = marks.length === 1;
    if (once && mark === '.')
      return whole
        ? { why: 'full-stop', readings: [groups[0] ?? '', groups.join('')] }
        : Number(`${groups[0]}.${groups[1]}`);
    if (once && mark === ',' && !whole)
      return { why: 'comma', readings: [`${groups[0]}.${groups[1]}`, groups.join('')] };
    return Number(groups.join(''));
  }
  // The last mark, used once, parts the fraction from a whole number in digits or in thousands.
  const before = groups.slice(0, -1);
  const parted =
    decimal !== undefined &&
    marks.indexOf(decimal) === marks.length - 1 &&
    (before.length === 1 || (new Set(marks.slice(0, -1)).size === 1 && areThousands(before)));
  if (!parted) return { why: 'odd-thousands' };
  return whole ? { why: 'fraction' } : Number(`${before.join('') || '0'}.${groups.at(-1)}`);
}

/** 1 234 567: one to three digits, not 0, then groups of three. */
function areThousands([first = '', ...rest]: readonly string[]): boolean {
  return /^[1-9]\d{0,2}$/.test(first) && rest.length > 0 && rest.every((group) => group.length === 3);
}

/** Digits and signs as a keyboard has them, whatever keyboard it was. */
function plain(typed: string): string {
  return typed
    .replaceAll(/[０-９，．＿＇]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replaceAll(/[−－–﹣]/g, '-')
    .replaceAll('＋', '+')
    .replaceAll('’', "'")
    .replaceAll(/\s/g, ' ')
    .trim();
}

const shown = (typed: string): string =>
  typed.trim().length > 24 ? `${typed.trim().slice(0, 23)}…` : typed.trim();

const refused = (fault: NumberFault): TypedNumber => ({ ok: false, fault });
