import { describe, expect, it } from 'vitest';
import { readCustomModels } from './custom-model.ts';
import type { CustomModel } from './gpu-model.ts';
import { folderOf, weightsAddress } from './model-folder.ts';
import { loadGpuModels } from './model-list.ts';

const listed = await loadGpuModels();
const sha = `sha256-${'a'.repeat(43)}=`;
const valid: CustomModel = {
  id: 'DeepSeek-R1-Distill-Qwen-1.5B-q4f16_1-MLC',
  weights: 'https://huggingface.co/someone/DeepSeek-R1-Distill-Qwen-1.5B-q4f16_1-MLC',
  library: 'https://example.org/lib/Qwen2-1.5B-Instruct-q4f16_1_cs1k-webgpu.wasm',
  context: 4096,
};
const read = (change: object) => readCustomModels([{ ...valid, ...change }], listed)[0]!;

describe('a custom model', () => {
  it('is understood by its names', () => {
    expect(read({ integrity: { library: sha } })).toMatchObject({
      id: valid.id,
      name: 'DeepSeek R1 Distill Qwen 1.5B',
      kind: 'reasoning',
      quantisation: 'q4f16_1',
      features: ['shader-f16'],
      origin: 'custom',
      context: 4096,
      memoryBytes: null,
      downloadBytes: 866_250_000,
      source: {
        weights: `${valid.weights}/resolve/main/`,
        library: valid.library,
        overrides: { context_window_size: 4096 },
        integrity: { library: sha },
      },
    });
  });

  it('may be one that nobody knows', () => {
    expect(
      read({
        id: 'my-model',
        weights: 'http://localhost:8000/models/mine',
        library: 'http://127.0.0.1:8000/mine.wasm',
      }),
    ).toMatchObject({
      name: 'my model',
      quantisation: 'unknown',
      features: [],
      parameters: null,
      downloadBytes: null,
    });
    expect(
      read({
        id: 'mine',
        weights: 'http://[::1]:8000/mine',
        library: 'https://example.org/mine-q4f16_1-webgpu.wasm',
      }),
    ).toMatchObject({ quantisation: 'q4f16_1', features: ['shader-f16'] });
  });

  it.each(['constructor', 'toString', 'hasOwnProperty', 'it-constructor-7B'])('may be called %s', (id) => {
    expect(read({ id, weights: 'https://me.test/x', library: 'https://me.test/x.wasm' })).toMatchObject({
      id,
      name: id === 'it-constructor-7B' ? 'Instruct constructor 7B' : id,
      quantisation: 'unknown',
    });
  });

  it.each<[string | null, object]>([
    ['id', { id: '' }],
    ['id', { id: '__proto__' }],
    ['id', { id: '../x' }],
    ['id', { id: 'a'.repeat(97) }],
    ['weights', { weights: 'http://example.org/model' }],
    ['weights', { weights: 'javascript:alert(1)' }],
    ['weights', { weights: 'file:///model' }],
    ['weights', { weights: 'not an address' }],
    ['weights', { weights: 'https://user:secret@example.org/model' }],
    ['weights', { weights: 'https://example.org/model?x=1' }],
    ['weights', { weights: `https://example.org/${'a'.repeat(2000)}` }],
    ['weights', { weights: 'http://localhost.example.org/model' }],
    ['library', { library: 'https://example.org/library.js' }],
    ['library', { library: 'http://example.org/library.wasm' }],
    ['context', { context: 128 }],
    ['context', { context: 1e6 }],
    ['context', { context: 4096.5 }],
    ['context', { context: '4096' }],
    ['integrity.library', { integrity: { library: 'sha256-short' } }],
    ['integrity.config', { integrity: { config: 'md5-AAAA' } }],
    [null, { surprise: true }],
  ])('is refused with the name of the field: %s %j', (field, change) => {
    expect(() => read(change)).toThrow(
      expect.objectContaining({
        code: 'custom-model-invalid',
        failure: expect.objectContaining({ why: expect.objectContaining({ field }) }),
      }),
    );
  });

  it.each(['countdown', listed[0]!.id])('is refused where its id is taken: %s', (id) => {
    expect(() => read({ id })).toThrow(
      expect.objectContaining({ failure: { code: 'custom-model-invalid', why: { kind: 'taken', id } } }),
    );
  });

  it('has an id of its own', () =>
    expect(() => readCustomModels([valid, valid], listed)).toThrow(
      expect.objectContaining({ code: 'custom-model-invalid' }),
    ));

  it.each([
    null,
    'x',
    {},
    [null],
    Array.from({ length: 100 }, (_, index) => ({ ...valid, id: `m${index}` })),
  ])('is refused where the list is none: %#', (input) => {
    expect(() => readCustomModels(input, listed)).toThrow(
      expect.objectContaining({ code: 'custom-model-invalid' }),
    );
  });
});

