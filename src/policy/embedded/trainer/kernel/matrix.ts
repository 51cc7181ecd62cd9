// Products of f32 matrices, of any strides and sizes. Both sides are first packed, block by block, into panels that the inner loop
// reads straight through: four rows of the left, eight columns of the right, zeros where there are none. So forward, gradients of
// inputs and gradients of weights are one function, and an element's sum has one order wherever it stands: from the first term to
// the last in each block of DEPTH, blocks one after another.
import { reserve } from '../../kernel/memory';

const PANEL_ROWS: i32 = 4;
const PANEL_COLUMNS: i32 = 8;
/** A panel of eight columns, 8 KB, stays in the first cache while a block's rows pass by; the blocks stay in the second. */
const DEPTH: i32 = 256;
const BLOCK_ROWS: i32 = 64;
const BLOCK_COLUMNS: i32 = 512;

let packedLeft: usize = 0;
let packedRight: usize = 0;
let edge: usize = 0;

export function shapeMatrix(): void {
  packedLeft = reserve(BLOCK_ROWS * DEPTH * 4);
  packedRight = reserve(BLOCK_COLUMNS * DEPTH * 4);
  edge = reserve(PANEL_ROWS * PANEL_COLUMNS * 4);
}

/** result[m, n] = left[m, k] · right[k, n], or added to it. Steps are bytes from one row, or column, to the next. */
export function multiply(
  m: i32, n: i32, k: i32,
  left: usize, leftRow: usize, leftColumn: usize,
  right: usize, rightRow: usize, rightColumn: usize,
  result: usize, resultRow: usize, add: bool,
): void {
  for (let column = 0; column < n; column += BLOCK_COLUMNS) {
    const columns = min(BLOCK_COLUMNS, n - column);
    for (let at = 0; at < k; at += DEPTH) {
      const depth = min(DEPTH, k - at);
      const from = right + <usize>at * rightRow + <usize>column * rightColumn;
      pack(from, columns, rightColumn, depth, rightRow, packedRight, PANEL_COLUMNS);
      for (let row = 0; row < m; row += BLOCK_ROWS) {
        const rows = min(BLOCK_ROWS, m - row);
        pack(left + <usize>row * leftRow + <usize>at * leftColumn, rows, leftRow, depth, leftColumn, packedLeft, PANEL_ROWS);
        const to = result + <usize>row * resultRow + <usize>column * 4;
        multiplyPacked(rows, columns, depth, to, resultRow, add || at > 0);
      }
    }
  }
}

/** y[rows, outputs] = x[rows, inputs] · wᵀ, w [outputs, inputs]: how a layer reads. */
export function forwardProduct(x: usize, w: usize, y: usize, rows: i32, inputs: i32, outputs: i32, yRow: usize, add: bool): void {
  const row = <usize>inputs * 4;
  multiply(rows, outputs, inputs, x, row, 4, w, 4, row, y, yRow, add);
}

/** dx[rows, inputs] = dy[rows, outputs] · w. */
export function inputGradient(dy: usize, dyRow: usize, w: usize, dx: usize, rows: i32, inputs: i32, outputs: i32): void {
  const row = <usize>inputs * 4;
  multiply(rows, inputs, outputs, dy, dyRow, 4, w, row, 4, dx, row, false);
}

/** dw[outputs, inputs] += dyᵀ · x. */
export function addWeightGradient(dy: usize, dyRow: usize, x: usize, dw: usize, rows: i32, inputs: i32, outputs: i32): void {
  const row = <usize>inputs * 4;
  multiply(outputs, inputs, rows, dy, 4, dyRow, x, row, 4, dw, row, true);
}

/** Panels of `width` lanes: [lanes / width][depth][width]. */
function pack(from: usize, lanes: i32, laneStep: usize, depth: i32, depthStep: usize, to: usize, width: i32): void {
  const step = <usize>width * 4;
  for (let lane = 0; lane < lanes; lane += width) {
    for (let part = 0; part < width; part += 4) {
      const source = from + <usize>(lane + part) * laneStep;
      packFour(source, max(0, min(4, lanes - lane - part)), laneStep, depth, depthStep, to + <usize>part * 4, step);
    }
    to += step * depth;
  }
}

