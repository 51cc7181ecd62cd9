import type { Architecture } from '../manifest.ts';
import { matrixShapes, vectorShapes, type WeightPlaces } from '../weights.ts';

/** A tensor among the parameters, all of which stand one after another in the order of `public/models/README.md`. */
export interface ParameterPlace {
  readonly name: string;
  /** Number of parameters before it. */
  readonly at: number;
  readonly rows: number;
  readonly columns: number;
  /** Where it stands in the file, in bytes; null for one that the model lacks. */
  readonly offset: number | null;
  /** Of a matrix: its row scales in the file. */
  readonly scalesOffset: number | null;
}

/** Every tensor that is trained, in their order. It is the order of the trainer's kernel (kernel/model.ts). */
export function placeParameters(
  shape: Architecture,
  { matrices, vectors }: WeightPlaces,
): readonly ParameterPlace[] {
  const inFile = new Map([
    ...matrixShapes(shape).map(([name, rows, columns], index) => {
      const { offset = null, scalesOffset = null } = matrices[index] ?? {};
      return [name, { rows, columns, offset, scalesOffset }] as const;
    }),
    ...vectorShapes(shape).map(([name, [length = 1]], index) => {
      const { offset = null } = vectors[index] ?? {};
      return [name, { rows: 1, columns: length, offset, scalesOffset: null }] as const;
    }),
  ]);
  let at = 0;
  return parameterNames(shape.layers).map((name) => {
    const tensor = inFile.get(name);
    if (!tensor) throw new Error(`${name} is no tensor of a model`);
    const place = { name, at, ...tensor };
    at += tensor.rows * tensor.columns;
    return place;
  });
}

const ofLayer = ['norm1.gain', 'norm1.bias', 'norm2.gain', 'norm2.bias', 'qkv', 'out', 'up', 'down'];

function parameterNames(layers: number): readonly string[] {
  return [
    'embedding',
    ...Array.from({ length: layers }, (_, layer) => ofLayer.map((name) => `layers.${layer}.${name}`)).flat(),
    'final.gain',
    'final.bias',
    'head',
    'value.weight',
    'value.bias',
  ];
}

/** The parameters that a file's bytes stand for, zeros for those that the model lacks. */
export function readParameters(places: readonly ParameterPlace[], file: Uint8Array): Float32Array {
  const last = places.at(-1);
  const parameters = new Float32Array(last ? last.at + last.rows * last.columns : 0);
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  for (const { at, rows, columns, offset, scalesOffset } of places) {
    if (offset === null) continue;
    const count = rows * columns;
    if (scalesOffset === null) {
      for (let i = 0; i < count; i++) parameters[at + i] = view.getFloat32(offset + 4 * i, true);
    } else {
      for (let i = 0; i < count; i++) {
        const scale = view.getFloat32(scalesOffset + 4 * Math.floor(i / columns), true);
        parameters[at + i] = view.getInt8(offset + i) * scale;
      }
    }
  }
  return parameters;
}

/**
 * The file with other parameters, rounded as `training/export/quantise.py` rounds them: a row of a matrix becomes integers from
 * -127 to 127, its scale the largest magnitude / 127. What is not trained stays as it is.
 */
export function writeParameters(
  places: readonly ParameterPlace[],
  parameters: Float32Array,
  file: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const written = new Uint8Array(file);
  const view = new DataView(written.buffer);
  for (const { at, rows, columns, offset, scalesOffset } of places) {
    if (offset === null) continue;
    if (scalesOffset === null) {
      for (let i = 0; i < columns; i++) view.setFloat32(offset + 4 * i, parameters[at + i] ?? 0, true);
      continue;
    }
    for (let row = 0; row < rows; row++) {
      const values = parameters.subarray(at + row * columns, at + (row + 1) * columns);
      const scale = Math.fround(values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 127);
      view.setFloat32(scalesOffset + 4 * row, scale, true);
      for (let i = 0; i < columns; i++) {
        const integer = scale === 0 ? 0 : halfToEven(Math.fround((values[i] ?? 0) / scale));
        view.setInt8(offset + row * columns + i, Math.min(127, Math.max(-127, integer)));
      }
    }
  }
  return written;
}

/** 1.5 · 2^52: where a double of this size stands, neighbours are whole numbers. */
const rounder = 6755399441055744;

/** The nearest integer of a small number, of two the even one. */
function halfToEven(x: number): number {
  return x + rounder - rounder;
}
