// Passes over one row of activations.

/**
 * Four times 1.5·2^23: added to a small float, it leaves the nearest integer (ties to even) in the low mantissa bits. Loaded, not
 * written out, as V8 would make it anew in every round of a loop. Its bits are those of the number.
 */
const ROUNDER: usize = memory.data<f32>([12582912.0, 12582912.0, 12582912.0, 12582912.0], 16);
/** Smaller sums and magnitudes count as zero: their reciprocals might not be finite. */
export const SMALLEST: f32 = 1e-30;
const EPSILON: f32 = 1e-5;

/** f32: see `held`. */
const HELD: usize = memory.data(16, 16);

/**
 * All lanes `x`, by way of memory: V8 moves what a lane is computed by into the loop that uses it, a division or a largest lane say,
 * and does it again in every round. A load stays where it is.
 */
// @ts-ignore: decorator
@inline
export function held(x: f32): v128 {
  store<f32>(HELD, x);
  return v128.load32_splat(HELD);
}

/** h[i] = int8[i] · scale. */
export function embed(source: usize, scale: f32, h: usize, n: i32): void {
  const s = held(scale);
  for (let i: usize = 0; i < <usize>n; i += 8) {
    const w = v128.load8x8_s(source + i);
    v128.store(h + i * 4, f32x4.mul(f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(w)), s));
    v128.store(h + i * 4, f32x4.mul(f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(w)), s), 16);
  }
}

/** Layer normalisation of f32 [n] with gain and bias. */
export function normalise(x: usize, gain: usize, bias: usize, z: usize, n: i32): void {
  const bytes = <usize>n * 4;
  let s0 = f32x4.splat(0), s1 = s0;
  for (let i: usize = 0; i < bytes; i += 32) {
    s0 = f32x4.add(s0, v128.load(x + i));
    s1 = f32x4.add(s1, v128.load(x + i, 16));
  }
  const mean = held(sumLanes(f32x4.add(s0, s1)) / <f32>n);
  s0 = f32x4.splat(0); s1 = s0;
  for (let i: usize = 0; i < bytes; i += 32) {
    const t0 = f32x4.sub(v128.load(x + i), mean), t1 = f32x4.sub(v128.load(x + i, 16), mean);
    s0 = f32x4.add(s0, f32x4.mul(t0, t0));
    s1 = f32x4.add(s1, f32x4.mul(t1, t1));
  }
  const r = held(<f32>1.0 / sqrt<f32>(sumLanes(f32x4.add(s0, s1)) / <f32>n + EPSILON));
  for (let i: usize = 0; i < bytes; i += 16) {
    const t = f32x4.mul(f32x4.sub(v128.load(x + i), mean), r);
    v128.store(z + i, f32x4.add(f32x4.mul(t, v128.load(gain + i)), v128.load(bias + i)));
  }
}

/**
 * Quantises f32 [n] to int16 with the largest magnitude at `amplitude`; pairs go 16 bytes apart (`packedRow`).
 * Returns the scale: x is about int16 · scale, with an error of at most half a step.
 */
export function quantise(x: usize, to: usize, n: i32, amplitude: f32): f32 {
  const largest = largestMagnitude(x, n);
  const inverse = held(inverseScale(largest, amplitude));
  const end = x + <usize>n * 4;
  for (; x < end; x += 32) {
    const pairs = i16x8.narrow_i32x4_s(
      toInteger(f32x4.mul(v128.load(x), inverse)),
      toInteger(f32x4.mul(v128.load(x, 16), inverse)),
    );
    v128.store32_lane(to, pairs, 0);
    v128.store32_lane(to, pairs, 1, 16);
    v128.store32_lane(to, pairs, 2, 32);
    v128.store32_lane(to, pairs, 3, 48);
    to += 64;
  }
  return largest / amplitude;
}

/** The factor that makes the largest magnitude `amplitude`; 0 if all elements are zero. */
// @ts-ignore: decorator
@inline
export function inverseScale(largest: f32, amplitude: f32): f32 {
  return largest > SMALLEST ? amplitude / largest : 0;
}

/** Sum of a[i] · b[i]. */
export function dotProduct(a: usize, b: usize, n: i32): f32 {
  let s = f32x4.splat(0);
  for (let i: usize = 0; i < <usize>n * 4; i += 16) s = f32x4.add(s, f32x4.mul(v128.load(a + i), v128.load(b + i)));
  return sumLanes(s);
}

/** The largest |x[i]| of f32 [n]. */
// @ts-ignore: decorator
@inline
export function largestMagnitude(x: usize, n: i32): f32 {
  const end = x + <usize>n * 4;
  let m0 = f32x4.splat(0), m1 = m0;
  for (; x < end; x += 32) {
    m0 = f32x4.pmax(m0, f32x4.abs(v128.load(x)));
    m1 = f32x4.pmax(m1, f32x4.abs(v128.load(x, 16)));
  }
  return largestLane(f32x4.pmax(m0, m1));
}

// @ts-ignore: decorator
@inline
export function largestLane(v: v128): f32 {
  return max(
    max(f32x4.extract_lane(v, 0), f32x4.extract_lane(v, 1)),
    max(f32x4.extract_lane(v, 2), f32x4.extract_lane(v, 3)),
  );
}

// @ts-ignore: decorator
@inline
export function sumLanes(v: v128): f32 {
  return f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1) + (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3));
}

/** The nearest integers (ties to even) of magnitudes below 2^22. */
// @ts-ignore: decorator
@inline
export function toInteger(v: v128): v128 {
  const rounder = v128.load(ROUNDER);
  return i32x4.sub(f32x4.add(v, rounder), rounder);
}
