// Matrix products in integers. Weights are int8, activations int16 with one scale a row; products are summed exactly
// in int32, so a row's result does not depend on the blocking of rows and outputs. The sum is scaled back in f32 at the end.
//
// Weights are packed [outputs / 8][inputs / 2][8 outputs][2 inputs] and rows of activations [rows / 4][inputs / 2]
// [4 rows][2 inputs]. A load of weights, widened to int16, is multiplied with a pair of activations splatted to all lanes.
// `dot_i16x8` leaves output k in lane k: no sums across lanes are needed, and both sides are read sequentially.
import { Matrix } from './model';

/** What to do with the products: overwrite, add, or squared ReLU. */
export const STORE: i32 = 0;
export const ADD: i32 = 1;
export const SQUARED_RELU: i32 = 2;

/** Packs `rows` rows of int8 from `source` (row-major); rows up to the padding are zero. */
export function pack(matrix: Matrix, source: usize, sourceScales: usize, rows: i32): void {
  const inputs = matrix.inputs;
  for (let row = 0; row < rows; row++) {
    const to = matrix.weights + <usize>(row >> 3) * inputs * 8 + <usize>(row & 7) * 2;
    for (let i = 0; i < inputs; i += 2) store<u16>(to + <usize>i * 8, load<u16>(source + i));
    source += inputs;
  }
  memory.copy(matrix.scales, sourceScales, rows * 4);
}

/** Address of row `r` of packed activations; pairs of its inputs are 16 bytes apart. */
// @ts-ignore: decorator
@inline
export function packedRow(x: usize, r: i32, inputs: i32): usize {
  return x + <usize>(r >> 2) * inputs * 8 + <usize>(r & 3) * 4;
}

/**
 * y[r, o] = sum over i of x[r, i] · weight[o, i], for `rows` rows.
 * @param x packed int16; `xScales` f32 [rows]
 * @param y f32, rows `yStride` bytes apart
 * @param finish STORE, ADD or SQUARED_RELU
 */
export function multiply(matrix: Matrix, x: usize, xScales: usize, rows: i32, y: usize, yStride: usize, finish: i32): void {
  const inputs = matrix.inputs;
  const weightBytes = <usize>inputs * 8;
  let weights = matrix.weights;
  let scales = matrix.scales;
  // The weights of eight outputs stay in the L1 cache for all rows.
  for (let output = 0; output < matrix.outputs; output += 8) {
    let to = y + <usize>output * 4;
    let row = 0;
    for (; row + 4 <= rows; row += 4) {
      fourRows(weights, weightBytes, scales, packedRow(x, row, inputs), xScales + <usize>row * 4, to, yStride, finish);
      to += yStride * 4;
    }
    const last = packedRow(x, row, inputs), lastScales = xScales + <usize>row * 4;
    switch (rows - row) {
      case 3: threeRows(weights, weightBytes, scales, last, lastScales, to, yStride, finish); break;
      case 2: twoRows(weights, weightBytes, scales, last, lastScales, to, yStride, finish); break;
      case 1: oneRow(weights, weightBytes, scales, last, lastScales, to, finish); break;
    }
    weights += weightBytes;
    scales += 32;
  }
}

// @ts-ignore: decorator
@inline
function dot(sum: v128, weights: v128, pair: v128): v128 {
  return i32x4.add(sum, i32x4.dot_i16x8_s(weights, pair));
}

// @ts-ignore: decorator
@inline
function put(y: usize, sum: v128, scale: v128, finish: i32): void {
  let value = f32x4.mul(f32x4.convert_i32x4_s(sum), scale);
  if (finish == ADD) value = f32x4.add(v128.load(y), value);
  else if (finish == SQUARED_RELU) {
    value = f32x4.pmax(value, f32x4.splat(0));
    value = f32x4.mul(value, value);
  }
  v128.store(y, value);
}

// Each number of rows has a loop of its own, unrolled as far as V8 keeps the sums in registers.

function fourRows(
  weights: usize, weightBytes: usize, scales: usize, x: usize, xScales: usize, y: usize, yStride: usize, finish: i32,
): void {
  let a0 = i32x4.splat(0), a1 = a0, b0 = a0, b1 = a0, c0 = a0, c1 = a0, d0 = a0, d1 = a0;
  const end = weights + weightBytes;
  for (; weights < end; weights += 16) {
    let w0 = v128.load8x8_s(weights), w1 = v128.load8x8_s(weights, 8);
    let pair = v128.load32_splat(x);
    a0 = dot(a0, w0, pair); a1 = dot(a1, w1, pair);
    pair = v128.load32_splat(x, 4);
    b0 = dot(b0, w0, pair); b1 = dot(b1, w1, pair);
    pair = v128.load32_splat(x, 8);
    c0 = dot(c0, w0, pair); c1 = dot(c1, w1, pair);
    pair = v128.load32_splat(x, 12);
    d0 = dot(d0, w0, pair); d1 = dot(d1, w1, pair);
    x += 16;
  }
  const s0 = v128.load(scales), s1 = v128.load(scales, 16);
  let s = v128.load32_splat(xScales);
  put(y, a0, f32x4.mul(s0, s), finish); put(y + 16, a1, f32x4.mul(s1, s), finish);
  y += yStride;
  s = v128.load32_splat(xScales, 4);
  put(y, b0, f32x4.mul(s0, s), finish); put(y + 16, b1, f32x4.mul(s1, s), finish);
  y += yStride;
  s = v128.load32_splat(xScales, 8);
  put(y, c0, f32x4.mul(s0, s), finish); put(y + 16, c1, f32x4.mul(s1, s), finish);
  y += yStride;
  s = v128.load32_splat(xScales, 12);
  put(y, d0, f32x4.mul(s0, s), finish); put(y + 16, d1, f32x4.mul(s1, s), finish);
}

