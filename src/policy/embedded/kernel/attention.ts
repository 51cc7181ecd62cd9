// Causal attention of one token over its sequence's cached keys and values, in integers: keys, values, queries and
// attention weights are int16 with a scale for each position and head, products are summed exactly in int32. Half the
// memory of f32, which is what bounds large batches, and results that cannot depend on how the sums are grouped.
//
// Cache of a slot: [layer][head][context / 16] blocks of 16 positions, so that a prefix is one run for each head:
//   keys         int16 [headWidth / 2][16 positions][2]   a load is two elements of four keys: four scores at a time
//   values       int16 [8][headWidth][2 positions]        a load is four elements of two values
//   key scales   f32 [16]
//   value scales f32 [16]
import { context, headWidth, heads, layers, rotaryCos, rotarySin, width } from './model';
import { exponential } from './exponential';
import { reserve } from './memory';
import { largestLane, largestMagnitude, sumLanes, toInteger } from './rows';

const MASKED: f32 = -1e30;
/** Vectors whose elements are all smaller count as zero: their scale's reciprocal might not be finite. */
const SMALLEST: f32 = 1e-30;

let query: usize = 0; // int16 [headWidth]
let scores: usize = 0; // f32 [context], later the attention weights
let mixture: usize = 0; // int16 [context]: the weights, rounded
let queryScale: f32 = 0;
let keyAmplitude: f32 = 0;
let weightBudget: f32 = 0;

let keyBytes: usize = 0; // of a block
let scaleOffset: usize = 0;
let blockBytes: usize = 0;
/** Bytes of one head's blocks. */
let headCacheBytes: usize = 0;

/** False when memory is refused. */
export function shapeAttention(): bool {
  query = reserve(headWidth * 2);
  scores = reserve(context * 4);
  mixture = reserve(context * 2);
  queryScale = <f32>1.0 / sqrt<f32>(<f32>headWidth);
  // headWidth products of two such integers stay within int32.
  const productLimit: i32 = i32.MAX_VALUE / headWidth;
  keyAmplitude = floor<f32>(sqrt<f32>(<f32>productLimit) - <f32>0.5);
  // Weights that add up to 65535 at most, rounding included, times values of 15 bits stay within int32.
  const budget: i32 = 65535 - (context >> 1);
  weightBudget = <f32>budget;
  keyBytes = <usize>headWidth * 32;
  scaleOffset = keyBytes * 2;
  blockBytes = scaleOffset + 128;
  headCacheBytes = blockBytes * (context >> 4);
  return mixture != 0;
}

/** Bytes of a slot. */
export function slotBytes(): usize {
  return headCacheBytes * heads * layers;
}

/** Copies the first `length` positions of a slot. */
export function copySlot(from: usize, to: usize, length: i32): void {
  const bytes = blockBytes * ((length + 15) >> 4);
  const end = from + slotBytes();
  for (; from < end; from += headCacheBytes) {
    memory.copy(to, from, bytes);
    to += headCacheBytes;
  }
}

/** Address of a layer's part of a slot. */
// @ts-ignore: decorator
@inline
export function layerCache(slot: usize, layer: i32): usize {
  return slot + headCacheBytes * heads * layer;
}

/** Rotates q (scaled as well) and k, in place, and takes k and v into the cache. `qkv` is f32 [3 · width]. */
export function remember(qkv: usize, cache: usize, position: i32): void {
  const headBytes = <usize>headWidth * 4;
  const widthBytes = <usize>width * 4;
  const lane = position & 15;
  let block = cache + blockBytes * (position >> 4);
  for (let head = 0; head < heads; head++) {
    rotate(qkv, position, queryScale);
    rotate(qkv + widthBytes, position, 1);
    store<f32>(block + scaleOffset + lane * 4, putKey(qkv + widthBytes, block + lane * 4));
    const pair = block + keyBytes + <usize>(lane >> 1) * headBytes;
    store<f32>(block + scaleOffset + 64 + lane * 4, putValue(qkv + widthBytes * 2, pair, lane & 1));
    block += headCacheBytes;
    qkv += headBytes;
  }
}

function rotate(x: usize, position: i32, scale: f32): void {
  const half = <usize>headWidth * 2;
  const cos = rotaryCos + <usize>position * half;
  const sin = rotarySin + <usize>position * half;
  const by = f32x4.splat(scale);
  for (let j: usize = 0; j < half; j += 16) {
    const c = f32x4.mul(by, v128.load(cos + j)), s = f32x4.mul(by, v128.load(sin + j));
    const a = v128.load(x + j), b = v128.load(x + half + j);
    v128.store(x + j, f32x4.sub(f32x4.mul(a, c), f32x4.mul(b, s)));
    v128.store(x + half + j, f32x4.add(f32x4.mul(a, s), f32x4.mul(b, c)));
  }
}

