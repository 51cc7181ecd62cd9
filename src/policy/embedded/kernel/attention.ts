// Causal attention of one token over its sequence's cached keys and values. The order of every sum depends on the
// token's position alone, so results do not depend on the batch.
//
// Cache of a slot: [layer][keys, values], both in blocks of four positions, so that a prefix is a contiguous run:
//   keys   [context / 4][heads][headWidth][4 positions]   a load is one element of four keys: four scores at a time
//   values [context / 4][heads][4 positions][headWidth]
import { context, headWidth, heads, rotaryCos, rotarySin, width } from './model';
import { exponential } from './exponential';
import { reserve } from './memory';
import { sumLanes } from './rows';

const MASKED: f32 = -1e30;

let scores: usize = 0;
let queryScale: f32 = 0;

/** False when memory is refused. */
export function shapeAttention(): bool {
  scores = reserve(context * 4);
  queryScale = <f32>1.0 / sqrt<f32>(<f32>headWidth);
  return scores != 0;
}

/** Bytes of one layer's keys, or values, in a slot. */
// @ts-ignore: decorator
@inline
export function cacheBytes(): usize {
  return <usize>context * width * 4;
}

/** Rotates q (scaled as well) in place and k on its way to the cache, and copies v there. `qkv` is f32 [3 · width]. */
export function remember(qkv: usize, keys: usize, values: usize, position: i32): void {
  const half = <usize>headWidth * 2;
  const cos = rotaryCos + <usize>position * half;
  const sin = rotarySin + <usize>position * half;
  const headBytes = <usize>headWidth * 4;
  const k = qkv + <usize>width * 4;
  const v = k + <usize>width * 4;
  const block = <usize>(position >> 2) * width * 16;
  const scale = f32x4.splat(queryScale);
  for (let head = 0; head < heads; head++) {
    const at = <usize>head * headBytes;
    const cell = keys + block + at * 4 + <usize>(position & 3) * 4;
    for (let j: usize = 0; j < half; j += 16) {
      const c = v128.load(cos + j), s = v128.load(sin + j);
      let a = v128.load(qkv + at + j), b = v128.load(qkv + at + half + j);
      v128.store(qkv + at + j, f32x4.mul(scale, f32x4.sub(f32x4.mul(a, c), f32x4.mul(b, s))));
      v128.store(qkv + at + half + j, f32x4.mul(scale, f32x4.add(f32x4.mul(a, s), f32x4.mul(b, c))));
      a = v128.load(k + at + j); b = v128.load(k + at + half + j);
      scatter(cell + j * 4, f32x4.sub(f32x4.mul(a, c), f32x4.mul(b, s)));
      scatter(cell + (half + j) * 4, f32x4.add(f32x4.mul(a, s), f32x4.mul(b, c)));
    }
    memory.copy(values + block + at * 4 + <usize>(position & 3) * headBytes, v + at, headBytes);
  }
}

/** Four elements of a key to their places, 16 bytes apart. */
// @ts-ignore: decorator
@inline
function scatter(to: usize, v: v128): void {
  v128.store32_lane(to, v, 0);
  v128.store32_lane(to, v, 1, 16);
  v128.store32_lane(to, v, 2, 32);
  v128.store32_lane(to, v, 3, 48);
}

/** Attention of the query in `q` (rotated and scaled) over positions 0..count-1, to `out`: both f32 [width]. */
export function attend(q: usize, keys: usize, values: usize, count: i32, out: usize): void {
  const headBytes = <usize>headWidth * 4;
  const blockBytes = <usize>width * 16;
  for (let head = 0; head < heads; head++) {
    const at = <usize>head * headBytes;
    score(q + at, keys + at * 4, blockBytes, (count + 3) >> 2);
    const inverse = f32x4.splat(<f32>1.0 / softmax(count));
    for (let part: usize = 0; part < headBytes; part += 128) {
      mix(values + at * 4 + part, headBytes, blockBytes, count, inverse, out + at + part);
    }
  }
}

