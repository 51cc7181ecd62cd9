// e^x for x <= 0, four at a time. Only additions and multiplications in a fixed order: the same bits on every machine.

const LOG2_E: f32 = 1.44269504;
// ln 2 in two parts: n·HIGH is exact for the n that occur.
const LN2_HIGH: f32 = 0.693359375;
const LN2_LOW: f32 = -2.12194440e-4;
/** 1.5·2^23: added to a small float, it leaves the nearest integer in the low mantissa bits. */
const ROUNDER: f32 = 12582912.0;
const SMALLEST: f32 = -87.0;

/**
 * e^x per lane, for x in [-87, 0]; exactly 0 below. Relative error at most 2e-7 (checked in kernel.test.ts).
 * Cody-Waite reduction to |f| <= ln2 / 2 and the polynomial of Cephes' expf.
 */
// @ts-ignore: decorator
@inline
export function exponential(x: v128): v128 {
  const inRange = f32x4.ge(x, f32x4.splat(SMALLEST));
  x = f32x4.pmax(x, f32x4.splat(SMALLEST));
  const shifted = f32x4.add(f32x4.mul(x, f32x4.splat(LOG2_E)), f32x4.splat(ROUNDER));
  const n = f32x4.sub(shifted, f32x4.splat(ROUNDER));
  let f = f32x4.sub(x, f32x4.mul(n, f32x4.splat(LN2_HIGH)));
  f = f32x4.sub(f, f32x4.mul(n, f32x4.splat(LN2_LOW)));
  let p = f32x4.splat(1.9875691500e-4);
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(1.3981999507e-3));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(8.3334519073e-3));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(4.1665795894e-2));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(1.6666665459e-1));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(5.0000001201e-1));
  p = f32x4.add(f32x4.mul(p, f32x4.mul(f, f)), f32x4.add(f, f32x4.splat(1.0)));
  // Adding n to the exponent field multiplies by 2^n; the rounder's own bits are shifted out.
  const scaled = i32x4.add(p, i32x4.shl(shifted, 23));
  return v128.and(scaled, inRange);
}

/** 1 / (1 + e^-x). */
export function sigmoid(x: f32): f32 {
  const e = f32x4.extract_lane(exponential(f32x4.splat(-abs<f32>(x))), 0);
  return x >= 0 ? <f32>1.0 / (<f32>1.0 + e) : e / (<f32>1.0 + e);
}
