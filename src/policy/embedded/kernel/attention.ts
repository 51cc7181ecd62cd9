// Causal attention of one token over its sequence's cache, in integers like the matrix products: queries, keys, values
// and attention weights are int16 with scales. Sums are exact in int32, so results don't depend on the summation order.
import { blockBytes, headCacheBytes, keyBytes, keyFactor, keyScales, valueScales } from './cache';
import { context, headWidth, heads } from './model';
import { exponential } from './exponential';
import { reserve } from './memory';
import { SMALLEST, held, largestLane, sumLanes, toInteger } from './rows';

const MASKED: f32 = -1e30;
const MIXTURE_AMPLITUDE: f32 = 32767;

let query: usize = 0; // int16 [headWidth]
let scores: usize = 0; // f32 [context], later the attention weights
let mixture: usize = 0; // int16 [context]: the weights, rounded
let mixtureBudget: f32 = 0;

export function shapeAttention(): void {
  query = reserve(headWidth * 2);
  scores = reserve(context * 4);
  mixture = reserve(context * 2);
  // Integers that add up to 65535 at most, rounding up included, times values of 15 bits stay within int32.
  const budget: i32 = 65535 - (context >> 1);
  mixtureBudget = <f32>budget;
}

/** Attention of the query in `q` (rotated and scaled) over positions 0..count-1, to `out`: both f32 [width]. */
export function attend(q: usize, cache: usize, count: i32, out: usize): void {
  const headBytes = <usize>headWidth * 4;
  for (let head = 0; head < heads; head++) {
    score(q, cache, count);
    const inverse = softmax(cache, count);
    for (let part: usize = 0; part < headBytes; part += 128) mix(cache + keyBytes + part, headBytes, count, inverse, out + part);
    q += headBytes;
    out += headBytes;
    cache += headCacheBytes;
  }
}

/** scores[p] = q · key[p], for whole blocks. */
function score(q: usize, block: usize, count: i32): void {
  const factor = keyFactor(q);
  const by = held(factor);
  const qScale = held(factor > 0 ? <f32>1.0 / factor : 0);
  const queryEnd = query + <usize>headWidth * 2;
  for (let to = query; to < queryEnd; to += 16) {
    v128.store(to, i16x8.narrow_i32x4_s(
      toInteger(f32x4.mul(v128.load(q), by)),
      toInteger(f32x4.mul(v128.load(q, 16), by)),
    ));
    q += 32;
  }
  const end = scores + <usize>count * 4;
  for (let to = scores; to < end; to += 64) {
    let a = i32x4.splat(0), b = a, c = a, d = a;
    let k = block;
    for (let at = query; at < queryEnd; at += 8) {
      let pair = v128.load32_splat(at);
      a = i32x4.add(a, i32x4.dot_i16x8_s(pair, v128.load(k)));
      b = i32x4.add(b, i32x4.dot_i16x8_s(pair, v128.load(k, 16)));
      c = i32x4.add(c, i32x4.dot_i16x8_s(pair, v128.load(k, 32)));
      d = i32x4.add(d, i32x4.dot_i16x8_s(pair, v128.load(k, 48)));
      pair = v128.load32_splat(at, 4);
      a = i32x4.add(a, i32x4.dot_i16x8_s(pair, v128.load(k, 64)));
      b = i32x4.add(b, i32x4.dot_i16x8_s(pair, v128.load(k, 80)));
      c = i32x4.add(c, i32x4.dot_i16x8_s(pair, v128.load(k, 96)));
      d = i32x4.add(d, i32x4.dot_i16x8_s(pair, v128.load(k, 112)));
      k += 128;
    }
    const scales = block + keyScales;
    v128.store(to, f32x4.mul(f32x4.convert_i32x4_s(a), f32x4.mul(qScale, v128.load(scales))));
    v128.store(to, f32x4.mul(f32x4.convert_i32x4_s(b), f32x4.mul(qScale, v128.load(scales, 16))), 16);
    v128.store(to, f32x4.mul(f32x4.convert_i32x4_s(c), f32x4.mul(qScale, v128.load(scales, 32))), 32);
    v128.store(to, f32x4.mul(f32x4.convert_i32x4_s(d), f32x4.mul(qScale, v128.load(scales, 48))), 48);
    block += blockBytes;
  }
}

