// Causal attention within each sequence, a block of queries at a time against the keys up to its last one. Weights are not kept:
// the way back computes them anew, which costs less than the memory.
import { reserve } from '../../kernel/memory';
import { Sequence, sequence, sequences } from './batch';
import { multiply } from './matrix';
import { context, headWidth, heads, width } from './model';
import { rotateSequence } from './rotary';
import { softmax, softmaxBack } from './softmax';

/** Queries of a block, a multiple of 8. */
const BLOCK: i32 = 16;

/** f32 [BLOCK, context]: attention weights, and their gradient. */
let weights: usize = 0;
let dWeights: usize = 0;

export function shapeAttention(): void {
  const bytes = BLOCK * ((context + BLOCK - 1) & ~(BLOCK - 1)) * 4;
  weights = reserve(bytes);
  dWeights = reserve(bytes);
}

/** Rotates queries and keys in place, and mixes values: `qkv` f32 [rows, 3 · width], `mixed` f32 [rows, width]. */
export function attend(qkv: usize, mixed: usize): void {
  const row = <usize>width * 4;
  for (let index = 0; index < sequences; index++) {
    const it = sequence(index);
    rotateSequence(qkv, it, queryScale(), false);
    for (let head = 0; head < heads; head++) {
      const q = headOf(qkv, it, head, row * 3);
      const values = q + row * 2;
      const to = headOf(mixed, it, head, row);
      for (let first = 0; first < it.length; first += BLOCK) {
        const queries = min(BLOCK, it.length - first), keys = first + queries;
        const weightsRow = weigh(q, first, queries);
        multiply(queries, headWidth, keys, weights, weightsRow, 4, values, row * 3, 4, to + row * first, row, false);
      }
    }
  }
}

/** From the gradient of what was mixed, that of qkv before the rotation: `dQkv` f32 [rows, 3 · width], zeros at first. */
export function attendBack(qkv: usize, dMixed: usize, dQkv: usize): void {
  const row = <usize>width * 4, wideRow = row * 3;
  for (let index = 0; index < sequences; index++) {
    const it = sequence(index);
    for (let head = 0; head < heads; head++) {
      const q = headOf(qkv, it, head, wideRow), k = q + row, v = k + row;
      const dq = headOf(dQkv, it, head, wideRow), dk = dq + row, dv = dk + row;
      const dm = headOf(dMixed, it, head, row);
      for (let first = 0; first < it.length; first += BLOCK) {
        const queries = min(BLOCK, it.length - first), keys = first + queries;
        const weightsRow = weigh(q, first, queries);
        const dBlock = dm + row * first;
        multiply(keys, headWidth, queries, weights, 4, weightsRow, dBlock, row, 4, dv, wideRow, true);
        multiply(queries, keys, headWidth, dBlock, row, 4, v, 4, wideRow, dWeights, weightsRow, false);
        for (let query: usize = 0; query < <usize>queries; query++) {
          softmaxBack(weights + query * weightsRow, dWeights + query * weightsRow, padded(keys));
        }
        multiply(queries, headWidth, keys, dWeights, weightsRow, 4, k, wideRow, 4, dq + wideRow * first, wideRow, false);
        multiply(keys, headWidth, queries, dWeights, 4, weightsRow, q + wideRow * first, wideRow, 4, dk, wideRow, true);
      }
    }
    rotateSequence(dQkv, it, queryScale(), true);
  }
}

/** Attention weights of a block of queries over all keys up to each, zeros beyond. Returns the bytes of a row. */
function weigh(q: usize, first: i32, queries: i32): usize {
  const row = <usize>width * 12;
  const keys = first + queries;
  const weightsRow = <usize>padded(keys) * 4;
  multiply(queries, keys, headWidth, q + row * first, row, 4, q + <usize>width * 4, 4, row, weights, weightsRow, false);
  for (let query = 0; query < queries; query++) {
    softmax(weights + <usize>query * weightsRow, first + query + 1, padded(keys));
  }
  return weightsRow;
}

// @ts-ignore: decorator
@inline
function padded(keys: i32): i32 {
  return (keys + 7) & ~7;
}

// @ts-ignore: decorator
@inline
function headOf(x: usize, it: Sequence, head: i32, row: usize): usize {
  return x + row * it.first + <usize>head * headWidth * 4;
}

// @ts-ignore: decorator
@inline
function queryScale(): f32 {
  return <f32>1.0 / sqrt<f32>(<f32>headWidth);
}
