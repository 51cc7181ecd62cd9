// The module's interface to its host. Sizes and addresses are in bytes unless noted. The host checks shapes, tokens,
// positions and slots before it calls.
import { shapeAttention } from './attention';
import { copySlot, shapeCache, slotBytes } from './cache';
import { embedding, embeddingScales, matrixAt, shapeModel, vectorAt, width } from './model';
import { exponential } from './exponential';
import { logits, rowTable, run, shapeForward, values } from './forward';
import { pack } from './matrix';
import { refused, release, reserve } from './memory';
import { shapeSoftmax, softmaxAddress, weighRow, weighTempered } from './softmax';

/**
 * Allocates memory for a model and its activations, once per instance. 0 if out of memory.
 * Shapes: width and feedForward multiples of 32, width / heads a multiple of 32, context a multiple of 16.
 */
export function setup(
  vocabularySize: i32, modelWidth: i32, layerCount: i32, headCount: i32, feedForwardWidth: i32, contextLength: i32,
  rows: i32,
): i32 {
  shapeModel(vocabularySize, modelWidth, layerCount, headCount, feedForwardWidth, contextLength);
  shapeCache();
  shapeAttention();
  shapeForward(rows);
  return i32(!refused);
}

/** Address where the host puts the weights file; 0 if out of memory. */
export function stage(bytes: usize): usize {
  return reserve(bytes);
}

export function unstage(address: usize): void {
  release(address);
}

/** Packs matrix `index` (order: see `matrixAt`), `rows` rows, from staged int8 and f32 scales. */
export function takeMatrix(index: i32, source: usize, scales: usize, rows: i32): void {
  if (index == 0) {
    memory.copy(embedding, source, rows * width);
    memory.copy(embeddingScales, scales, rows * 4);
  } else {
    pack(matrixAt(index), source, scales, rows);
  }
}

/** Copies vector `index` (order: see `vectorAt`) of `length` f32. */
export function takeVector(index: i32, source: usize, length: i32): void {
  memory.copy(vectorAt(index), source, length * 4);
}

/** Allocates the cache of one more sequence; 0 if out of memory. */
export function newSlot(): usize {
  return reserve(slotBytes());
}

/** Copies the first `length` positions of a sequence's cache. */
export { copySlot };

/** i32 [rows, 4]: slot address, position, token, 1 if logits are wanted. Filled by the host before `forward`. */
export function rowsAddress(): usize {
  return rowTable;
}

/** f32 [outputs, vocabulary], after `forward`. */
export function logitsAddress(): usize {
  return logits;
}

/** f32 [outputs], after `forward`. */
export function valuesAddress(): usize {
  return values;
}

export function forward(rows: i32): void {
  run(rows);
}

/** e^x of the f32 at `address`, in place, four at a time: for tests of its error. */
export function exponentials(address: usize, count: i32): void {
  for (let at = address; at < address + <usize>count * 4; at += 16) v128.store(at, exponential(v128.load(at)));
}

/**
 * Allocates memory for rows of logits that tokens are drawn from, in an instance that runs no model: its memory stays where it is.
 * 0 if out of memory.
 */
export function setupSoftmax(vocabularySize: i32): i32 {
  shapeSoftmax(vocabularySize);
  return i32(!refused);
}

export { softmaxAddress, weighRow, weighTempered };