/**
 * Turns scores into `mixture`, integers in proportion to softmax weight times value scale, 0 beyond `count`.
 * Returns what a sum of mixture times value integers is to be multiplied with.
 */
function softmax(block: usize, count: i32): f32 {
  const end = scores + <usize>((count + 7) & ~7) * 4;
  for (let at = scores + <usize>count * 4; at < end; at += 4) store<f32>(at, MASKED);
  let m = v128.load(scores);
  for (let at = scores + 16; at < end; at += 16) m = f32x4.pmax(m, v128.load(at));
  m = held(largestLane(m));
  let sum = f32x4.splat(0), weightSum = sum, weightMax = sum;
  let scales = block + valueScales;
  let lane = 0;
  for (let at = scores; at < end; at += 16) {
    const e = exponential(f32x4.sub(v128.load(at), m));
    const weight = f32x4.mul(e, v128.load(scales));
    v128.store(at, weight);
    sum = f32x4.add(sum, e);
    weightSum = f32x4.add(weightSum, weight);
    weightMax = f32x4.pmax(weightMax, weight);
    // Four positions at a time through a block, then the next block.
    lane = (lane + 4) & 15;
    scales += lane ? 16 : blockBytes - 48;
  }
  const total = sumLanes(weightSum);
  const factor = total > SMALLEST ? min<f32>(mixtureBudget / total, MIXTURE_AMPLITUDE / largestLane(weightMax)) : 0;
  const by = held(factor);
  let to = mixture;
  for (let at = scores; at < end; at += 32) {
    v128.store(to, i16x8.narrow_i32x4_s(
      toInteger(f32x4.mul(v128.load(at), by)),
      toInteger(f32x4.mul(v128.load(at, 16), by)),
    ));
    to += 16;
  }
  return factor > 0 ? <f32>1.0 / (factor * sumLanes(sum)) : 0;
}

/** out[32] = inverse · sum over p of mixture[p] · value[p][32]. */
function mix(block: usize, pairBytes: usize, count: i32, inverse: f32, out: usize): void {
  let s0 = i32x4.splat(0), s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0, s6 = s0, s7 = s0;
  const end = mixture + <usize>count * 2;
  let at = mixture;
  while (at < end) {
    const blockEnd = min(at + 32, end);
    let v = block;
    for (; at < blockEnd; at += 4) {
      const pair = v128.load32_splat(at);
      s0 = i32x4.add(s0, i32x4.dot_i16x8_s(pair, v128.load(v)));
      s1 = i32x4.add(s1, i32x4.dot_i16x8_s(pair, v128.load(v, 16)));
      s2 = i32x4.add(s2, i32x4.dot_i16x8_s(pair, v128.load(v, 32)));
      s3 = i32x4.add(s3, i32x4.dot_i16x8_s(pair, v128.load(v, 48)));
      s4 = i32x4.add(s4, i32x4.dot_i16x8_s(pair, v128.load(v, 64)));
      s5 = i32x4.add(s5, i32x4.dot_i16x8_s(pair, v128.load(v, 80)));
      s6 = i32x4.add(s6, i32x4.dot_i16x8_s(pair, v128.load(v, 96)));
      s7 = i32x4.add(s7, i32x4.dot_i16x8_s(pair, v128.load(v, 112)));
      v += pairBytes;
    }
    block += blockBytes;
  }
  const by = held(inverse);
  v128.store(out, f32x4.mul(f32x4.convert_i32x4_s(s0), by));
  v128.store(out, f32x4.mul(f32x4.convert_i32x4_s(s1), by), 16);
  v128.store(out, f32x4.mul(f32x4.convert_i32x4_s(s2), by), 32);
  v128.store(out, f32x4.mul(f32x4.convert_i32x4_s(s3), by), 48);
  v128.store(out, f32x4.mul(f32x4.convert_i32x4_s(s4), by), 64);
  v128.store(out, f32x4.mul(f32x4.convert_i32x4_s(s5), by), 80);
  v128.store(out, f32x4.mul(f32x4.convert_i32x4_s(s6), by), 96);
  v128.store(out, f32x4.mul(f32x4.convert_i32x4_s(s7), by), 112);
}
