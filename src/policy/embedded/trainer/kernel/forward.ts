// The whole model over a batch, layer by layer.
import { finalInverse, finalNormal, h, kept, wide, z } from './activations';
import { attend } from './attention';
import { keepRead, readRows, rows, token } from './batch';
import { squaredRelu } from './feed-forward';
import { readTokens } from './head';
import { forwardProduct } from './matrix';
import { downAt, feedForward, finalBiasAt, finalGainAt, layerOf, layers, norm2At, outAt, qkvAt, upAt, width } from './model';
import { normalise, scaleAndShift } from './normalise';

/** Log-probabilities of the written tokens by the weights of a block. */
export function runForward(weights: usize, temperature: f32): void {
  const row = <usize>width * 4;
  for (let r = 0; r < rows; r++) memory.copy(h + row * r, weights + row * token(r), row);
  let count = rows;
  for (let index = 0; index < layers; index++) {
    const it = kept(index);
    const layer = layerOf(weights, index);
    normalise(h, rows, width, it.normal1, it.inverse1);
    scaleAndShift(it.normal1, layer, layer + row, rows, width, z);
    forwardProduct(z, layer + qkvAt, it.qkv, rows, width, 3 * width, row * 3, false);
    attend(it.qkv, it.mixed);
    // Of a prompt the last layer's keys and values are all that is needed.
    if (index == layers - 1) {
      keepRead(h);
      keepRead(it.mixed);
      count = readRows;
    }
    forwardProduct(it.mixed, layer + outAt, h, count, width, width, row, true);
    normalise(h, count, width, it.normal2, it.inverse2);
    scaleAndShift(it.normal2, layer + norm2At, layer + norm2At + row, count, width, z);
    forwardProduct(z, layer + upAt, it.hidden, count, width, feedForward, <usize>feedForward * 4, false);
    squaredRelu(it.hidden, wide, count * feedForward);
    forwardProduct(wide, layer + downAt, h, count, feedForward, width, row, true);
  }
  normalise(h, count, width, finalNormal, finalInverse);
  scaleAndShift(finalNormal, weights + finalGainAt, weights + finalBiasAt, count, width, z);
  readTokens(weights, temperature);
}
