// The whole model, for a batch of rows (tokens) of any sequences.
import {
  embedding, embeddingScales, feedForward, finalBias, finalGain, head, layer, layers, valueBias,
  valueWeight, vocabulary, width,
} from './model';
import { ADD, SQUARED_RELU, STORE, multiply, packedRow } from './matrix';
import { attend } from './attention';
import { layerCache, remember } from './cache';
import { dotProduct, embed, normalise, quantise } from './rows';
import { reserve } from './memory';
import { sigmoid } from './exponential';

/** Rows that go through all layers together, a multiple of 4: their activations fit the L2 cache. */
const CHUNK: i32 = 64;

/** One token to run. Rows of one sequence are in order of position. */
@unmanaged
class Row {
  /** Address of its sequence's cache. */
  slot: usize;
  position: i32;
  token: i32;
  /** 1 when logits are wanted here. */
  output: i32;
}

export let rowTable: usize = 0;
export let logits: usize = 0;
export let values: usize = 0;

// Activations of a chunk.
let h: usize = 0; // f32 [CHUNK, width]
let z: usize = 0; // f32 [CHUNK, width]
let qkv: usize = 0; // f32 [CHUNK, 3 · width]
let hidden: usize = 0; // f32 [CHUNK, feedForward]
let q: usize = 0; // int16 [CHUNK, max(width, feedForward)], packed
let qScales: usize = 0; // f32 [CHUNK]

let widthAmplitude: f32 = 0;
let hiddenAmplitude: f32 = 0;

export function shapeForward(rows: i32): void {
  rowTable = reserve(rows * offsetof<Row>());
  logits = reserve(rows * head.outputs * 4);
  values = reserve(rows * 4);
  h = reserve(CHUNK * width * 4);
  z = reserve(CHUNK * width * 4);
  qkv = reserve(CHUNK * 3 * width * 4);
  hidden = reserve(CHUNK * feedForward * 4);
  q = reserve(CHUNK * max(width, feedForward) * 2);
  qScales = reserve(CHUNK * 4);
  widthAmplitude = amplitude(width);
  hiddenAmplitude = amplitude(feedForward);
}

/** The largest int16 magnitude at which a sum of `inputs` products with int8 cannot leave int32. */
function amplitude(inputs: i32): f32 {
  const limit: i32 = i32.MAX_VALUE / (128 * inputs);
  return <f32>min(32767, limit);
}

/** Runs the first `rows` rows of the row table. Logits and values are those of the rows that ask for output, in order. */
export function run(rows: i32): void {
  let outputs = 0;
  for (let start = 0; start < rows; start += CHUNK) {
    outputs += runChunk(rowTable + <usize>start * offsetof<Row>(), min(CHUNK, rows - start), outputs);
  }
  // The product leaves rows padded to whole groups of outputs.
  const stride = <usize>head.outputs * 4;
  for (let i = 1; i < outputs; i++) {
    memory.copy(logits + <usize>i * vocabulary * 4, logits + <usize>i * stride, vocabulary * 4);
  }
}

function runChunk(table: usize, rows: i32, outputsBefore: i32): i32 {
  const widthBytes = <usize>width * 4;
  for (let r = 0; r < rows; r++) {
    const token = row(table, r).token;
    embed(embedding + <usize>token * width, load<f32>(embeddingScales + <usize>token * 4), h + <usize>r * widthBytes, width);
  }
  for (let index = 0; index < layers; index++) {
    const it = layer(index);
    normaliseRows(it.norm1Gain, it.norm1Bias, rows);
    multiply(it.qkv, q, qScales, rows, qkv, widthBytes * 3, STORE);
    for (let r = 0; r < rows; r++) {
      const token = row(table, r);
      remember(qkv + <usize>r * widthBytes * 3, layerCache(token.slot, index), token.position);
    }
    // Rows without outputs are only needed for the last layer's cache, so they end here.
    if (index == layers - 1) rows = keepOutputs(table, rows);
    for (let r = 0; r < rows; r++) {
      const token = row(table, r);
      const to = z + <usize>r * widthBytes;
      attend(qkv + <usize>r * widthBytes * 3, layerCache(token.slot, index), token.position + 1, to);
      quantiseRow(to, r, width, widthAmplitude);
    }
    multiply(it.out, q, qScales, rows, h, widthBytes, ADD);
    normaliseRows(it.norm2Gain, it.norm2Bias, rows);
    multiply(it.up, q, qScales, rows, hidden, <usize>feedForward * 4, SQUARED_RELU);
    for (let r = 0; r < rows; r++) quantiseRow(hidden + <usize>r * feedForward * 4, r, feedForward, hiddenAmplitude);
    multiply(it.down, q, qScales, rows, h, widthBytes, ADD);
  }
  normaliseRows(finalGain, finalBias, rows);
  multiply(head, q, qScales, rows, logits + <usize>outputsBefore * head.outputs * 4, head.outputs * 4, STORE);
  for (let r = 0; r < rows; r++) {
    const value = sigmoid(dotProduct(z + <usize>r * widthBytes, valueWeight, width) + load<f32>(valueBias));
    store<f32>(values + <usize>(outputsBefore + r) * 4, value);
  }
  return rows;
}

// @ts-ignore: decorator
@inline
function row(table: usize, index: i32): Row {
  return changetype<Row>(table + <usize>index * offsetof<Row>());
}

/** z = layernorm(h), quantised to q. */
function normaliseRows(gain: usize, bias: usize, rows: i32): void {
  for (let r = 0; r < rows; r++) {
    const at = <usize>r * width * 4;
    normalise(h + at, gain, bias, z + at, width);
    quantiseRow(z + at, r, width, widthAmplitude);
  }
}

// @ts-ignore: decorator
@inline
function quantiseRow(from: usize, r: i32, n: i32, amplitude: f32): void {
  store<f32>(qScales + <usize>r * 4, quantise(from, packedRow(q, r, n), n, amplitude));
}

/** Moves the rows that ask for output to the front (table, h and qkv); returns their number. */
function keepOutputs(table: usize, rows: i32): i32 {
  let kept = 0;
  for (let r = 0; r < rows; r++) {
    if (!row(table, r).output) continue;
    if (kept < r) {
      memory.copy(changetype<usize>(row(table, kept)), changetype<usize>(row(table, r)), offsetof<Row>());
      memory.copy(h + <usize>kept * width * 4, h + <usize>r * width * 4, width * 4);
      memory.copy(qkv + <usize>kept * width * 12, qkv + <usize>r * width * 12, width * 4);
    }
    kept++;
  }
  return kept;
}
