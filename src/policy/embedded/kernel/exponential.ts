// e^x for x <= 0, four at a time. Only additions and multiplications in a fixed order: the same bits on every machine.

/**
 * Four of each constant, to be loaded: V8 makes a literal anew, in three instructions, each time that a loop comes to it.
 * 1.5·2^23, added to a small float, leaves the nearest integer in the low mantissa bits. ln 2 has two parts: n times the first is
 * exact for the n that occur. The polynomial is that of Cephes' expf.
 */
const CONSTANTS: usize = memory.data<f32>([
  -87.0, -87.0, -87.0, -87.0, // the smallest argument
  1.44269504, 1.44269504, 1.44269504, 1.44269504, // log2 e
  12582912.0, 12582912.0, 12582912.0, 12582912.0, // the rounder
  0.693359375, 0.693359375, 0.693359375, 0.693359375, // ln 2, the high part
  -2.12194440e-4, -2.12194440e-4, -2.12194440e-4, -2.12194440e-4, // the low part
  1.9875691500e-4, 1.9875691500e-4, 1.9875691500e-4, 1.9875691500e-4,
  1.3981999507e-3, 1.3981999507e-3, 1.3981999507e-3, 1.3981999507e-3,
  8.3334519073e-3, 8.3334519073e-3, 8.3334519073e-3, 8.3334519073e-3,
  4.1665795894e-2, 4.1665795894e-2, 4.1665795894e-2, 4.1665795894e-2,
  1.6666665459e-1, 1.6666665459e-1, 1.6666665459e-1, 1.6666665459e-1,
  5.0000001201e-1, 5.0000001201e-1, 5.0000001201e-1, 5.0000001201e-1,
  1.0, 1.0, 1.0, 1.0,
], 16);

/**
 * e^x per lane, for x in [-87, 0]; exactly 0 below. Relative error at most 2e-7 (checked in kernel.test.ts).
 * Cody-Waite reduction to |f| <= ln2 / 2 and a polynomial.
 */
// @ts-ignore: decorator
@inline
export function exponential(x: v128): v128 {
  const smallest = v128.load(CONSTANTS), rounder = v128.load(CONSTANTS, 32);
  const inRange = f32x4.ge(x, smallest);
  x = f32x4.pmax(x, smallest);
  const shifted = f32x4.add(f32x4.mul(x, v128.load(CONSTANTS, 16)), rounder);
  const n = f32x4.sub(shifted, rounder);
  let f = f32x4.sub(x, f32x4.mul(n, v128.load(CONSTANTS, 48)));
  f = f32x4.sub(f, f32x4.mul(n, v128.load(CONSTANTS, 64)));
  let p = v128.load(CONSTANTS, 80);
  p = f32x4.add(f32x4.mul(p, f), v128.load(CONSTANTS, 96));
  p = f32x4.add(f32x4.mul(p, f), v128.load(CONSTANTS, 112));
  p = f32x4.add(f32x4.mul(p, f), v128.load(CONSTANTS, 128));
  p = f32x4.add(f32x4.mul(p, f), v128.load(CONSTANTS, 144));
  p = f32x4.add(f32x4.mul(p, f), v128.load(CONSTANTS, 160));
  p = f32x4.add(f32x4.mul(p, f32x4.mul(f, f)), f32x4.add(f, v128.load(CONSTANTS, 176)));
  // Adding n to the exponent field multiplies by 2^n; the rounder's own bits are shifted out.
  const scaled = i32x4.add(p, i32x4.shl(shifted, 23));
  return v128.and(scaled, inRange);
}

/** 1 / (1 + e^-x). */
export function sigmoid(x: f32): f32 {
  const e = f32x4.extract_lane(exponential(f32x4.splat(-abs<f32>(x))), 0);
  return x >= 0 ? <f32>1.0 / (<f32>1.0 + e) : e / (<f32>1.0 + e);
}