/** Four lanes, `count` of them there, side by side at each step of the depth. */
function packFour(from: usize, count: i32, laneStep: usize, depth: i32, depthStep: usize, to: usize, toStep: usize): void {
  if (count == 4 && laneStep == 4) {
    for (let i = 0; i < depth; i++) {
      v128.store(to, v128.load(from));
      from += depthStep;
      to += toStep;
    }
    return;
  }
  if (count == 4 && depthStep == 4) {
    for (; depth >= 4; depth -= 4) {
      transpose(from, laneStep, to, toStep);
      from += 16;
      to += toStep * 4;
    }
  }
  for (let i = 0; i < depth; i++) {
    for (let lane = 0; lane < 4; lane++) {
      store<f32>(to + <usize>lane * 4, lane < count ? load<f32>(from + <usize>lane * laneStep) : 0);
    }
    from += depthStep;
    to += toStep;
  }
}

/** Four rows of four become four columns. */
// @ts-ignore: decorator
@inline
function transpose(from: usize, fromStep: usize, to: usize, toStep: usize): void {
  const a = v128.load(from), b = v128.load(from + fromStep);
  const c = v128.load(from + fromStep * 2), d = v128.load(from + fromStep * 3);
  const ab = v128.shuffle<f32>(a, b, 0, 4, 1, 5), cd = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
  v128.store(to, v128.shuffle<f32>(ab, cd, 0, 1, 4, 5));
  v128.store(to + toStep, v128.shuffle<f32>(ab, cd, 2, 3, 6, 7));
  const ef = v128.shuffle<f32>(a, b, 2, 6, 3, 7), gh = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
  v128.store(to + toStep * 2, v128.shuffle<f32>(ef, gh, 0, 1, 4, 5));
  v128.store(to + toStep * 3, v128.shuffle<f32>(ef, gh, 2, 3, 6, 7));
}

function multiplyPacked(rows: i32, columns: i32, depth: i32, result: usize, resultRow: usize, add: bool): void {
  let right = packedRight;
  for (let column = 0; column < columns; column += PANEL_COLUMNS) {
    let left = packedLeft;
    let to = result + <usize>column * 4;
    for (let row = 0; row < rows; row += PANEL_ROWS) {
      if (rows - row >= PANEL_ROWS && columns - column >= PANEL_COLUMNS) {
        multiplyPanels(left, right, depth, to, resultRow, add);
      } else {
        multiplyPanels(left, right, depth, edge, PANEL_COLUMNS * 4, false);
        putEdge(min(PANEL_ROWS, rows - row), min(PANEL_COLUMNS, columns - column), to, resultRow, add);
      }
      left += <usize>depth * PANEL_ROWS * 4;
      to += resultRow * PANEL_ROWS;
    }
    right += <usize>depth * PANEL_COLUMNS * 4;
  }
}

/** The part of the tile in `edge` that the result has room for. */
function putEdge(rows: i32, columns: i32, to: usize, toRow: usize, add: bool): void {
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = to + <usize>row * toRow + <usize>column * 4;
      const value = load<f32>(edge + <usize>(row * PANEL_COLUMNS + column) * 4);
      store<f32>(at, add ? load<f32>(at) + value : value);
    }
  }
}

// @ts-ignore: decorator
@inline
function multiplyAdd(sum: v128, a: v128, b: v128): v128 {
  return f32x4.add(sum, f32x4.mul(a, b));
}

// @ts-ignore: decorator
@inline
function put(to: usize, low: v128, high: v128, add: bool): void {
  v128.store(to, add ? f32x4.add(v128.load(to), low) : low);
  v128.store(to, add ? f32x4.add(v128.load(to, 16), high) : high, 16);
}

/** A tile of four rows and eight columns: eight sums in registers, 64 products with each step of the depth. */
function multiplyPanels(left: usize, right: usize, depth: i32, to: usize, toRow: usize, add: bool): void {
  let a0 = f32x4.splat(0), a1 = a0, b0 = a0, b1 = a0, c0 = a0, c1 = a0, d0 = a0, d1 = a0;
  const end = right + <usize>depth * PANEL_COLUMNS * 4;
  for (; right < end; right += 32) {
    const low = v128.load(right), high = v128.load(right, 16);
    let x = v128.load32_splat(left);
    a0 = multiplyAdd(a0, x, low); a1 = multiplyAdd(a1, x, high);
    x = v128.load32_splat(left, 4);
    b0 = multiplyAdd(b0, x, low); b1 = multiplyAdd(b1, x, high);
    x = v128.load32_splat(left, 8);
    c0 = multiplyAdd(c0, x, low); c1 = multiplyAdd(c1, x, high);
    x = v128.load32_splat(left, 12);
    d0 = multiplyAdd(d0, x, low); d1 = multiplyAdd(d1, x, high);
    left += 16;
  }
  put(to, a0, a1, add);
  to += toRow;
  put(to, b0, b1, add);
  to += toRow;
  put(to, c0, c1, add);
  to += toRow;
  put(to, d0, d1, add);
}
