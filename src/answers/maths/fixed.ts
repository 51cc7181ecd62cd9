import { surely } from '#experiment/surely.ts';

/** Complex numbers in fixed point: each part is an integer in units of 2^-640, so that at least 320 bits can be trusted. */
export interface Complex {
  readonly re: bigint;
  readonly im: bigint;
}

export const fractionBits = 640;
const places = BigInt(fractionBits);
export const unit = 1n << places;
/** Parts larger than 2^150 are refused: their error would reach the bits that matter. */
const largest = unit << 150n;
/** Smaller parts than this are rounding errors of zero. */
const noise = 1n << 240n;
/** Between `noise` and this, a small number can't be told from an error, so it is refused. */
const smallest = 1n << 440n;

export const complex = (re: bigint, im = 0n): Complex => ({ re, im });

/** The number with rounding errors set to zero; null if it is too large or too small to be trusted. */
export function trusted({ re, im }: Complex): Complex | null {
  const parts = [re, im].map((part) => {
    const size = magnitude(part);
    if (size < noise) return 0n;
    return size < smallest || size > largest ? null : part;
  });
  const [first, second] = parts;
  return first === null || second === null || first === undefined || second === undefined
    ? null
    : { re: first, im: second };
}

export const plus = (a: Complex, b: Complex): Complex => ({ re: a.re + b.re, im: a.im + b.im });
export const minus = (a: Complex, b: Complex): Complex => ({ re: a.re - b.re, im: a.im - b.im });
export const timesComplex = (a: Complex, b: Complex): Complex => ({
  re: (a.re * b.re - a.im * b.im) >> places,
  im: (a.re * b.im + a.im * b.re) >> places,
});
const square = ({ re, im }: Complex): Complex => ({
  re: ((re - im) * (re + im)) >> places,
  im: (re * im) >> (places - 1n),
});
/** i times it. */
export const turned = ({ re, im }: Complex): Complex => ({ re: -im, im: re });
const scaled = ({ re, im }: Complex, shift: bigint): Complex => ({ re: re >> shift, im: im >> shift });
const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);

/** Null if b is zero or almost zero. */
export function over(a: Complex, b: Complex): Complex | null {
  const size = b.re * b.re + b.im * b.im;
  if (magnitude(b.re) < smallest && magnitude(b.im) < smallest) return null;
  return {
    re: ((a.re * b.re + a.im * b.im) << places) / size,
    im: ((a.im * b.re - a.re * b.im) << places) / size,
  };
}

/** The integer square root, by Newton's method from above. */
export function integerRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt((bitLength(value) + 1) >> 1);
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

export const bitLength = (value: bigint): number => magnitude(value).toString(16).length * 4;

/** The square root with a non-negative real part. */
export function squareRoot({ re, im }: Complex): Complex {
  if (im === 0n)
    return re < 0n ? { re: 0n, im: integerRoot(-re << places) } : { re: integerRoot(re << places), im: 0n };
  const size = integerRoot(re * re + im * im);
  // The larger part first; the other follows from it without cancellation.
  const larger = integerRoot(((size + magnitude(re)) << places) >> 1n);
  const other = (im << places) / (2n * larger);
  if (re >= 0n) return { re: larger, im: other };
  return im < 0n ? { re: magnitude(other), im: -larger } : { re: magnitude(other), im: larger };
}

/** Null if the result is too large, or the imaginary part too large to be exact. */
export function exponential(z: Complex): Complex | null {
  if (z.re > unit * 104n || magnitude(z.im) > unit << 40n) return null;
  if (z.re < unit * -135n) return null;
  const halvings = BigInt(Math.max(0, bitLength(z.re | magnitude(z.im)) - fractionBits)) + 32n;
  const small = scaled(z, halvings);
  let [sum, term]: [Complex, Complex] = [complex(unit), complex(unit)];
  for (let n = 1n; term.re !== 0n || term.im !== 0n; n++) {
    term = timesComplex(term, small);
    term = { re: term.re / n, im: term.im / n };
    if (n > 60n) break;
    sum = plus(sum, term);
  }
  for (let n = 0n; n < halvings; n++) sum = square(sum);
  return sum;
}

/** The principal logarithm, by Halley's method from a double's estimate; null for zero. */
export function logarithm(z: Complex): Complex | null {
  const size = Math.max(bitLength(z.re), bitLength(z.im));
  if (size <= 440) return null;
  const shift = BigInt(size - 60);
  const [re, im] = [Number(z.re >> shift), Number(z.im >> shift)];
  let guess = complex(
    fixed(Math.log(Math.hypot(re, im)) + (size - 60 - fractionBits) * Math.LN2),
    fixed(Math.atan2(im, re)),
  );
  for (let round = 0; round < 4; round++) {
    const there = exponential(guess);
    const step = there && over(minus(z, there), plus(z, there));
    if (!step) return null;
    guess = { re: guess.re + 2n * step.re, im: guess.im + 2n * step.im };
  }
  return guess;
}

const fixed = (value: number): bigint => BigInt(Math.round(value * 2 ** 40)) << (places - 40n);

let halfTurn: bigint | null = null;

/** π, from the logarithm of −1. */
export function pi(): Complex {
  halfTurn ??= magnitude(surely(logarithm(complex(-unit)), 'logarithm').im);
  return complex(halfTurn);
}
