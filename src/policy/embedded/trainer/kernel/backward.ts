// The way back through the model, from the last layer to the first: adds to the gradient of every parameter.
import { dz, finalInverse, finalNormal, h as dh, kept, wide, z } from './activations';
import { attendBack } from './attention';
import { readRows, rows, spreadRead, token } from './batch';
import { square, squaredReluBack } from './feed-forward';
import { readTokensBack, valueBack } from './head';
import { addScaled } from './lanes';
import { addWeightGradient, inputGradient } from './matrix';
import { downAt, feedForward, finalBiasAt, finalGainAt, layerOf, layers, norm2At, outAt, qkvAt, upAt, width } from './model';
import { normaliseBack, scaleAndShift } from './normalise';

/** After a forward by the same weights. */
export function runBackward(weights: usize, gradient: usize, labels: i32, valueWeight: f32): void {
  valueBack(weights, gradient, labels, valueWeight, z);
  readTokensBack(weights, gradient);
  memory.fill(dh, 0, readRows * width * 4);
  normaliseBack(
    dz, finalNormal, finalInverse, weights + finalGainAt, readRows, width, gradient + finalGainAt, gradient + finalBiasAt, dh,
  );
  for (let index = layers - 1; index >= 0; index--) {
    const last = index == layers - 1;
    feedForwardBack(index, layerOf(weights, index), layerOf(gradient, index), last ? readRows : rows);
    attentionBack(index, layerOf(weights, index), layerOf(gradient, index), last);
  }
  for (let r = 0; r < rows; r++) addScaled(gradient + <usize>(token(r) * width) * 4, dh + <usize>(r * width) * 4, 1, width);
}

function feedForwardBack(index: i32, layer: usize, gradient: usize, count: i32): void {
  const it = kept(index);
  const row = <usize>width * 4, wideRow = <usize>feedForward * 4;
  square(it.hidden, wide, count * feedForward);
  addWeightGradient(dh, row, wide, gradient + downAt, count, feedForward, width);
  inputGradient(dh, row, layer + downAt, wide, count, feedForward, width);
  squaredReluBack(it.hidden, wide, count * feedForward);
  const norm = norm2At;
  scaleAndShift(it.normal2, layer + norm, layer + norm + row, count, width, z);
  addWeightGradient(wide, wideRow, z, gradient + upAt, count, width, feedForward);
  inputGradient(wide, wideRow, layer + upAt, dz, count, width, feedForward);
  normaliseBack(dz, it.normal2, it.inverse2, layer + norm, count, width, gradient + norm, gradient + norm + row, dh);
}

function attentionBack(index: i32, layer: usize, gradient: usize, last: bool): void {
  const it = kept(index);
  const row = <usize>width * 4, wideRow = row * 3;
  const count = last ? readRows : rows;
  addWeightGradient(dh, row, it.mixed, gradient + outAt, count, width, width);
  inputGradient(dh, row, layer + outAt, dz, count, width, width);
  if (last) {
    spreadRead(dh);
    spreadRead(dz);
  }
  memory.fill(wide, 0, wideRow * rows);
  attendBack(it.qkv, dz, wide);
  scaleAndShift(it.normal1, layer, layer + row, rows, width, z);
  addWeightGradient(wide, wideRow, z, gradient + qkvAt, rows, width, 3 * width);
  inputGradient(wide, wideRow, layer + qkvAt, dz, rows, width, 3 * width);
  normaliseBack(dz, it.normal1, it.inverse1, layer, rows, width, gradient, gradient + row, dh);
}
