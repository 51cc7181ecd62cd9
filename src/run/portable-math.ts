/**
 * exp and log with the same bits on every browser.
 *
 * `Math.exp` and `Math.log` may differ in their last bit between engines (ECMA-262 leaves them
 * implementation-approximated), and one bit is enough to draw another token. These use IEEE double + - * / only, which
 * ECMA-262 fixes exactly, so a shared seed draws the same tokens everywhere.
 */

/** ln 2 in two parts: the high one has trailing zeros, so that its product with an integer up to 2^20 is exact. */
const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;

/** Adding and subtracting 1.5 × 2^52 rounds a double of moderate size to the nearest integer. */
const ROUNDER = 6755399441055744;

const SMALLEST_NORMAL_EXPONENT = -1022;

/** `POWERS[k + 1022]` = 2^k for k in [-1022, 1040], made by exact doublings and halvings; infinite from 1024 on. */
const POWERS = powersOfTwo();

/** Table steps per power of two for `exp`: 2^(j / STEPS), so that the remainder for the polynomial is small. */
const STEPS = 128;
const STEP_BITS = 7;
const FRACTIONS = fractionsOfTwo();

/** The table of `exp`, for those who compute the same elsewhere: 2^(j / 128) for j in [0, 128). */
export const fractionsOfDoubling: Readonly<Float64Array> = FRACTIONS;

const STEPS_PER_UNIT = STEPS * 1.442695040888963387;
const STEP_HIGH = LN2_HIGH / STEPS;
const STEP_LOW = LN2_LOW / STEPS;

function powersOfTwo(): Float64Array {
  const powers = new Float64Array(1040 - SMALLEST_NORMAL_EXPONENT + 1);
  let up = 1;
  for (let k = 0; k <= 1040; k++, up *= 2) powers[k - SMALLEST_NORMAL_EXPONENT] = up;
  let down = 1;
  for (let k = 0; k >= SMALLEST_NORMAL_EXPONENT; k--, down *= 0.5)
    powers[k - SMALLEST_NORMAL_EXPONENT] = down;
  return powers;
}

/** 2^(j / STEPS) for j in [0, STEPS), by the exponential series. */
function fractionsOfTwo(): Float64Array {
  return Float64Array.from({ length: STEPS }, (_, j) => {
    const x = (j / STEPS) * LN2_HIGH;
    let tail = 0;
    for (let n = 24; n >= 2; n--) tail = (tail + 1) * (x / n);
    // e^x = 1 + x + x · tail, times e^low = 1 + low; summed from the smallest up.
    const low = (j / STEPS) * LN2_LOW;
    return 1 + (x + (x * tail + low * (1 + x + x * tail)));
  });
}

/** 2^k for k in [-1022, 1023]. */
function powerOfTwo(k: number): number {
  return POWERS[k - SMALLEST_NORMAL_EXPONENT]!;
}

/**
 * e^x, within two ulp of the true value; zero where that is subnormal (x below -708.3). x = k · ln 2 / 128 + r with |r|
 * below 0.0028: a table for the first part, five terms of the series for the second (the method of Tang, ACM TOMS 15 (2),
 * 1989). A softmax calls this for every token of the vocabulary at every step, so it has one early return and no calls:
 * JavaScript engines then inline it.
 */
export function exp(x: number): number {
  if (x < -708.3) return 0;
  // Keeps the table's index in range; NaN stays NaN.
  const bounded = Math.min(x, 720);
  const steps = bounded * STEPS_PER_UNIT + ROUNDER - ROUNDER;
  const r = bounded - steps * STEP_HIGH - steps * STEP_LOW;
  const p = r + r * r * (0.5 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120))));
  const k = steps | 0;
  const fraction = FRACTIONS[k & (STEPS - 1)]!;
  return (fraction + fraction * p) * POWERS[(k >> STEP_BITS) - SMALLEST_NORMAL_EXPONENT]!;
}

/** Doublings in the table of `expAll`: down to e^-177, enough for temperatures down to a quarter. */
const TABLE_DOUBLINGS = 256;

/** 2^(j / STEPS - TABLE_DOUBLINGS): scaling by a power of two is exact, so these combine both factors of `exp`. */
const SCALED_FRACTIONS = Float64Array.from(
  { length: (TABLE_DOUBLINGS + 1) * STEPS },
  (_, j) => FRACTIONS[j & (STEPS - 1)]! * powerOfTwo((j >> STEP_BITS) - TABLE_DOUBLINGS),
);

/** The lowest argument of `expAll`. */
export const lowestOfExpAll = -177;

/**
 * Fills `out` with e^(values[i] · scale), each with the bits of `exp`, and returns their sum in order. Arguments must be
 * between `lowestOfExpAll` and 0, or NaN, which stays NaN. A softmax over 150,000 tokens spends its time here, so it has
 * one table instead of two, no branch in the loop, and literals instead of constants, which bundlers turn into variables.
 */
export function expAll(values: Float64Array, scale: number, out: Float64Array): number {
  const table = SCALED_FRACTIONS;
  const count = out.length;
  let sum = 0;
  for (let at = 0; at < count; at++) {
    const x = values[at]! * scale;
    // As in `exp`: STEPS_PER_UNIT, ROUNDER, STEP_HIGH, STEP_LOW; the table begins at 2^-TABLE_DOUBLINGS.
    const steps = x * (128 * 1.442695040888963387) + 6755399441055744 - 6755399441055744;
    const r = x - steps * (6.9314718036912381649e-1 / 128) - steps * (1.90821492927058770002e-10 / 128);
    const p = r + r * r * (0.5 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120))));
    const fraction = table[(steps | 0) + 32768]!;
    const power = fraction + fraction * p;
    out[at] = power;
    sum += power;
  }
  return sum;
}

/** The same for any arguments, at half the speed. */
export function expEach(values: Float64Array, scale: number, out: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < out.length; at++) {
    const power = exp(values[at]! * scale);
    out[at] = power;
    sum += power;
  }
  return sum;
}

/**
 * Natural logarithm, within one ulp of the true value. NaN below zero, -Infinity at zero. The polynomial is that of
 * fdlibm's e_log.c: Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunPro, a Sun
 * Microsystems, Inc. business. Permission to use, copy, modify, and distribute this software is freely granted, provided
 * that this notice is preserved.
 */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  // x = m · 2^k by exact scalings, first with m in [1, 2), then in [√½, √2).
  let m = x;
  let k = 0;
  for (let step = 512; step >= 1; step /= 2) {
    while (m >= powerOfTwo(step)) {
      m *= powerOfTwo(-step);
      k += step;
    }
    while (m < powerOfTwo(1 - step)) {
      m *= powerOfTwo(step);
      k -= step;
    }
  }
  if (m >= 1.4142135623730951) {
    m *= 0.5;
    k += 1;
  }
  const f = m - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const odd = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1));
  const even =
    z *
    (6.66666666666673513e-1 +
      w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)));
  const halfSquare = 0.5 * f * f;
  return k * LN2_HIGH - (halfSquare - (s * (halfSquare + (odd + even)) + k * LN2_LOW) - f);
}
