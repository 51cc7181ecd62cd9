import {
  integer,
  multiply,
  negate as negateExact,
  add as addExact,
  divide as divideExact,
  rational,
  rationalKey,
  type Rational,
} from '../rational.ts';
import { hashText } from './hash.ts';
import {
  bitLength,
  complex,
  type Complex,
  exponential,
  fractionBits,
  integerRoot,
  logarithm,
  over,
  plus,
  squareRoot,
  timesComplex,
  trusted,
  unit,
} from './fixed.ts';

/** The value of an expression: an exact fraction, or else a complex number with 640 bits after the point. */
export type Value = Rational | Complex;

/** Bits of a numerator or denominator. */
const mostBits = 1 << 14;

export const isExact = (value: Value): value is Rational => 'numerator' in value;

const bounded = (value: Rational | null): Rational | null =>
  value && bitLength(value.numerator) + bitLength(value.denominator) <= mostBits ? value : null;

/** Null if it is too large or too small for fixed point. */
export function toComplex(value: Value): Complex | null {
  if (!isExact(value)) return value;
  return value.numerator === 0n
    ? complex(0n)
    : trusted(complex((value.numerator << BigInt(fractionBits)) / value.denominator));
}

export const addValues = (a: Value, b: Value): Value | null =>
  isExact(a) && isExact(b) ? bounded(addExact(a, b)) : both(a, b, plus);
export const product = (a: Value, b: Value): Value | null =>
  isExact(a) && isExact(b)
    ? bounded(multiply(a, b))
    : isZero(a) || isZero(b)
      ? integer(0)
      : both(a, b, timesComplex);
export const quotient = (a: Value, b: Value): Value | null =>
  isExact(a) && isExact(b) ? bounded(divideExact(a, b)) : both(a, b, over);
export const negateValue = (a: Value): Value => (isExact(a) ? negateExact(a) : { re: -a.re, im: -a.im });

const isZero = (a: Value): boolean => isExact(a) && a.numerator === 0n;

function both(a: Value, b: Value, operate: (a: Complex, b: Complex) => Complex | null): Value | null {
  const [first, second] = [toComplex(a), toComplex(b)];
  const result = first && second && operate(first, second);
  return result && trusted(result);
}

/** base ^ exponent. The odd root of a negative number is the real one. */
export function power(base: Value, exponent: Value): Value | null {
  if (isExact(exponent)) {
    if (exponent.denominator === 1n) return integerPower(base, exponent.numerator);
    if (exponent.denominator <= 64n) {
      const found = root(base, exponent.denominator);
      return found && integerPower(found, exponent.numerator);
    }
  }
  if (isExact(base) && base.numerator === 0n) return null;
  const [from, to] = [toComplex(base), toComplex(exponent)];
  const size = from && logarithm(from);
  const result = size && to && exponential(timesComplex(size, to));
  return result && trusted(result);
}

function integerPower(base: Value, exponent: bigint): Value | null {
  if (exponent < 0n) {
    const whole = integerPower(base, -exponent);
    return whole && quotient(integer(1), whole);
  }
  if (exponent === 0n) return isZero(base) ? null : integer(1);
  if (isExact(base)) {
    const { numerator, denominator } = base;
    const size = BigInt(bitLength(numerator) + bitLength(denominator));
    const small = (numerator === 1n || numerator === -1n || numerator === 0n) && denominator === 1n;
    if (!small && size * exponent > BigInt(mostBits)) return null;
    if (small) return integer(exponent % 2n === 0n ? numerator * numerator : numerator);
    return { numerator: numerator ** exponent, denominator: denominator ** exponent };
  }
  if (exponent > 4096n) return null;
  let [result, square]: [Value | null, Value | null] = [integer(1), base];
  for (let rest = exponent; rest > 0n && result && square; rest >>= 1n) {
    if (rest & 1n) result = product(result, square);
    if (rest > 1n) square = product(square, square);
  }
  return result;
}

/** The nth root, exact if it is a fraction. */
export function root(value: Value, degree: bigint): Value | null {
  if (degree < 1n || degree > 1000n) return null;
  if (isExact(value)) {
    if (value.numerator < 0n && degree % 2n === 1n) {
      const positive = root(negateExact(value), degree);
      return positive && negateValue(positive);
    }
    const [above, below] = [exactRoot(value.numerator, degree), exactRoot(value.denominator, degree)];
    if (above !== null && below !== null) return rational(above, below);
  }
  const from = toComplex(value);
  if (!from) return null;
  if (from.re === 0n && from.im === 0n) return integer(0);
  if (from.im === 0n && from.re < 0n && degree % 2n === 1n) {
    const positive = root(negateValue(value), degree);
    return positive && negateValue(positive);
  }
  if (degree === 2n) return trusted(squareRoot(from));
  const size = logarithm(from);
  const result = size && exponential({ re: size.re / degree, im: size.im / degree });
  return result && trusted(result);
}

function exactRoot(value: bigint, degree: bigint): bigint | null {
  if (value < 0n) return null;
  if (degree === 2n) {
    const found = integerRoot(value);
    return found * found === value ? found : null;
  }
  if (bitLength(value) > 4096) return null;
  let [low, high] = [0n, 1n << (BigInt(bitLength(value)) / degree + 1n)];
  while (low < high) {
    const middle = (low + high + 1n) >> 1n;
    if (middle ** degree <= value) low = middle;
    else high = middle - 1n;
  }
  return low ** degree === value ? low : null;
}

/** A key for a number: a fraction if it equals one to the precision of 640 bits, else 20 decimals and a hash of 70 more. */
export function valueText(value: Value): string {
  if (isExact(value)) return rationalKey(value);
  const [re, im] = [partText(value.re), partText(value.im)];
  return im === '0' ? re : `${re}${im.startsWith('-') ? '' : '+'}${im}i`;
}

/** The value as an exact fraction, if it equals one to the precision of 640 bits; else null. */
export function exactly(value: Value): Rational | null {
  if (isExact(value)) return value;
  return value.im === 0n ? simplest(value.re) : null;
}

function partText(part: bigint): string {
  const exact = simplest(part);
  if (exact) return rationalKey(exact);
  const digits = decimals(part, 90);
  return `${digits.slice(0, -70)}…${hashText(digits)}`;
}

/** A part in decimal, rounded to `count` places. */
export function decimals(part: bigint, count: number): string {
  const scale = 10n ** BigInt(count);
  const size = ((part < 0n ? -part : part) * scale + (unit >> 1n)) / unit;
  const digits = `${size}`.padStart(count + 1, '0');
  return `${part < 0n ? '-' : ''}${digits.slice(0, -count)}.${digits.slice(-count)}`;
}

/** The fraction of at most 150 bits that equals the number to 400 bits after the point, by continued fractions; or null. */
function simplest(part: bigint): Rational | null {
  const sign = part < 0n ? -1n : 1n;
  const size = part * sign;
  let [a, b] = [size, unit];
  let [numerator, before]: [bigint, bigint] = [1n, 0n];
  let [denominator, earlier]: [bigint, bigint] = [0n, 1n];
  while (b > 0n) {
    const whole = a / b;
    [a, b] = [b, a - whole * b];
    [numerator, before] = [whole * numerator + before, numerator];
    [denominator, earlier] = [whole * denominator + earlier, denominator];
    if ((numerator * denominator) >> 150n > 0n) return null;
    const error = size * denominator - numerator * unit;
    if ((error < 0n ? -error : error) < denominator << 240n) return rational(sign * numerator, denominator);
  }
  return null;
}