describe('the library of a model', () => {
  it.each([
    ['https://huggingface.co/a/b/blob/main/lib/x.wasm', 'https://huggingface.co/a/b/resolve/main/lib/x.wasm'],
    ['https://github.com/a/b/blob/main/lib/x.wasm', 'https://raw.githubusercontent.com/a/b/main/lib/x.wasm'],
    [
      'https://raw.githubusercontent.com/a/b/main/x.wasm',
      'https://raw.githubusercontent.com/a/b/main/x.wasm',
    ],
    ['http://localhost:8000/blob/main/x.wasm', 'http://localhost:8000/blob/main/x.wasm'],
  ])('%s is %s', (library, file) => expect(read({ library }).source.library).toBe(file));
});

describe('the folder of a model', () => {
  /** What WebLLM does with `ModelRecord.model`; the browser test holds it against WebLLM itself. */
  const asWebllmReads = (address: string) => {
    const folder = address.endsWith('/') ? address : `${address}/`;
    return new URL(/.+\/resolve\/.+\//.test(folder) ? folder : `${folder}resolve/main/`).href;
  };

  it.each<readonly [string, string]>([
    ['https://huggingface.co/a/b', 'https://huggingface.co/a/b/resolve/main/'],
    ['https://huggingface.co/a/b/', 'https://huggingface.co/a/b/resolve/main/'],
    ['https://huggingface.co/a/b/resolve/v2', 'https://huggingface.co/a/b/resolve/v2/'],
    ['https://huggingface.co/a/b/resolve/v2/', 'https://huggingface.co/a/b/resolve/v2/'],
    ...[
      '',
      '/',
      '/tree/main',
      '/tree/main/',
      '/blob/main',
      '/blob/main/mlc-chat-config.json',
      '/raw/main/tokenizer.json',
      '/resolve/main/params_shard_0.bin',
      '/resolve/main',
      '/discussions/3',
    ].map(
      (page) => [`https://huggingface.co/a/b${page}`, 'https://huggingface.co/a/b/resolve/main/'] as const,
    ),
    ['https://hf.co/a/b.c-1/tree/main', 'https://huggingface.co/a/b.c-1/resolve/main/'],
    ['https://huggingface.co/a/b/tree/v2', 'https://huggingface.co/a/b/resolve/v2/'],
    [
      'https://huggingface.co/a/b/tree/refs%2Fpr%2F1/sub',
      'https://huggingface.co/a/b/resolve/refs%2Fpr%2F1/sub/',
    ],
    [
      'https://huggingface.co/a/b/blob/0a1b2c3/sub/mlc-chat-config.json',
      'https://huggingface.co/a/b/resolve/0a1b2c3/sub/',
    ],
    ['http://localhost:8000/my/model/mlc-chat-config.json', 'http://localhost:8000/my/model/'],
    ['http://localhost:8000/tree/main', 'http://localhost:8000/tree/main/'],
    ['http://localhost:8000/my/model', 'http://localhost:8000/my/model/'],
    ['http://localhost:8000/', 'http://localhost:8000/'],
    ['https://example.org/a/resolve/main/sub', 'https://example.org/a/resolve/main/sub/'],
  ])('%s is %s, for us and for WebLLM', (address, folder) => {
    expect(folderOf(address)).toBe(folder);
    expect(folderOf(weightsAddress(address))).toBe(folder);
    expect(asWebllmReads(weightsAddress(address))).toBe(folder);
  });
});
