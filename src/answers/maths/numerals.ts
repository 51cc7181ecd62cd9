import { itemAt, surely } from '#experiment/surely.ts';
import { add, integer, multiply, rational, type Rational } from '../rational.ts';

const mostDigits = 400;
const spaces = ' \\u00a0\\u2009\\u202f';
/** 1,234,567 and similar: one to three digits, then groups of three after the same mark. */
const grouped = (marks: string) =>
  new RegExp(
    String.raw`([1-9][0-9]{0,2})(?:(${marks})[0-9]{3})(?:\2[0-9]{3})*(?![0-9]|\2[0-9])(?:\.[0-9]+)?`,
    'y',
  );
const marked = String.raw`\{,\}|,\\!\s?|\\!\s?,|,\{\}|\\,|\\;|\\ |[${spaces}’']`;
const anywhere = grouped(marked);
const outside = grouped(`${marked}|,`);
/** 1.234.567, and 1.234,5. */
const dotted = /[1-9][0-9]{0,2}(?:(?:\.[0-9]{3}){2,}(?:,[0-9]+)?|(?:\.[0-9]{3})+,[0-9]{1,2})(?![0-9.,])/y;
const plain =
  /[0-9]+(?:\.[0-9]+|\.(?=\\(?:overline|bar|dot)))?|\.[0-9]+|\.(?=\\(?:overline|bar)\s*\{?[0-9])/y;
const exponent = /[eE]([+-]?)([0-9]{1,3})(?![0-9A-Za-z.])/y;
const repeating = /\s?\\(?:overline|bar|dot)\s*\{?\s*([0-9]{1,40})\s*\}?/y;

/**
 * The number that begins at a position: thousands grouped in any usual way, a repeating part under a line, a power of ten.
 *
 * @param commas whether a comma may group thousands here. In brackets it separates instead.
 */
export function readNumber(
  text: string,
  at: number,
  commas: boolean,
): { readonly value: Rational; readonly end: number } | null {
  const found =
    match(commas ? outside : anywhere, text, at) ??
    (commas ? match(dotted, text, at) : null) ??
    match(plain, text, at);
  if (!found || found[0].length > mostDigits) return null;
  const isDotted = found.length === 1 && /^[0-9]{1,3}\.[0-9]{3}[.,]/.test(found[0]);
  const digits = isDotted
    ? found[0].replaceAll('.', '').replace(',', '.')
    : found[0].replace(found.length > 1 ? /[^0-9.]/g : /$^/g, '');
  const [whole = '', fraction = ''] = digits.split('.');
  const value = fractionOf(BigInt(`0${whole}${fraction}`), 10n ** BigInt(fraction.length));
  const end = at + found[0].length;
  const repeats = digits.includes('.') ? match(repeating, text, end) : null;
  if (repeats) {
    const period = itemAt(repeats, 1);
    const part = fractionOf(
      BigInt(period),
      10n ** BigInt(fraction.length) * (10n ** BigInt(period.length) - 1n),
    );
    return { value: add(value, part), end: end + repeats[0].length };
  }
  const scale = match(exponent, text, end);
  if (!scale) return { value, end };
  const power = 10n ** BigInt(itemAt(scale, 2));
  return {
    value: multiply(value, scale[1] === '-' ? fractionOf(1n, power) : integer(power)),
    end: end + scale[0].length,
  };
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const fractionOf = (numerator: bigint, denominator: bigint): Rational =>
  surely(rational(numerator, denominator), 'fraction');
