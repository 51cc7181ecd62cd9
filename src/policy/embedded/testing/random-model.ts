import type { Architecture, Manifest } from '../manifest.ts';
import type { FetchFile } from '../open.ts';
import { matrixShapes, vectorShapes } from '../weights.ts';
import { control } from '../vocabulary.ts';

export interface RandomModel {
  readonly manifest: Manifest;
  readonly weights: Uint8Array<ArrayBuffer>;
  readonly fetchFile: FetchFile;
}

export const smallShape: Architecture = {
  vocabulary: 45,
  width: 64,
  layers: 2,
  heads: 2,
  feedForward: 96,
  context: 48,
};

/**
 * A countdown model with random weights, in the format of the shipped files. The same seed gives the same bytes on any
 * machine: numbers come from integers, and rotations from square roots instead of cosines.
 */
export async function randomModel(
  seed: number,
  architecture: Architecture = smallShape,
): Promise<RandomModel> {
  const next = integers(seed);
  const unit = () => next() / 2 ** 31 - 1;
  const tensors: Manifest['tensors'] = [];
  const parts: { readonly offset: number; readonly bytes: Uint8Array }[] = [];
  let end = 0;
  const add = (name: string, shape: readonly number[], values: Int8Array | Float32Array) => {
    const offset = (end + 15) & ~15;
    tensors.push({ name, type: values instanceof Int8Array ? 'i8' : 'f32', shape: [...shape], offset });
    parts.push({ offset, bytes: new Uint8Array(values.buffer) });
    end = offset + values.byteLength;
  };
  for (const [name, rows, columns] of matrixShapes(architecture)) {
    add(
      name,
      [rows, columns],
      Int8Array.from({ length: rows * columns }, () => Math.trunc(unit() * 127.99)),
    );
    add(
      `${name}.scale`,
      [rows],
      Float32Array.from({ length: rows }, () => (1.5 + unit()) / 127 / Math.sqrt(columns)),
    );
  }
  const cos = Float32Array.from(
    { length: (architecture.context * architecture.width) / architecture.heads / 2 },
    unit,
  );
  for (const [name, shape] of vectorShapes(architecture)) {
    const length = shape.reduce((a, b) => a * b, 1);
    if (name === 'rotary.cos') add(name, shape, cos);
    else if (name === 'rotary.sin')
      add(
        name,
        shape,
        cos.map((c) => Math.sqrt(1 - c * c)),
      );
    else
      add(
        name,
        shape,
        Float32Array.from({ length }, () => (name.endsWith('gain') ? 1 : 0) + 0.3 * unit()),
      );
  }
  const weights = new Uint8Array(end);
  for (const { offset, bytes } of parts) weights.set(bytes, offset);
  const manifest: Manifest = {
    format: 1,
    id: 'random',
    name: 'Random',
    description: 'Random weights, for tests.',
    family: 'countdown',
    architecture,
    vocabulary: vocabularyOf(architecture.vocabulary),
    capabilities: { valueHead: true, fewShot: false, instructions: false },
    parameters: 1,
    files: { weights: { path: 'weights.bin', bytes: weights.byteLength, sha256: await sha256Hex(weights) } },
    tensors,
  };
  return { manifest, weights, fetchFile: fetchFrom(manifest, weights) };
}

/** Serves any manifest, valid or not, and weights as the files of the model `random`. */
export function fetchFrom(manifest: unknown, weights: Uint8Array<ArrayBuffer>): FetchFile {
  return async (path) => {
    if (path === 'random/manifest.json') return new TextEncoder().encode(JSON.stringify(manifest));
    if (path === 'random/weights.bin') return weights;
    throw new Error(`no file ${path}`);
  };
}

export async function sha256Hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
}

/** Mulberry32: unsigned 32-bit integers from a seed. */
export function integers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
}

function vocabularyOf(size: number): string[] {
  const words = [...Object.values(control), ':', '+', '-', '*', '/', '=', '[', ']', '(', ')'];
  return [...words, ...Array.from({ length: Math.max(0, size - words.length) }, (_, index) => String(index))];
}
