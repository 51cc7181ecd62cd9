/**
 * exp and log with the same bits on every browser.
 *
 * `Math.exp` and `Math.log` may differ in their last bit between engines (ECMA-262 leaves them
 * implementation-approximated), and one bit is enough to draw another token. These use IEEE double + - * / only, which
 * ECMA-262 fixes exactly, so a shared seed draws the same tokens everywhere.
 *
 * Both follow fdlibm's e_exp.c and e_log.c (errors under one ulp there):
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunPro, a Sun Microsystems, Inc.
 * business. Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice
 * is preserved.
 */

/** ln 2 in two parts: the high one has trailing zeros, so that multiplying it by a small integer is exact. */
const LN2_HIGH = 6.93147180369123816490e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const INVERSE_LN2 = 1.44269504088896338700;

/** Adding and taking away 1.5 × 2^52 rounds a double of modest size to the nearest integer. */
const ROUNDER = 6755399441055744;

const LARGEST_EXPONENT = 1023;
const SMALLEST_NORMAL_EXPONENT = -1022;

/** `POWERS[k + 1022]` = 2^k for the exponents of normal numbers, made by exact doublings and halvings. */
const POWERS = powersOfTwo();

function powersOfTwo(): Float64Array {
  const powers = new Float64Array(LARGEST_EXPONENT - SMALLEST_NORMAL_EXPONENT + 1);
  let up = 1;
  for (let k = 0; k <= LARGEST_EXPONENT; k++, up *= 2) powers[k - SMALLEST_NORMAL_EXPONENT] = up;
  let down = 1;
  for (let k = 0; k >= SMALLEST_NORMAL_EXPONENT; k--, down *= 0.5) powers[k - SMALLEST_NORMAL_EXPONENT] = down;
  return powers;
}

/** 2^k for k in [-1022, 1023]. */
function powerOfTwo(k: number): number {
  return POWERS[k - SMALLEST_NORMAL_EXPONENT] as number;
}

/** e^x. Within one ulp of the true value for normal results. */
export function exp(x: number): number {
  if (!(x > -745.2)) return x !== x ? x : 0;
  if (x > 709.79) return Infinity;
  const k = x * INVERSE_LN2 + ROUNDER - ROUNDER;
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c =
    r -
    t *
      (1.66666666666666019037e-1 +
        t *
          (-2.77777777770155933842e-3 +
            t * (6.61375632143793436117e-5 + t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8))));
  const y = 1 - (low - (r * c) / (2 - c) - high);
  if (k >= SMALLEST_NORMAL_EXPONENT && k <= LARGEST_EXPONENT) return y * powerOfTwo(k);
  // 2^k itself would overflow, or the result is subnormal: scale in two steps, of which only the last can round.
  return k > 0 ? y * 2 * powerOfTwo(k - 1) : y * powerOfTwo(k + 100) * powerOfTwo(-100);
}

/** Natural logarithm. Within one ulp of the true value. NaN below zero, -Infinity at zero. */
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
