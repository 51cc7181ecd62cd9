// The model's shapes and addresses. The host has checked the shapes.
import { reserve } from './memory';

/** An int8 matrix, its rows (outputs) padded to a multiple of 8. The packing is that of `matrix.ts`. */
@unmanaged
export class Matrix {
  /** Outputs, padded. */
  outputs: i32;
  inputs: i32;
  weights: usize;
  /** f32 [outputs]: a weight is its int8 times its row's scale. */
  scales: usize;
}

@unmanaged
export class Layer {
  norm1Gain: usize;
  norm1Bias: usize;
  norm2Gain: usize;
  norm2Bias: usize;
  qkv: Matrix;
  out: Matrix;
  up: Matrix;
  down: Matrix;
}

export let vocabulary: i32 = 0;
export let width: i32 = 0;
export let layers: i32 = 0;
export let heads: i32 = 0;
export let headWidth: i32 = 0;
export let feedForward: i32 = 0;
export let context: i32 = 0;

/** i8 [vocabulary, width] as in the file, and f32 [vocabulary]. */
export let embedding: usize = 0;
export let embeddingScales: usize = 0;
export let head: Matrix = changetype<Matrix>(0);
export let finalGain: usize = 0;
export let finalBias: usize = 0;
export let valueWeight: usize = 0;
export let valueBias: usize = 0;
/** f32 [context, headWidth / 2]. */
export let rotaryCos: usize = 0;
export let rotarySin: usize = 0;
let layerTable: usize = 0;

// @ts-ignore: decorator
@inline
export function layer(index: i32): Layer {
  return changetype<Layer>(layerTable + <usize>index * offsetof<Layer>());
}

/** Allocates memory for the whole model. */
export function shapeModel(
  vocabularySize: i32, modelWidth: i32, layerCount: i32, headCount: i32, feedForwardWidth: i32, contextLength: i32,
): void {
  vocabulary = vocabularySize;
  width = modelWidth;
  layers = layerCount;
  heads = headCount;
  headWidth = modelWidth / headCount;
  feedForward = feedForwardWidth;
  context = contextLength;
  embedding = reserve(vocabulary * width);
  embeddingScales = reserve(vocabulary * 4);
  head = newMatrix(vocabulary, width);
  finalGain = reserve(width * 4);
  finalBias = reserve(width * 4);
  valueWeight = reserve(width * 4);
  valueBias = reserve(4);
  rotaryCos = reserve(context * headWidth * 2);
  rotarySin = reserve(context * headWidth * 2);
  layerTable = reserve(layers * offsetof<Layer>());
  for (let index = 0; index < layers; index++) {
    const it = layer(index);
    it.norm1Gain = reserve(width * 4);
    it.norm1Bias = reserve(width * 4);
    it.norm2Gain = reserve(width * 4);
    it.norm2Bias = reserve(width * 4);
    it.qkv = newMatrix(3 * width, width);
    it.out = newMatrix(width, width);
    it.up = newMatrix(feedForward, width);
    it.down = newMatrix(width, feedForward);
  }
}

function newMatrix(rows: i32, inputs: i32): Matrix {
  const matrix = changetype<Matrix>(reserve(offsetof<Matrix>()));
  matrix.outputs = (rows + 7) & ~7;
  matrix.inputs = inputs;
  matrix.weights = reserve(matrix.outputs * inputs);
  matrix.scales = reserve(matrix.outputs * 4);
  return matrix;
}

/** Matrices in the host's order: embedding, head, then qkv, out, up, down of each layer. Embedding has no `Matrix`. */
export function matrixAt(index: i32): Matrix {
  if (index == 1) return head;
  const it = layer((index - 2) >> 2);
  switch ((index - 2) & 3) {
    case 0: return it.qkv;
    case 1: return it.out;
    case 2: return it.up;
    default: return it.down;
  }
}

/**
 * Address of a vector in the host's order: final gain, bias, value weight, bias, cos, sin, then norm1 gain, bias,
 * norm2 gain, bias of each layer.
 */
export function vectorAt(index: i32): usize {
  switch (index) {
    case 0: return finalGain;
    case 1: return finalBias;
    case 2: return valueWeight;
    case 3: return valueBias;
    case 4: return rotaryCos;
    case 5: return rotarySin;
  }
  const it = layer((index - 6) >> 2);
  switch ((index - 6) & 3) {
    case 0: return it.norm1Gain;
    case 1: return it.norm1Bias;
    case 2: return it.norm2Gain;
    default: return it.norm2Bias;
  }
}
