import type { Rational } from './rational.ts';
import { rational } from './rational.ts';

/**
 * Where a numeral stands. `whole`: the text is the answer and nothing else. `running`: among other words, where "3,4" or
 * "12 345" may be two numbers, so that only separators that nobody uses between numbers count as part of one.
 */
export type NumeralContext = 'whole' | 'running';

export interface Numeral {
  readonly value: Rational;
  /** Position after its last character. */
  readonly end: number;
}

/** Longer numerals are refused: model output is untrusted, and exact arithmetic on a million digits takes minutes. */
const mostDigits = 60;
/** Characters, with separators. The bound also keeps a long list of numbers from being read again at each of them. */
const longestNumeral = 100;

const noBreakSpaces = '\u00a0\u2009\u202f';
const groupMarks: Readonly<Record<NumeralContext, string>> = {
  whole: `,.'’_ ${noBreakSpaces}`,
  running: `,.'’${noBreakSpaces}`,
};

export const isDigit = (character: string | undefined): boolean =>
  character !== undefined && character >= '0' && character <= '9';

/**
 * Reads digits with their separators at a position:
 *
 * - `1,234` `1,234,567`: a comma before groups of three separates thousands.
 * - `1.5` `1.234`: a single full stop is a decimal point, even before three digits.
 * - `1.234.567`: several full stops before groups of three separate thousands.
 * - `1.234,5` `1,234.5` `1 234,5`: the last mark, used once, is the decimal mark.
 * - `1 234`, `1'234`: spaces and apostrophes before groups of three separate thousands (an ordinary space only in `whole`).
 * - `1,5` `0,125`: a comma that cannot separate thousands is a decimal comma, in `whole` only.
 *
 * Anything else, such as `12,34,567`, is ambiguous: null in `whole`, the digits before the first mark in `running`.
 */
export function readNumeral(text: string, at: number, context: NumeralContext): Numeral | null {
  const marks = groupMarks[context];
  let end = at;
  while (
    end - at < longestNumeral &&
    (isDigit(text[end]) || (marks.includes(text[end] ?? '\n') && joins(text, end)))
  )
    end += 1;
  const interpreted = interpret(text.slice(at, end), context);
  if (interpreted) return { value: interpreted, end };
  if (context === 'whole') return null;
  for (end = at; isDigit(text[end]);) end += 1;
  const digits = decimal(text.slice(at, end), '');
  return digits && { value: digits, end };
}

/** True if a mark is part of the numeral: a digit follows it. A space needs three digits after it, because `1 1/2` has one too. */
function joins(text: string, mark: number): boolean {
  return /\s/.test(text.charAt(mark))
    ? /^[0-9]{3}(?![0-9])/.test(text.slice(mark + 1, mark + 5))
    : isDigit(text[mark + 1]);
}

function interpret(written: string, context: NumeralContext): Rational | null {
  const groups = written.split(/[^0-9]/);
  const marks = written
    .split(/[0-9]+/)
    .filter((mark) => mark !== '')
    .map((mark) => (noBreakSpaces.includes(mark) ? ' ' : mark));
  const last = marks.at(-1);
  if (last === undefined) return decimal(written, '');
  const kinds = new Set(marks);
  const fraction = groups.at(-1) ?? '';
  const whole = groups.slice(0, -1);
  switch (kinds.size) {
    case 1:
      if (last === '.' && marks.length === 1) return decimal(whole.join(''), fraction);
      if (areThousands(groups)) return decimal(groups.join(''), '');
      return last === ',' && marks.length === 1 && context === 'whole'
        ? decimal(whole.join(''), fraction)
        : null;
    case 2: {
      const isDecimalMark = (last === '.' || last === ',') && marks.indexOf(last) === marks.length - 1;
      return isDecimalMark && areThousands(whole) ? decimal(whole.join(''), fraction) : null;
    }
    default:
      return null;
  }
}

/** 1 234 567: one to three digits, not 0, then groups of three. */
function areThousands([first = '', ...rest]: readonly string[]): boolean {
  return (
    first.length >= 1 &&
    first.length <= 3 &&
    !first.startsWith('0') &&
    rest.length > 0 &&
    rest.every((group) => group.length === 3)
  );
}

function decimal(whole: string, fraction: string): Rational | null {
  const digits = whole + fraction;
  if (digits === '' || digits.length > mostDigits) return null;
  return rational(BigInt(digits), 10n ** BigInt(fraction.length));
}
