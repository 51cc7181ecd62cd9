import { PolicyError } from '../policy-error.ts';
import { damaged, type Architecture, type Manifest } from './manifest.ts';

/** Byte offsets of an int8 matrix and its row scales in the weights file. */
export interface MatrixPlace {
  readonly rows: number;
  readonly offset: number;
  readonly scalesOffset: number;
}

export interface VectorPlace {
  readonly length: number;
  readonly offset: number;
}

/** The tensors of a model in the kernel's order; null for one that the model lacks. */
export interface WeightPlaces {
  readonly matrices: readonly MatrixPlace[];
  readonly vectors: readonly (VectorPlace | null)[];
}

/** `[name, rows, columns]` of every matrix, in the kernel's order (`matrixAt` in kernel/model.ts). */
export function matrixShapes(shape: Architecture): readonly (readonly [string, number, number])[] {
  const { vocabulary, width, feedForward } = shape;
  return [
    ['embedding', vocabulary, width],
    ['head', vocabulary, width],
    ...eachLayer(shape, (layer) => [
      [`${layer}.qkv`, 3 * width, width] as const,
      [`${layer}.out`, width, width] as const,
      [`${layer}.up`, feedForward, width] as const,
      [`${layer}.down`, width, feedForward] as const,
    ]),
  ];
}

/** `[name, shape]` of every vector and table, in the kernel's order (`vectorAt` in kernel/model.ts). */
export function vectorShapes(shape: Architecture): readonly (readonly [string, readonly number[]])[] {
  const { width, heads, context } = shape;
  const table = [context, width / heads / 2];
  return [
    ['final.gain', [width]],
    ['final.bias', [width]],
    ['value.weight', [width]],
    ['value.bias', [1]],
    ['rotary.cos', table],
    ['rotary.sin', table],
    ...eachLayer(shape, (layer) =>
      ['norm1.gain', 'norm1.bias', 'norm2.gain', 'norm2.bias'].map(
        (name) => [`${layer}.${name}`, [width]] as const,
      ),
    ),
  ];
}

function eachLayer<T>(shape: Architecture, of: (prefix: string) => readonly T[]): readonly T[] {
  return Array.from({ length: shape.layers }, (_, index) => of(`layers.${index}`)).flat();
}

/** Finds every tensor. Throws PolicyError `model-damaged` if one is missing, has another shape or lies outside the file. */
export function placeWeights(manifest: Manifest): WeightPlaces {
  const tensors = new Map(manifest.tensors.map((tensor) => [tensor.name, tensor]));
  const place = (name: string, type: 'i8' | 'f32', shape: readonly number[]): number => {
    const tensor = tensors.get(name);
    if (!tensor) throw damaged({ kind: 'tensor-missing', model: manifest.id, tensor: name });
    if (tensor.type !== type || tensor.shape.join() !== shape.join()) {
      throw damaged({
        kind: 'tensor-shape',
        model: manifest.id,
        tensor: name,
        found: `${tensor.type} [${tensor.shape.join(', ')}]`,
        needed: `${type} [${shape.join(', ')}]`,
      });
    }
    const bytes = product(shape) * (type === 'i8' ? 1 : 4);
    if (tensor.offset + bytes > manifest.files.weights.bytes)
      throw damaged({ kind: 'tensor-outside', model: manifest.id, tensor: name });
    return tensor.offset;
  };
  return {
    matrices: matrixShapes(manifest.architecture).map(([name, rows, columns]) => ({
      rows,
      offset: place(name, 'i8', [rows, columns]),
      scalesOffset: place(`${name}.scale`, 'f32', [rows]),
    })),
    vectors: vectorShapes(manifest.architecture).map(([name, shape]) =>
      name.startsWith('value.') && !manifest.capabilities.valueHead
        ? null
        : { length: product(shape), offset: place(name, 'f32', shape) },
    ),
  };
}

function product(shape: readonly number[]): number {
  return shape.reduce((a, b) => a * b, 1);
}

/** Throws PolicyError `model-damaged` unless the file is the one the manifest names, with finite numbers in it. */
export async function checkWeights(
  manifest: Manifest,
  places: WeightPlaces,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const { bytes: expected, sha256 } = manifest.files.weights;
  if (bytes.byteLength !== expected) {
    throw damaged({ kind: 'weights-length', model: manifest.id, bytes: bytes.byteLength, expected });
  }
  if ((await hash(bytes)) !== sha256) throw damaged({ kind: 'weights-hash', model: manifest.id });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const finite = (offset: number, length: number) => {
    for (let at = offset; at < offset + 4 * length; at += 4) {
      if (!Number.isFinite(view.getFloat32(at, true)))
        throw damaged({ kind: 'weights-not-finite', model: manifest.id });
    }
  };
  for (const matrix of places.matrices) finite(matrix.scalesOffset, matrix.rows);
  for (const vector of places.vectors) if (vector) finite(vector.offset, vector.length);
}

async function hash(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  // Typed as always present, but missing on pages served over plain http from another machine.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (!subtle) {
    throw new PolicyError({ code: 'kernel-failed', why: { kind: 'no-hashes' } });
  }
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
