// The model's shapes, and where its parameters stand. Weights, gradient and moments are blocks of one layout, that of
// `trainer/parameters.ts`: matrices as they stand in the file, row by row, one after another without gaps.
import { reserve } from '../../kernel/memory';

export let vocabulary: i32 = 0;
export let width: i32 = 0;
export let layers: i32 = 0;
export let heads: i32 = 0;
export let headWidth: i32 = 0;
export let feedForward: i32 = 0;
export let context: i32 = 0;

// Places in a block, in bytes. The embedding stands first.
let layersAt: usize = 0;
let layerBytes: usize = 0;
export let finalGainAt: usize = 0;
export let finalBiasAt: usize = 0;
export let headAt: usize = 0;
export let valueWeightAt: usize = 0;
export let valueBiasAt: usize = 0;
/** f32 in a block, with what pads it to a multiple of 4. */
export let blockLength: i32 = 0;

// Places in a layer, in bytes. A bias stands after its gain.
export let norm2At: usize = 0;
export let qkvAt: usize = 0;
export let outAt: usize = 0;
export let upAt: usize = 0;
export let downAt: usize = 0;

/** What is trained, and what it is held against. */
export let policy: usize = 0;
export let reference: usize = 0;
export let gradient: usize = 0;
/** A gradient that the host hands in. */
export let givenGradient: usize = 0;
export let firstMoment: usize = 0;
export let secondMoment: usize = 0;
/** f32 [context, headWidth / 2]. */
export let rotaryCos: usize = 0;
export let rotarySin: usize = 0;

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
  placeParameters();
  const bytes = <usize>blockLength * 4;
  policy = reserve(bytes);
  reference = reserve(bytes);
  gradient = reserve(bytes);
  givenGradient = reserve(bytes);
  firstMoment = reserve(bytes);
  secondMoment = reserve(bytes);
  rotaryCos = reserve(context * headWidth * 2);
  rotarySin = reserve(context * headWidth * 2);
}

function placeParameters(): void {
  const row = <usize>width * 4;
  norm2At = row * 2;
  qkvAt = row * 4;
  outAt = qkvAt + row * 3 * width;
  upAt = outAt + row * width;
  downAt = upAt + row * feedForward;
  layerBytes = downAt + row * feedForward;
  layersAt = row * vocabulary;
  finalGainAt = layersAt + layerBytes * layers;
  finalBiasAt = finalGainAt + row;
  headAt = finalBiasAt + row;
  valueWeightAt = headAt + row * vocabulary;
  valueBiasAt = valueWeightAt + row;
  blockLength = <i32>(valueBiasAt / 4) + 4;
}

/** A layer's part of a block; its first normalisation stands first. */
// @ts-ignore: decorator
@inline
export function layerOf(block: usize, index: i32): usize {
  return block + layersAt + layerBytes * index;
}
