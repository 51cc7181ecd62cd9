import { beforeAll, describe, expect, test } from 'vitest';
import { PolicyError } from '../policy-error.ts';
import type { Manifest } from './manifest.ts';
import { readFrom, readKernel } from './node.ts';
import { openEmbedded } from './open.ts';
import { fetchFrom, randomModel, sha256Hex, type RandomModel } from './testing/random-model.ts';

let kernel: WebAssembly.Module;
let model: RandomModel;

beforeAll(async () => {
  kernel = await WebAssembly.compile(await readKernel());
  model = await randomModel(2);
});

async function failure(manifest: unknown, weights = model.weights): Promise<PolicyError> {
  const error: unknown = await openEmbedded({
    id: 'random',
    fetchFile: fetchFrom(manifest, weights),
    wasm: kernel,
  }).catch((it: unknown) => it);
  if (!(error instanceof PolicyError)) throw new Error('expected a PolicyError', { cause: error });
  return error;
}

test('an undamaged model opens and says what it is', async () => {
  const { info } = await openEmbedded({ id: 'random', fetchFile: model.fetchFile, wasm: kernel });
  expect(info).toEqual({
    id: 'random',
    name: 'Random',
    weightsSha256: await sha256Hex(model.weights),
    families: ['countdown'],
    capabilities: { valueHead: true, fewShot: false, instructions: false },
    context: 48,
    stepEnds: [']'],
    thinking: { open: '<think>', close: '</think>', endOfText: '<eos>' },
    vocabulary: model.manifest.vocabulary,
  });
});

test('a model that is not there is not found', async () => {
  const error: unknown = await openEmbedded({ id: 'nowhere', fetchFile: readFrom(), wasm: kernel }).catch(
    (it: unknown) => it,
  );
  expect(error).toMatchObject({
    code: 'model-not-found',
    failure: { why: { kind: 'file', path: expect.stringContaining('nowhere') } },
  });
});

describe('a damaged manifest', () => {
  const tensorsWith = (change: Partial<Manifest['tensors'][number]>) => ({
    ...model.manifest,
    tensors: model.manifest.tensors.map((tensor) =>
      tensor.name === 'layers.1.up' ? { ...tensor, ...change } : tensor,
    ),
  });
  const shapedAs = (change: Partial<Manifest['architecture']>) => ({
    ...model.manifest,
    architecture: { ...model.manifest.architecture, ...change },
  });

  test.each<[string, () => unknown, string]>([
    ['that is no object', () => 'hello', 'manifest'],
    ['of another format', () => ({ ...model.manifest, format: 2 }), 'format'],
    ['of another model', () => ({ ...model.manifest, id: 'other' }), 'other'],
    ['with a shape the kernel cannot run', () => shapedAs({ heads: 4 }), 'width/heads%32'],
    ['with a monstrous context', () => shapedAs({ context: 2 ** 30 }), 'context'],
    ['whose vocabulary has another size', () => ({ ...model.manifest, vocabulary: ['<pad>'] }), 'vocabulary'],
    [
      'whose vocabulary lacks a control token',
      () => ({
        ...model.manifest,
        vocabulary: model.manifest.vocabulary.map((text) => (text === 'Wait' ? 'Hold' : text)),
      }),
      'Wait',
    ],
    [
      'whose weights lie elsewhere',
      () => ({
        ...model.manifest,
        files: { weights: { ...model.manifest.files.weights, path: '../other/weights.bin' } },
      }),
      'path',
    ],
    [
      'without one of the tensors',
      () => ({ ...model.manifest, tensors: model.manifest.tensors.slice(1) }),
      'embedding',
    ],
    ['with a tensor of another shape', () => tensorsWith({ shape: [96, 32] }), 'layers.1.up'],
    ['with a tensor of another type', () => tensorsWith({ type: 'f32' }), 'layers.1.up'],
    ['with a tensor beyond the end of the file', () => tensorsWith({ offset: 1 << 20 }), 'outside'],
    ['with a tensor at an odd place', () => tensorsWith({ offset: 3 }), 'offset'],
  ])('%s is refused in words', async (_, manifest, words) => {
    const error = await failure(manifest());
    expect(error.code).toBe('model-damaged');
    expect(error.message).toContain(words);
  });

  test('that is not JSON is refused in words', async () => {
    const page = new TextEncoder().encode('<!doctype html>');
    await expect(
      openEmbedded({ id: 'random', fetchFile: () => Promise.resolve(page), wasm: kernel }),
    ).rejects.toMatchObject({ code: 'model-damaged' });
  });
});

describe('damaged weights', () => {
  test('with one bit changed are refused', async () => {
    const weights = model.weights.slice();
    weights[1000]! ^= 1;
    expect(await failure(model.manifest, weights)).toMatchObject({
      code: 'model-damaged',
      failure: { why: { kind: 'weights-hash' } },
    });
  });

  test('cut short are refused', async () => {
    expect(await failure(model.manifest, model.weights.slice(0, -16))).toMatchObject({
      code: 'model-damaged',
      failure: { why: { kind: 'weights-length' } },
    });
  });

  test('with a number that is not finite are refused', async () => {
    const weights = model.weights.slice();
    const scale = model.manifest.tensors.find(({ name }) => name === 'head.scale');
    new DataView(weights.buffer).setFloat32(scale?.offset ?? NaN, Infinity, true);
    const files = { weights: { ...model.manifest.files.weights, sha256: await sha256Hex(weights) } };
    expect(await failure({ ...model.manifest, files }, weights)).toMatchObject({
      code: 'model-damaged',
      failure: { why: { kind: 'weights-not-finite' } },
    });
  });
});

test('a kernel that is none is refused in words', async () => {
  await expect(
    openEmbedded({ id: 'random', fetchFile: model.fetchFile, wasm: new Uint8Array(8) }),
  ).rejects.toMatchObject({ code: 'kernel-failed' });
});
