// Memory for what a forward leaves for the way back, and for what both need on their way.
import { reserve } from '../../kernel/memory';
import { feedForward, layers, vocabulary, width } from './model';

/** What a layer keeps of each row; the last one, after its attention, of the rows that are read. */
@unmanaged
export class Kept {
  /** f32 [rows, width], and [rows]: see `normalise`. */
  normal1: usize;
  inverse1: usize;
  /** f32 [rows, 3 · width]: queries and keys are rotated, queries also scaled. */
  qkv: usize;
  /** f32 [rows, width]: what attention mixed. */
  mixed: usize;
  normal2: usize;
  inverse2: usize;
  /** f32 [rows, feedForward]: after the ReLU, before the square. */
  hidden: usize;
}

let keptTable: usize = 0;
export let finalNormal: usize = 0;
export let finalInverse: usize = 0;
/** f32 [outputs, width]: normalised rows at which a token was written. */
export let read: usize = 0;
/** Bytes of a row of `probabilities` and `dLogits`: the vocabulary, padded. */
export let logitsRow: usize = 0;
/** f32 [outputs, vocabulary]. */
export let probabilities: usize = 0;
export let dLogits: usize = 0;

/** f32 [rows, width]: the residual stream, and its gradient on the way back. */
export let h: usize = 0;
export let z: usize = 0;
export let dz: usize = 0;
/** f32 [rows, max(feedForward, 3 · width)]. */
export let wide: usize = 0;

export function shapeActivations(rows: i32): void {
  const narrow = rows * width * 4;
  keptTable = reserve(layers * offsetof<Kept>());
  for (let index = 0; index < layers; index++) {
    const it = kept(index);
    it.normal1 = reserve(narrow);
    it.inverse1 = reserve(rows * 4);
    it.qkv = reserve(narrow * 3);
    it.mixed = reserve(narrow);
    it.normal2 = reserve(narrow);
    it.inverse2 = reserve(rows * 4);
    it.hidden = reserve(rows * feedForward * 4);
  }
  finalNormal = reserve(narrow);
  finalInverse = reserve(rows * 4);
  read = reserve(narrow);
  logitsRow = <usize>((vocabulary + 7) & ~7) * 4;
  probabilities = reserve(<usize>rows * logitsRow);
  dLogits = reserve(<usize>rows * logitsRow);
  h = reserve(narrow);
  z = reserve(narrow);
  dz = reserve(narrow);
  wide = reserve(rows * max(feedForward, 3 * width) * 4);
}

// @ts-ignore: decorator
@inline
export function kept(layer: i32): Kept {
  return changetype<Kept>(keptTable + <usize>layer * offsetof<Kept>());
}
