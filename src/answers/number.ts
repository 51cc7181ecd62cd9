import { itemAt } from '#experiment/surely.ts';
import type { Numeral, NumeralContext } from './numeral.ts';
import { isDigit, readNumeral } from './numeral.ts';
import type { Rational } from './rational.ts';
import { add, divide, multiply, negate, rational } from './rational.ts';

/** A number in a text, with its position. */
export interface FoundNumber {
  readonly value: Rational;
  readonly start: number;
  readonly end: number;
}

/** Characters. A longer text is not one number. */
const longestNumber = 200;

const vulgar: Readonly<Record<string, readonly [bigint, bigint]>> = {
  '½': [1n, 2n],
  '⅓': [1n, 3n],
  '⅔': [2n, 3n],
  '¼': [1n, 4n],
  '¾': [3n, 4n],
  '⅕': [1n, 5n],
  '⅛': [1n, 8n],
};
const scales: readonly (readonly [string, bigint])[] = [
  ['thousand', 1_000n],
  ['million', 1_000_000n],
  ['billion', 1_000_000_000n],
];
const minus = /[-−–]/;
const currency = /^(?:\\?\$|€|£|¥|(?:USD|EUR|GBP)\b)/;

/**
 * The text as one number, or null: integers, decimals, fractions (`1/2`, `\frac{1}{2}`, `½`, `1 1/2`), signs, currency,
 * units and the wrapping of LaTeX and Markdown. Thousands and decimal marks: see `readNumeral`.
 *
 * A percent sign divides by a hundred, so `50%`, `0.5` and `1/2` are the same number and `50` is another: without the
 * sign, nothing shows that a percentage is meant. Units are removed and not converted: `5 km` is 5.
 */
export function parseNumber(text: string): Rational | null {
  if (text.length > longestNumber) return null;
  const bare = unwrap(text.slice(text.lastIndexOf('=') + 1));
  const { at, negative } = readSigns(bare);
  const found = readNumber(bare, at, 'whole');
  if (!found) return null;
  const scale = readUnit(bare.slice(found.end));
  if (scale === null) return null;
  const value = multiply(found.value, { numerator: scale, denominator: 1n });
  return negative ? negate(value) : value;
}

/** The last number in a text, or null. Linear in the text's length. */
export function lastNumber(text: string): FoundNumber | null {
  let last: FoundNumber | null = null;
  for (let at = 0; at < text.length;) {
    const found = startsNumber(text, at) ? readNumber(text, at, 'running') : null;
    if (found) {
      const start = signBefore(text, at);
      last = { value: start < at ? negate(found.value) : found.value, start, end: found.end };
    }
    at = found ? found.end : at + 1;
  }
  return last;
}

/** The first number in a text, or null. */
export function firstNumber(text: string): FoundNumber | null {
  for (let at = 0; at < text.length; at++) {
    const found = startsNumber(text, at) ? readNumber(text, at, 'running') : null;
    if (found) {
      const start = signBefore(text, at);
      return { value: start < at ? negate(found.value) : found.value, start, end: found.end };
    }
  }
  return null;
}

/** False for digits that belong to a word (x2) or to a number that was refused as a whole. */
function startsNumber(text: string, at: number): boolean {
  const character = text.charAt(at);
  if (character === '\\') return /^\\[dt]?frac/.test(text.slice(at, at + 6));
  if (vulgar[character]) return true;
  if (character === '.') return isDigit(text[at + 1]) && !isDigit(text[at - 1]);
  return isDigit(character) && !/[\p{L}\p{N}_]/u.test(text[at - 1] ?? '');
}

/** The start of the number at `at` with its sign: at its minus, unless that is a subtraction. */
function signBefore(text: string, at: number): number {
  const place = skipBack(text, at - 1, /[\s$€£¥\\]/);
  if (!minus.test(text[place] ?? '')) return at;
  const before = skipBack(text, place - 1, /\s/);
  const touches = place === at - 1;
  if (/[\p{N})\]}%]/u.test(text[before] ?? '')) return at;
  // "is -5" has a sign; "word-5" and "word - 5" have a dash.
  if (/\p{L}/u.test(text[before] ?? '')) return touches && before < place - 1 ? place : at;
  // "- 9" at the start of a line is an item of a list.
  return !touches && text.slice(before + 1, place).includes('\n') ? at : place;
}

/** The nearest position before `at` that is not skipped; looks back far enough for any sign. */
function skipBack(text: string, at: number, skipped: RegExp): number {
  const furthest = at - 20;
  let place = at;
  while (place > furthest && skipped.test(text[place] ?? '')) place -= 1;
  return place;
}

/** A number without its sign. */
function readNumber(text: string, at: number, context: NumeralContext): Numeral | null {
  const magnitude = readFraction(text, at) ?? readDigits(text, at, context);
  return magnitude && readPercent(text, magnitude);
}

function readDigits(text: string, at: number, context: NumeralContext): Numeral | null {
  const plain =
    text[at] === '.'
      ? readNumeral(`0${text.slice(at, at + longestNumber)}`, 0, context)
      : readNumeral(text, at, context);
  // Of `.3,5` only the 0 that was prepended could be read, which consumes no text: not a number.
  if (!plain || (text[at] === '.' && plain.end === 1)) return null;
  const whole = text[at] === '.' ? { value: plain.value, end: at + plain.end - 1 } : plain;
  return (
    readExponent(text, whole) ?? readMixed(text, whole, context) ?? readDivisor(text, whole, context) ?? whole
  );
}

