/** An exact fraction in lowest terms; the denominator is positive. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** numerator / denominator in lowest terms, or null where the denominator is zero. */
export function rational(numerator: bigint, denominator = 1n): Rational | null {
  if (denominator === 0n) return null;
  const divisor = greatestCommonDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

export function integer(value: bigint | number): Rational {
  return { numerator: BigInt(value), denominator: 1n };
}

export const add = (a: Rational, b: Rational): Rational =>
  reduced(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);

export const negate = (a: Rational): Rational => ({ numerator: -a.numerator, denominator: a.denominator });

export const subtract = (a: Rational, b: Rational): Rational => add(a, negate(b));

export const multiply = (a: Rational, b: Rational): Rational =>
  reduced(a.numerator * b.numerator, a.denominator * b.denominator);

/** Null where b is zero. */
export const divide = (a: Rational, b: Rational): Rational | null =>
  rational(a.numerator * b.denominator, a.denominator * b.numerator);

/** Both are in lowest terms, so they are equal if their parts are. */
export const equals = (a: Rational, b: Rational): boolean =>
  a.numerator === b.numerator && a.denominator === b.denominator;

/** `7`, `-3`, `1/2`: a unique text for each number, usable as a key. */
export function rationalKey({ numerator, denominator }: Rational): string {
  return denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`;
}

/** For display: `−3`; `0.5` if at most six decimals are exact, else `1/3`. */
export function rationalText(value: Rational): string {
  const { numerator, denominator } = value;
  const sign = numerator < 0n ? '−' : '';
  const magnitude = numerator < 0n ? -numerator : numerator;
  if (denominator === 1n) return `${sign}${magnitude}`;
  for (let places = 1, scale = 10n; places <= 6; places++, scale *= 10n) {
    if (scale % denominator === 0n) {
      const digits = `${(magnitude * scale) / denominator}`.padStart(places + 1, '0');
      return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
    }
  }
  return `${sign}${magnitude}/${denominator}`;
}

function reduced(numerator: bigint, denominator: bigint): Rational {
  const divisor = greatestCommonDivisor(numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/** Euclid's algorithm. Positive, because a denominator is never zero. */
function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y > 0n) [x, y] = [y, x % y];
  return x;
}
