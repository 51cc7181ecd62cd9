// The module's interface to its host. Addresses are in bytes. The host checks shapes, tokens, sequences and labels before it calls.
import { refused } from '../../kernel/memory';
import { shapeActivations } from './activations';
import { shapeAttention } from './attention';
import { labelTable, logs, pushes, sequenceTable, shapeBatch, takeBatch, tokens } from './batch';
import { runBackward } from './backward';
import { runForward } from './forward';
import { shapeMatrix } from './matrix';
import {
  firstMoment, givenGradient, gradient, policy, reference, rotaryCos, rotarySin, secondMoment, shapeModel,
} from './model';
import { descend } from './optimiser';

/**
 * Allocates memory for a model, its optimiser and its activations, once per instance. 0 if out of memory. Shapes: width and
 * feedForward multiples of 32, width / heads a multiple of 32.
 * @param rows the most tokens of a batch
 */
export function setup(
  vocabularySize: i32, modelWidth: i32, layerCount: i32, headCount: i32, feedForwardWidth: i32, contextLength: i32,
  rows: i32,
): i32 {
  shapeModel(vocabularySize, modelWidth, layerCount, headCount, feedForwardWidth, contextLength);
  shapeMatrix();
  shapeAttention();
  shapeBatch(rows);
  shapeActivations(rows);
  return i32(!refused);
}

/** Address of a block of parameters, f32: policy, reference, gradient, a gradient handed in, first and second moments. */
export function blockAddress(index: i32): usize {
  switch (index) {
    case 0: return policy;
    case 1: return reference;
    case 2: return gradient;
    case 3: return givenGradient;
    case 4: return firstMoment;
    default: return secondMoment;
  }
}

/** Address of a table of the rotations, f32 [context, headWidth / 2]: cosines, sines. */
export function rotaryAddress(index: i32): usize {
  return index == 0 ? rotaryCos : rotarySin;
}

/**
 * Address of what stands in a batch: tokens i32 [rows], sequences i32 [3] each (first row, length, start), log-probabilities
 * f32 [outputs], pushes f32 [outputs], value labels (row i32, label f32).
 */
export function batchAddress(index: i32): usize {
  switch (index) {
    case 0: return tokens;
    case 1: return sequenceTable;
    case 2: return logs;
    case 3: return pushes;
    default: return labelTable;
  }
}

/** @param block 0 for the policy, 1 for the reference. */
export function forward(sequences: i32, block: i32, temperature: f32): void {
  takeBatch(sequences);
  runForward(blockAddress(block), temperature);
}

/** Adds to the gradient, after a forward of the policy. */
export function backward(labels: i32, valueWeight: f32): void {
  runBackward(policy, gradient, labels, valueWeight);
}

/** One step of the optimiser along the gradient handed in; returns that one's length. */
export function step(rate: f64, maxNorm: f64, number: i32): f64 {
  return descend(rate, maxNorm, number);
}