/** `\frac{a}{b}`, `\frac12` and ½. */
function readFraction(text: string, at: number): Numeral | null {
  const parts = vulgar[text[at] ?? ''];
  if (parts) return { value: { numerator: parts[0], denominator: parts[1] }, end: at + 1 };
  if (text[at] !== '\\') return null;
  const found = /^\\[dt]?frac(?:\{ ?([0-9]{1,30}) ?\} ?\{ ?([0-9]{1,30}) ?\}|([0-9])([0-9]))/.exec(
    text.slice(at, at + 80),
  );
  const value = found && rational(BigInt(found[1] ?? found[3] ?? 0), BigInt(found[2] ?? found[4] ?? 0));
  return value && { value, end: at + found[0].length };
}

/** 1e3, 2.5E-2. */
function readExponent(text: string, { value, end }: Numeral): Numeral | null {
  const found = /^[eE]([+-]?)([0-9]{1,2})(?![\p{L}\p{N}])/u.exec(text.slice(end, end + 6));
  if (!found) return null;
  const scale = { numerator: 10n ** BigInt(itemAt(found, 2)), denominator: 1n };
  const scaled = found[1] === '-' ? divide(value, scale) : multiply(value, scale);
  return scaled && { value: scaled, end: end + found[0].length };
}

/** 1½, 1 1/2, 1\frac{1}{2}. */
function readMixed(text: string, whole: Numeral, context: NumeralContext): Numeral | null {
  if (whole.value.denominator !== 1n) return null;
  const close =
    readFraction(text, whole.end) ??
    (text[whole.end] === ' ' && context === 'whole' ? readFraction(text, whole.end + 1) : null);
  if (close) return { value: add(whole.value, close.value), end: close.end };
  const apart =
    context === 'whole' &&
    /^ {1,2}([0-9]{1,30})[/⁄]([0-9]{1,30})/.exec(text.slice(whole.end, whole.end + 64));
  const part = apart && rational(BigInt(itemAt(apart, 1)), BigInt(itemAt(apart, 2)));
  return part ? { value: add(whole.value, part), end: whole.end + apart[0].length } : null;
}

/** The denominator of 1/2. Division by zero is not a number; in running text the numerator then stands alone. */
function readDivisor(text: string, { value, end }: Numeral, context: NumeralContext): Numeral | null {
  const pattern = context === 'whole' ? /^ ?[/⁄∕] ?([0-9]{1,60})(?![0-9.,])/ : /^[/⁄∕]([0-9]{1,60})(?![0-9])/;
  const found = pattern.exec(text.slice(end, end + 70));
  const quotient = found && divide(value, { numerator: BigInt(itemAt(found, 1)), denominator: 1n });
  return quotient ? { value: quotient, end: end + found[0].length } : null;
}

function readPercent(text: string, { value, end }: Numeral): Numeral {
  const found = /^\s?(?:\\?%|per ?cent\b)/i.exec(text.slice(end, end + 12));
  const hundredth = { numerator: 1n, denominator: 100n };
  return found ? { value: multiply(value, hundredth), end: end + found[0].length } : { value, end };
}

/** Signs and currency in front, in either order: −$5, $−5. */
function readSigns(text: string): { readonly at: number; readonly negative: boolean } {
  let [at, negative, signed] = [0, false, false];
  for (;;) {
    const character = text[at] ?? '';
    const money = currency.exec(text.slice(at, at + 4));
    if (!signed && (minus.test(character) || character === '+')) {
      [negative, signed] = [character !== '+', true];
      at += 1;
    } else if (money) at += money[0].length;
    else if (character === ' ') at += 1;
    else return { at, negative };
  }
}

/** What a unit multiplies the number by (5 million), or null if the rest of the text is more than a unit. */
function readUnit(rest: string): bigint | null {
  const unit = rest.trim().toLowerCase();
  const known = scales.find(([word]) => unit.startsWith(word));
  const words = unit.split(/\s+/).length;
  return unit.length <= 40 && words <= 3 && /^(?:[\p{L}°²³µ€$£¥{}\\·./ ]|\^\{?[0-9])*$/u.test(unit)
    ? (known?.[1] ?? 1n)
    : null;
}

/** Removes what surrounds a number in LaTeX, Markdown and sentences. */
function unwrap(text: string): string {
  let bare = text
    .replace(/\\[,;!: ]|~|\\left|\\right/g, '')
    .replaceAll('{,}', ',')
    .trim();
  for (let layers = 0; layers < 6; layers++) {
    const inner = peel(bare);
    if (inner === bare) break;
    bare = inner;
  }
  return bare;
}

function peel(text: string): string {
  const boxed = /^\\(?:boxed|text|mathrm|mathbf)\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}$/.exec(text);
  if (boxed) return itemAt(boxed, 1).trim();
  for (const [open, close] of [
    ['$$', '$$'],
    ['$', '$'],
    ['\\(', '\\)'],
    ['\\[', '\\]'],
    ['**', '**'],
    ['`', '`'],
    ['"', '"'],
    ['(', ')'],
  ] as const) {
    if (text.length > open.length + close.length && text.startsWith(open) && text.endsWith(close)) {
      return text.slice(open.length, -close.length).trim();
    }
  }
  return text.replace(/[.!]$/, '').trim();
}
