// Softmax of a row and its logarithm, the same bits everywhere.
import { exponential } from '../../kernel/exponential';
import { largestLane, sumLanes } from './lanes';

/** Stands in lanes that are no part of a row: their weight is an exact zero. */
const MASKED: f32 = -1e30;
/**
 * Weights below e^-50 (2e-22 of the largest) are exact zeros. They are far below the rounding of the sum, and their products with
 * small gradients would be numbers with which processors are slow.
 */
const LEAST: f32 = -50;
const LN2: f64 = 0.6931471805599453;

/**
 * Turns scores [count] into softmax weights, zeros from there to `padded`, a multiple of 4. Returns the logarithm of the sum of
 * e^score: a weight's logarithm is its score less that.
 */
export function softmax(scores: usize, count: i32, padded: i32): f64 {
  const end = scores + <usize>padded * 4;
  for (let at = scores + <usize>count * 4; at < end; at += 4) store<f32>(at, MASKED);
  let most = v128.load(scores);
  for (let at = scores + 16; at < end; at += 16) most = f32x4.pmax(most, v128.load(at));
  const largest = largestLane(most);
  most = f32x4.splat(largest);
  let sum = f32x4.splat(0);
  for (let at = scores; at < end; at += 16) {
    const x = f32x4.sub(v128.load(at), most);
    const e = v128.and(exponential(x), f32x4.ge(x, f32x4.splat(LEAST)));
    v128.store(at, e);
    sum = f32x4.add(sum, e);
  }
  const total = sumLanes(sum);
  const by = f32x4.splat(<f32>1.0 / total);
  for (let at = scores; at < end; at += 16) v128.store(at, f32x4.mul(v128.load(at), by));
  return <f64>largest + logarithm(total);
}

/** ds = p · (dp − Σ p · dp), in place of dp: the gradient of the scores from that of the weights p. */
export function softmaxBack(p: usize, dp: usize, padded: i32): void {
  const bytes = <usize>padded * 4;
  let sum = f32x4.splat(0);
  for (let i: usize = 0; i < bytes; i += 16) sum = f32x4.add(sum, f32x4.mul(v128.load(p + i), v128.load(dp + i)));
  const mean = f32x4.splat(sumLanes(sum));
  for (let i: usize = 0; i < bytes; i += 16) {
    v128.store(dp + i, f32x4.mul(v128.load(p + i), f32x4.sub(v128.load(dp + i), mean)));
  }
}

/** ln x of a positive, normal x: ln m = 2 artanh((m − 1) / (m + 1)), m within a factor of sqrt 2 of 1, by its series. */
export function logarithm(x: f32): f64 {
  const bits = reinterpret<i32>(x);
  let exponent = (bits >> 23) - 127;
  let m = <f64>reinterpret<f32>((bits & 0x7fffff) | 0x3f800000);
  if (m > 1.4142135623730951) {
    m *= 0.5;
    exponent++;
  }
  const t = (m - 1) / (m + 1), square = t * t;
  let series = 1.0 / 13.0;
  for (let odd = 11; odd >= 1; odd -= 2) series = series * square + 1.0 / <f64>odd;
  return <f64>exponent * LN2 + 2 * t * series;
}
