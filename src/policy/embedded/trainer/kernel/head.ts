// The two heads: logits where a token was written, and the value.
import { sigmoid } from '../../kernel/exponential';
import { dLogits, dz, finalNormal, logitsRow, probabilities, read, z } from './activations';
import { label, logs, outputs, pushes, readRows, sequence, sequences, token } from './batch';
import { addScaled, dotProduct } from './lanes';
import { addWeightGradient, forwardProduct, inputGradient } from './matrix';
import { finalBiasAt, finalGainAt, headAt, valueBiasAt, valueWeightAt, vocabulary, width } from './model';
import { scaleAndShift } from './normalise';
import { softmax } from './softmax';

let inverseTemperature: f32 = 1;

/** Log-probabilities of the written tokens from the normalised rows that are read, `z`. */
export function readTokens(weights: usize, temperature: f32): void {
  inverseTemperature = <f32>1.0 / temperature;
  gatherRows(z, read);
  forwardProduct(read, weights + headAt, probabilities, outputs, width, vocabulary, logitsRow, false);
  let row = probabilities;
  let at = 0;
  for (let index = 0; index < sequences; index++) {
    const it = sequence(index);
    for (let place = it.start; place < it.length; place++) {
      scale(row, inverseTemperature);
      const chosen = <f64>load<f32>(row + <usize>token(it.first + place) * 4);
      store<f32>(logs + <usize>at * 4, <f32>(chosen - softmax(row, vocabulary, <i32>(logitsRow >> 2))));
      row += logitsRow;
      at++;
    }
  }
}

/** From the pushes: adds to the gradient of the head, and gives that of the normalised rows, `dz`. */
export function readTokensBack(weights: usize, gradient: usize): void {
  let at = 0;
  for (let index = 0; index < sequences; index++) {
    const it = sequence(index);
    for (let place = it.start; place < it.length; place++) {
      pushLogits(at, token(it.first + place));
      at++;
    }
  }
  addWeightGradient(dLogits, logitsRow, read, gradient + headAt, outputs, width, vocabulary);
  inputGradient(dLogits, logitsRow, weights + headAt, z, outputs, width, vocabulary);
  memory.fill(dz, 0, readRows * width * 4);
  scatterRows(z, dz);
}

/** The loss is −push · log π: its gradient is push · (π − 1 at the token) / temperature. */
function pushLogits(output: i32, chosen: i32): void {
  const push = load<f32>(pushes + <usize>output * 4) * inverseTemperature;
  const by = f32x4.splat(push);
  const at = <usize>output * logitsRow;
  for (let i = at; i < at + logitsRow; i += 16) v128.store(dLogits + i, f32x4.mul(by, v128.load(probabilities + i)));
  const cell = dLogits + at + <usize>chosen * 4;
  store<f32>(cell, load<f32>(cell) - push);
}

/** Adds to the value head's gradient that of its binary cross-entropy, times `weight`. `row` is room for one row. */
export function valueBack(weights: usize, gradient: usize, labels: i32, weight: f32, row: usize): void {
  for (let index = 0; index < labels; index++) {
    const it = label(index);
    const normal = finalNormal + <usize>it.row * width * 4;
    scaleAndShift(normal, weights + finalGainAt, weights + finalBiasAt, 1, width, row);
    const value = sigmoid(dotProduct(row, weights + valueWeightAt, width) + load<f32>(weights + valueBiasAt));
    const d = weight * (value - it.label);
    addScaled(gradient + valueWeightAt, row, d, width);
    store<f32>(gradient + valueBiasAt, load<f32>(gradient + valueBiasAt) + d);
  }
}

function scale(row: usize, factor: f32): void {
  const by = f32x4.splat(factor);
  for (let i: usize = 0; i < logitsRow; i += 16) v128.store(row + i, f32x4.mul(by, v128.load(row + i)));
}

/** Copies the rows at which a token was written, all but the last of each sequence, one after another. */
function gatherRows(from: usize, to: usize): void {
  const bytes = <usize>width * 4;
  for (let index = 0; index < sequences; index++) {
    const it = sequence(index);
    const count = bytes * (it.length - it.start);
    memory.copy(to, from, count);
    to += count;
    from += count + bytes;
  }
}

function scatterRows(from: usize, to: usize): void {
  const bytes = <usize>width * 4;
  for (let index = 0; index < sequences; index++) {
    const it = sequence(index);
    const count = bytes * (it.length - it.start);
    memory.copy(to, from, count);
    from += count;
    to += count + bytes;
  }
}
