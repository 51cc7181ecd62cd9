// The cache of keys and values. A head's key and value are int16 with one scale each: half the memory traffic of f32,
// which limits attention in large batches.
//
// A slot is [layer][head][context / 16] blocks of 16 positions, so that a prefix is one contiguous range per head. A block:
//   keys         int16 [headWidth / 2][16 positions][2]   one load: two elements of four keys, so four scores at a time
//   values       int16 [8][headWidth][2 positions]        one load: four elements of two values
//   key scales   f32 [16]
//   value scales f32 [16]
import { context, headWidth, heads, layers, rotaryCos, rotarySin, width } from './model';
import { dotProduct, held, inverseScale, largestMagnitude, toInteger } from './rows';

/** Values begin where the keys of a block end. */
export let keyBytes: usize = 0;
export let keyScales: usize = 0;
export let valueScales: usize = 0;
export let blockBytes: usize = 0;
/** Bytes of one head's blocks. */
export let headCacheBytes: usize = 0;
/**
 * Bounds of a query's or key's integers. KEY_NORM bounds the Euclidean norm of the vector, rounding included, so that by
 * the Cauchy-Schwarz inequality no partial sum of a product of two leaves int32; the other bounds each element.
 */
const KEY_NORM: f32 = 46320;
const KEY_AMPLITUDE: f32 = 32767;
/** Shorter vectors count as zero: their squares may be inexact. */
const SHORTEST: f32 = 1e-15;
export const VALUE_AMPLITUDE: f32 = 32767;
let queryScale: f32 = 0;

export function shapeCache(): void {
  keyBytes = <usize>headWidth * 32;
  keyScales = keyBytes * 2;
  valueScales = keyScales + 64;
  blockBytes = valueScales + 64;
  headCacheBytes = blockBytes * (context >> 4);
  queryScale = <f32>1.0 / sqrt<f32>(<f32>headWidth);
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

/** Rotates q and k in place (q is also scaled) and stores k and v in the cache. `qkv` is f32 [3 · width]. */
export function remember(qkv: usize, cache: usize, position: i32): void {
  const headBytes = <usize>headWidth * 4;
  const widthBytes = <usize>width * 4;
  const lane = position & 15;
  let block = cache + blockBytes * (position >> 4);
  for (let head = 0; head < heads; head++) {
    rotate(qkv, position, queryScale);
    rotate(qkv + widthBytes, position, 1);
    store<f32>(block + keyScales + lane * 4, putKey(qkv + widthBytes, block + lane * 4));
    const pair = block + keyBytes + <usize>(lane >> 1) * headBytes;
    store<f32>(block + valueScales + lane * 4, putValue(qkv + widthBytes * 2, pair, lane & 1));
    block += headCacheBytes;
    qkv += headBytes;
  }
}

function rotate(x: usize, position: i32, scale: f32): void {
  const half = <usize>headWidth * 2;
  const cos = rotaryCos + <usize>position * half;
  const sin = rotarySin + <usize>position * half;
  const by = held(scale);
  for (let j: usize = 0; j < half; j += 16) {
    const c = f32x4.mul(by, v128.load(cos + j)), s = f32x4.mul(by, v128.load(sin + j));
    const a = v128.load(x + j), b = v128.load(x + half + j);
    v128.store(x + j, f32x4.sub(f32x4.mul(a, c), f32x4.mul(b, s)));
    v128.store(x + half + j, f32x4.add(f32x4.mul(a, s), f32x4.mul(b, c)));
  }
}

/** The factor that turns a query or key into integers; 0 if all elements are zero. */
// @ts-ignore: decorator
@inline
export function keyFactor(x: usize): f32 {
  const norm = sqrt<f32>(dotProduct(x, x, headWidth));
  return norm > SHORTEST ? min<f32>(KEY_NORM / norm, KEY_AMPLITUDE / largestMagnitude(x, headWidth)) : 0;
}

/** Stores pairs of elements 64 bytes apart. Returns the scale. */
function putKey(k: usize, to: usize): f32 {
  const factor = keyFactor(k);
  const by = held(factor);
  const end = k + <usize>headWidth * 4;
  for (; k < end; k += 32) {
    const pairs = i16x8.narrow_i32x4_s(
      toInteger(f32x4.mul(v128.load(k), by)),
      toInteger(f32x4.mul(v128.load(k, 16), by)),
    );
    v128.store32_lane(to, pairs, 0);
    v128.store32_lane(to, pairs, 1, 64);
    v128.store32_lane(to, pairs, 2, 128);
    v128.store32_lane(to, pairs, 3, 192);
    to += 256;
  }
  return factor > 0 ? <f32>1.0 / factor : 0;
}

/** Stores into the low or high half of each 32-bit lane; the other half belongs to the neighbouring position. */
function putValue(v: usize, to: usize, odd: i32): f32 {
  const largest = largestMagnitude(v, headWidth);
  const inverse = held(inverseScale(largest, VALUE_AMPLITUDE));
  const end = v + <usize>headWidth * 4;
  const low = i32x4.splat(0xffff);
  for (; v < end; v += 16) {
    const integers = toInteger(f32x4.mul(v128.load(v), inverse));
    v128.store(to, odd
      ? v128.or(v128.and(v128.load(to), low), i32x4.shl(integers, 16))
      : v128.and(integers, low));
    to += 16;
  }
  return largest / VALUE_AMPLITUDE;
}