/** scores[p] = q · key[p]. Even and odd elements are summed apart in every path: the blocking must not show. */
function score(q: usize, keys: usize, blockBytes: usize, blocks: i32): void {
  const headBytes = <usize>headWidth * 4;
  const qEnd = q + headBytes;
  let to = scores;
  let block = 0;
  for (; block + 4 <= blocks; block += 4) {
    let k0 = keys, k1 = k0 + blockBytes, k2 = k1 + blockBytes, k3 = k2 + blockBytes;
    let e0 = f32x4.splat(0), e1 = e0, e2 = e0, e3 = e0, o0 = e0, o1 = e0, o2 = e0, o3 = e0;
    for (let at = q; at < qEnd; at += 8) {
      let s = v128.load32_splat(at);
      e0 = f32x4.add(e0, f32x4.mul(s, v128.load(k0)));
      e1 = f32x4.add(e1, f32x4.mul(s, v128.load(k1)));
      e2 = f32x4.add(e2, f32x4.mul(s, v128.load(k2)));
      e3 = f32x4.add(e3, f32x4.mul(s, v128.load(k3)));
      s = v128.load32_splat(at, 4);
      o0 = f32x4.add(o0, f32x4.mul(s, v128.load(k0, 16)));
      o1 = f32x4.add(o1, f32x4.mul(s, v128.load(k1, 16)));
      o2 = f32x4.add(o2, f32x4.mul(s, v128.load(k2, 16)));
      o3 = f32x4.add(o3, f32x4.mul(s, v128.load(k3, 16)));
      k0 += 32; k1 += 32; k2 += 32; k3 += 32;
    }
    v128.store(to, f32x4.add(e0, o0));
    v128.store(to, f32x4.add(e1, o1), 16);
    v128.store(to, f32x4.add(e2, o2), 32);
    v128.store(to, f32x4.add(e3, o3), 48);
    to += 64;
    keys += blockBytes * 4;
  }
  for (; block < blocks; block++) {
    let k = keys;
    let e = f32x4.splat(0), o = e;
    for (let at = q; at < qEnd; at += 8) {
      e = f32x4.add(e, f32x4.mul(v128.load32_splat(at), v128.load(k)));
      o = f32x4.add(o, f32x4.mul(v128.load32_splat(at, 4), v128.load(k, 16)));
      k += 32;
    }
    v128.store(to, f32x4.add(e, o));
    to += 16;
    keys += blockBytes;
  }
}

/** Turns the scores of positions 0..count-1 into e^(score - largest) and returns their sum. */
function softmax(count: i32): f32 {
  const end = scores + <usize>((count + 3) & ~3) * 4;
  for (let at = scores + <usize>count * 4; at < end; at += 4) store<f32>(at, MASKED);
  let m = v128.load(scores);
  for (let at = scores + 16; at < end; at += 16) m = f32x4.pmax(m, v128.load(at));
  m = f32x4.splat(max(
    max(f32x4.extract_lane(m, 0), f32x4.extract_lane(m, 1)),
    max(f32x4.extract_lane(m, 2), f32x4.extract_lane(m, 3)),
  ));
  let sum = f32x4.splat(0);
  for (let at = scores; at < end; at += 16) {
    const e = exponential(f32x4.sub(v128.load(at), m));
    v128.store(at, e);
    sum = f32x4.add(sum, e);
  }
  return sumLanes(sum);
}

/** out[32] = inverse · sum over p of scores[p] · value[p][32], in order of p. */
function mix(values: usize, headBytes: usize, blockBytes: usize, count: i32, inverse: v128, out: usize): void {
  let s0 = f32x4.splat(0), s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0, s6 = s0, s7 = s0;
  const end = scores + <usize>count * 4;
  let at = scores;
  while (at < end) {
    const blockEnd = min(at + 16, end);
    let v = values;
    for (; at < blockEnd; at += 4) {
      const w = v128.load32_splat(at);
      s0 = f32x4.add(s0, f32x4.mul(w, v128.load(v)));
      s1 = f32x4.add(s1, f32x4.mul(w, v128.load(v, 16)));
      s2 = f32x4.add(s2, f32x4.mul(w, v128.load(v, 32)));
      s3 = f32x4.add(s3, f32x4.mul(w, v128.load(v, 48)));
      s4 = f32x4.add(s4, f32x4.mul(w, v128.load(v, 64)));
      s5 = f32x4.add(s5, f32x4.mul(w, v128.load(v, 80)));
      s6 = f32x4.add(s6, f32x4.mul(w, v128.load(v, 96)));
      s7 = f32x4.add(s7, f32x4.mul(w, v128.load(v, 112)));
      v += headBytes;
    }
    values += blockBytes;
  }
  v128.store(out, f32x4.mul(s0, inverse));
  v128.store(out, f32x4.mul(s1, inverse), 16);
  v128.store(out, f32x4.mul(s2, inverse), 32);
  v128.store(out, f32x4.mul(s3, inverse), 48);
  v128.store(out, f32x4.mul(s4, inverse), 64);
  v128.store(out, f32x4.mul(s5, inverse), 80);
  v128.store(out, f32x4.mul(s6, inverse), 96);
  v128.store(out, f32x4.mul(s7, inverse), 112);
}
