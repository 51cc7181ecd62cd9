// AdamW (Loshchilov & Hutter, arXiv 1711.05101) without decay, and the cut of the gradient's length, both with PyTorch's formulas.
import { flushed } from './lanes';
import { blockLength, firstMoment, givenGradient, policy, secondMoment } from './model';

const BETA1: f64 = 0.9;
const BETA2: f64 = 0.95;
const EPSILON: f32 = 1e-8;

/**
 * One step along the given gradient, the first step being number 1. Returns the gradient's length before it was cut; where that is
 * not finite nothing is changed.
 */
export function descend(rate: f64, maxNorm: f64, number: i32): f64 {
  const norm = lengthOf(givenGradient);
  if (!isFinite(norm)) return norm;
  const cut = f32x4.splat(<f32>min(1.0, maxNorm / (norm + 1e-6)));
  const size = f32x4.splat(<f32>(rate / (1 - power(BETA1, number))));
  const correction = f32x4.splat(<f32>sqrt<f64>(1 - power(BETA2, number)));
  const keep1 = f32x4.splat(<f32>BETA1), take1 = f32x4.splat(<f32>(1 - BETA1));
  const keep2 = f32x4.splat(<f32>BETA2), take2 = f32x4.splat(<f32>(1 - BETA2));
  const epsilon = f32x4.splat(EPSILON);
  for (let i: usize = 0; i < <usize>blockLength * 4; i += 16) {
    const g = f32x4.mul(cut, v128.load(givenGradient + i));
    const m = flushed(f32x4.add(f32x4.mul(keep1, v128.load(firstMoment + i)), f32x4.mul(take1, g)));
    const v = flushed(f32x4.add(f32x4.mul(keep2, v128.load(secondMoment + i)), f32x4.mul(take2, f32x4.mul(g, g))));
    v128.store(firstMoment + i, m);
    v128.store(secondMoment + i, v);
    const spread = f32x4.add(f32x4.div(f32x4.sqrt(v), correction), epsilon);
    v128.store(policy + i, f32x4.sub(v128.load(policy + i), f32x4.mul(size, f32x4.div(m, spread))));
  }
  return norm;
}

function lengthOf(gradient: usize): f64 {
  let low = f64x2.splat(0), high = low;
  for (let i: usize = 0; i < <usize>blockLength * 4; i += 16) {
    const a = f64x2.promote_low_f32x4(v128.load64_zero(gradient + i)), b = f64x2.promote_low_f32x4(v128.load64_zero(gradient + i, 8));
    low = f64x2.add(low, f64x2.mul(a, a));
    high = f64x2.add(high, f64x2.mul(b, b));
  }
  const sum = f64x2.add(low, high);
  return sqrt<f64>(f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1));
}

/** By squaring: the same bits everywhere. */
function power(base: f64, exponent: i32): f64 {
  let result = 1.0;
  for (; exponent > 0; exponent >>= 1) {
    if (exponent & 1) result *= base;
    base *= base;
  }
  return result;
}