function threeRows(
  weights: usize, weightBytes: usize, scales: usize, x: usize, xScales: usize, y: usize, yStride: usize, finish: i32,
): void {
  let a0 = i32x4.splat(0), a1 = a0, b0 = a0, b1 = a0, c0 = a0, c1 = a0;
  const end = weights + weightBytes;
  for (; weights < end; weights += 16) {
    let w0 = v128.load8x8_s(weights), w1 = v128.load8x8_s(weights, 8);
    let pair = v128.load32_splat(x);
    a0 = dot(a0, w0, pair); a1 = dot(a1, w1, pair);
    pair = v128.load32_splat(x, 4);
    b0 = dot(b0, w0, pair); b1 = dot(b1, w1, pair);
    pair = v128.load32_splat(x, 8);
    c0 = dot(c0, w0, pair); c1 = dot(c1, w1, pair);
    x += 16;
  }
  const s0 = v128.load(scales), s1 = v128.load(scales, 16);
  let s = v128.load32_splat(xScales);
  put(y, a0, f32x4.mul(s0, s), finish); put(y + 16, a1, f32x4.mul(s1, s), finish);
  y += yStride;
  s = v128.load32_splat(xScales, 4);
  put(y, b0, f32x4.mul(s0, s), finish); put(y + 16, b1, f32x4.mul(s1, s), finish);
  y += yStride;
  s = v128.load32_splat(xScales, 8);
  put(y, c0, f32x4.mul(s0, s), finish); put(y + 16, c1, f32x4.mul(s1, s), finish);
}

function twoRows(
  weights: usize, weightBytes: usize, scales: usize, x: usize, xScales: usize, y: usize, yStride: usize, finish: i32,
): void {
  let a0 = i32x4.splat(0), a1 = a0, b0 = a0, b1 = a0;
  const end = weights + weightBytes;
  for (; weights < end; weights += 32) {
    let w0 = v128.load8x8_s(weights), w1 = v128.load8x8_s(weights, 8);
    let pair = v128.load32_splat(x);
    a0 = dot(a0, w0, pair); a1 = dot(a1, w1, pair);
    pair = v128.load32_splat(x, 4);
    b0 = dot(b0, w0, pair); b1 = dot(b1, w1, pair);
    w0 = v128.load8x8_s(weights, 16); w1 = v128.load8x8_s(weights, 24);
    pair = v128.load32_splat(x, 16);
    a0 = dot(a0, w0, pair); a1 = dot(a1, w1, pair);
    pair = v128.load32_splat(x, 20);
    b0 = dot(b0, w0, pair); b1 = dot(b1, w1, pair);
    x += 32;
  }
  const s0 = v128.load(scales), s1 = v128.load(scales, 16);
  let s = v128.load32_splat(xScales);
  put(y, a0, f32x4.mul(s0, s), finish); put(y + 16, a1, f32x4.mul(s1, s), finish);
  y += yStride;
  s = v128.load32_splat(xScales, 4);
  put(y, b0, f32x4.mul(s0, s), finish); put(y + 16, b1, f32x4.mul(s1, s), finish);
}

function oneRow(
  weights: usize, weightBytes: usize, scales: usize, x: usize, xScale: usize, y: usize, finish: i32,
): void {
  let a0 = i32x4.splat(0), a1 = a0;
  const end = weights + weightBytes;
  for (; weights < end; weights += 64) {
    let pair = v128.load32_splat(x);
    a0 = dot(a0, v128.load8x8_s(weights), pair); a1 = dot(a1, v128.load8x8_s(weights, 8), pair);
    pair = v128.load32_splat(x, 16);
    a0 = dot(a0, v128.load8x8_s(weights, 16), pair); a1 = dot(a1, v128.load8x8_s(weights, 24), pair);
    pair = v128.load32_splat(x, 32);
    a0 = dot(a0, v128.load8x8_s(weights, 32), pair); a1 = dot(a1, v128.load8x8_s(weights, 40), pair);
    pair = v128.load32_splat(x, 48);
    a0 = dot(a0, v128.load8x8_s(weights, 48), pair); a1 = dot(a1, v128.load8x8_s(weights, 56), pair);
    x += 64;
  }
  const s = v128.load32_splat(xScale);
  put(y, a0, f32x4.mul(v128.load(scales), s), finish);
  put(y + 16, a1, f32x4.mul(v128.load(scales, 16), s), finish);
}