/** What to multiply with so that the largest magnitude becomes `amplitude`; 0 for nothing but zeros. */
// @ts-ignore: decorator
@inline
function inverseScale(largest: f32, amplitude: f32): f32 {
  return largest > SMALLEST ? amplitude / largest : 0;
}

/** Pairs of elements go 64 bytes apart. Returns the scale. */
function putKey(k: usize, to: usize): f32 {
  const largest = largestMagnitude(k, headWidth);
  const inverse = f32x4.splat(inverseScale(largest, keyAmplitude));
  const end = k + <usize>headWidth * 4;
  for (; k < end; k += 32) {
    const pairs = i16x8.narrow_i32x4_s(
      toInteger(f32x4.mul(v128.load(k), inverse)),
      toInteger(f32x4.mul(v128.load(k, 16), inverse)),
    );
    v128.store32_lane(to, pairs, 0);
    v128.store32_lane(to, pairs, 1, 64);
    v128.store32_lane(to, pairs, 2, 128);
    v128.store32_lane(to, pairs, 3, 192);
    to += 256;
  }
  return largest / keyAmplitude;
}

/** Goes into the low or the high half of each 32-bit lane; the other half is the neighbouring position's. */
function putValue(v: usize, to: usize, odd: i32): f32 {
  const largest = largestMagnitude(v, headWidth);
  const inverse = f32x4.splat(inverseScale(largest, 32767));
  const end = v + <usize>headWidth * 4;
  const low = i32x4.splat(0xffff);
  for (; v < end; v += 16) {
    const integers = toInteger(f32x4.mul(v128.load(v), inverse));
    v128.store(to, odd
      ? v128.or(v128.and(v128.load(to), low), i32x4.shl(integers, 16))
      : v128.and(integers, low));
    to += 16;
  }
  return largest / 32767;
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
  const largest = largestMagnitude(q, headWidth);
  const inverse = f32x4.splat(inverseScale(largest, keyAmplitude));
  const qScale = f32x4.splat(largest / keyAmplitude);
  const queryEnd = query + <usize>headWidth * 2;
  for (let to = query; to < queryEnd; to += 16) {
    v128.store(to, i16x8.narrow_i32x4_s(
      toInteger(f32x4.mul(v128.load(q), inverse)),
      toInteger(f32x4.mul(v128.load(q, 16), inverse)),
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
    const scales = block + scaleOffset;
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
  m = f32x4.splat(largestLane(m));
  let sum = f32x4.splat(0), weightSum = sum, weightMax = sum;
  let scales = block + scaleOffset + 64;
  let lane = 0;
  for (let at = scores; at < end; at += 16) {
    const e = exponential(f32x4.sub(v128.load(at), m));
    const weight = f32x4.mul(e, v128.load(scales));
    v128.store(at, weight);
    sum = f32x4.add(sum, e);
    weightSum = f32x4.add(weightSum, weight);
    weightMax = f32x4.pmax(weightMax, weight);
    // Four by four through a block, then on to the next one.
    lane = (lane + 4) & 15;
    scales += lane ? 16 : blockBytes - 48;
  }
  const total = sumLanes(weightSum);
  const factor = total > SMALLEST ? min<f32>(weightBudget / total, <f32>32767 / largestLane(weightMax)) : 0;
  const by = f32x4.splat(factor);
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
  const by = f32x4.splat(inverse);
  v128.store(out, f32x4.mul(f32x4.convert_i32x4_s(s0), by));
  v128.store(out, f32x4.mul(f32x4.convert_i32x4_s(s1), by), 16);
  v128.store(out, f32x4.mul(f32x4.convert_i32x4_s(s2), by), 32);
  v128.store(out, f32x4.mul(f32x4.convert_i32x4_s(s3), by), 48);
  v128.store(out, f32x4.mul(f32x4.convert_i32x4_s(s4), by), 64);
  v128.store(out, f32x4.mul(f32x4.convert_i32x4_s(s5), by), 80);
  v128.store(out, f32x4.mul(f32x4.convert_i32x4_s(s6), by), 96);
  v128.store(out, f32x4.mul(f32x4.convert_i32x4_s(s7), by), 112);
}
