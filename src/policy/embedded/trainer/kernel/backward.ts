// The way back through the model, from the last layer to the first: adds to the gradient of every parameter.
import { dz, finalInverse, finalNormal, h as dh, kept, wide, z } from './activations';
import { attendBack } from './attention';
import { rows, token } from './batch';
import { square, squaredReluBack } from './feed-forward';
import { readTokensBack, valueBack } from './head';
import { addScaled } from './lanes';
import { addWeightGradient, inputGradient } from './matrix';
import { downAt, feedForward, finalBiasAt, finalGainAt, layerOf, layers, norm2At, outAt, qkvAt, upAt, width } from './model';
import { normaliseBack, scaleAndShift } from './normalise';

/** After a forward by the same weights. */
export function runBackward(weights: usize, gradient: usize, labels: i32, valueWeight: f32): void {
  valueBack(weights, gradient, labels, valueWeight, z);
  readTokensBack(weights, gradient, rows);
  memory.fill(dh, 0, rows * width * 4);
  normaliseBack(
    dz, finalNormal, finalInverse, weights + finalGainAt, rows, width, gradient + finalGainAt, gradient + finalBiasAt, dh,
  );
  for (let index = layers - 1; index >= 0; index--) {
    feedForwardBack(index, layerOf(weights, index), layerOf(gradient, index));
    attentionBack(index, layerOf(weights, index), layerOf(gradient, index));
  }
  for (let r = 0; r < rows; r++) addScaled(gradient + <usize>(token(r) * width) * 4, dh + <usize>(r * width) * 4, 1, width);
}

function feedForwardBack(index: i32, layer: usize, gradient: usize): void {
  const it = kept(index);
  const row = <usize>width * 4, wideRow = <usize>feedForward * 4;
  square(it.hidden, wide, rows * feedForward);
  addWeightGradient(dh, row, wide, gradient + downAt, rows, feedForward, width);
  inputGradient(dh, row, layer + downAt, wide, rows, feedForward, width);
  squaredReluBack(it.hidden, wide, rows * feedForward);
  const norm = norm2At;
  scaleAndShift(it.normal2, layer + norm, layer + norm + row, rows, width, z);
  addWeightGradient(wide, wideRow, z, gradient + upAt, rows, width, feedForward);
  inputGradient(wide, wideRow, layer + upAt, dz, rows, width, feedForward);
  normaliseBack(dz, it.normal2, it.inverse2, layer + norm, rows, width, gradient + norm, gradient + norm + row, dh);
}

function attentionBack(index: i32, layer: usize, gradient: usize): void {
  const it = kept(index);
  const row = <usize>width * 4, wideRow = row * 3;
  addWeightGradient(dh, row, it.mixed, gradient + outAt, rows, width, width);
  inputGradient(dh, row, layer + outAt, dz, rows, width, width);
  memory.fill(wide, 0, wideRow * rows);
  attendBack(it.qkv, dz, wide);
  scaleAndShift(it.normal1, layer, layer + row, rows, width, z);
  addWeightGradient(wide, wideRow, z, gradient + qkvAt, rows, width, 3 * width);
  inputGradient(wide, wideRow, layer + qkvAt, dz, rows, width, 3 * width);
  normaliseBack(dz, it.normal1, it.inverse1, layer, rows, width, gradient, gradient + row, dh);
}
