import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitOf } from './fit.ts';
import type { GpuModel } from './gpu-model.ts';
import type { Fit, Gpu, Machine, Misfit } from './machine.ts';
import { loadGpuModels } from './model-list.ts';

const models = await loadGpuModels();
const byId = (id: string) => models.find((model) => model.id === id)!;
const small = byId('Qwen3-0.6B-q4f16_1-MLC');
const smallF32 = byId('Qwen3-0.6B-q4f32_1-MLC');
const large = byId('Qwen3-8B-q4f16_1-MLC');

const adapter: Extract<Gpu, { kind: 'adapter' }> = {
  kind: 'adapter',
  name: 'x',
  software: false,
  features: ['shader-f16'],
  maxBufferBytes: 2 ** 31,
  maxStorageBindingBytes: 2 ** 31,
  maxWorkgroupBytes: 2 ** 15,
  maxStorageBuffers: 10,
};
const good: Machine = { gpu: adapter, storage: { quotaBytes: 1e11, usedBytes: 0, persisted: true } };
const withGpu = (change: Partial<typeof adapter>): Machine => ({ ...good, gpu: { ...adapter, ...change } });

describe('whether a model fits', () => {
  it('yes, where nothing speaks against it', () =>
    expect(fitOf(small, good, models)).toEqual({ kind: 'fits' }));

  it.each<[string, GpuModel, Machine, Misfit]>([
    ['no WebGPU', small, { ...good, gpu: { kind: 'no-webgpu' } }, { kind: 'no-webgpu' }],
    ['no answer', small, { ...good, gpu: { kind: 'no-answer' } }, { kind: 'no-answer' }],
    ['no adapter', small, { ...good, gpu: { kind: 'no-adapter' } }, { kind: 'no-adapter' }],
    ['no shader-f16', small, withGpu({ features: [] }), { kind: 'no-16-bit', variant: true }],
    [
      'a graphics processor below what WebLLM needs',
      small,
      withGpu({ maxStorageBindingBytes: 2 ** 26 }),
      { kind: 'weak-gpu' },
    ],
    ['too few buffers', small, withGpu({ maxStorageBuffers: 8 }), { kind: 'weak-gpu' }],
    [
      'a largest weight above the binding that WebLLM gets',
      large,
      withGpu({ maxStorageBindingBytes: 2 ** 29 }),
      { kind: 'large-weight', bytes: large.largestWeightBytes ?? 0, most: 2 ** 27 },
    ],
    [
      'no space',
      small,
      { ...good, storage: { quotaBytes: 4e8, usedBytes: 2e8, persisted: false } },
      { kind: 'no-space', bytes: small.downloadBytes ?? 0, free: 2e8 },
    ],
  ])('no: %s', (_, model, machine, why) => {
    expect(fitOf(model, machine, models)).toEqual({ kind: 'does-not-fit', why });
  });

  it('knows a variant only where there is one', () => {
    const gemma = byId('gemma3-1b-it-q4f16_1-MLC');
    expect(models.some(({ name, quantisation }) => name === gemma.name && quantisation.includes('f32'))).toBe(
      false,
    );
    expect(fitOf(gemma, withGpu({ features: [] }), models)).toMatchObject({
      kind: 'does-not-fit',
      why: { kind: 'no-16-bit', variant: false },
    });
  });

  it('the f32 variant does without shader-f16', () =>
    expect(fitOf(smallF32, withGpu({ features: [] }), models)).toEqual({ kind: 'fits' }));

  it('a small model fits the 128 MiB that WebLLM falls back to', () =>
    expect(fitOf(small, withGpu({ maxStorageBindingBytes: 2 ** 29 }), models)).toEqual({ kind: 'fits' }));

  it('space does not matter once it is here', () => {
    const full: Machine = { ...good, storage: { quotaBytes: 1e9, usedBytes: 1e9, persisted: true } };
    expect(fitOf(small, full, models, 0)).toEqual({ kind: 'fits' });
  });

  it('who knows: a software rasteriser, much memory, memory that nobody told', () => {
    expect(fitOf(small, withGpu({ software: true }), models)).toMatchObject({
      kind: 'unsure',
      why: { kind: 'software' },
    });
    expect(fitOf(large, good, models)).toMatchObject({
      kind: 'unsure',
      why: { kind: 'much-memory', bytes: large.memoryBytes },
    });
    expect(fitOf({ ...small, memoryBytes: null }, good, models)).toEqual({
      kind: 'unsure',
      why: { kind: 'memory-unknown' },
    });
  });
});

const size = fc.double({ min: 2 ** 20, max: 2 ** 34, noNaN: true });
const anyAdapter = fc.record({
  kind: fc.constant('adapter' as const),
  name: fc.constant('x'),
  software: fc.boolean(),
  features: fc.subarray(['shader-f16', 'subgroups']),
  maxBufferBytes: size,
  maxStorageBindingBytes: size,
  maxWorkgroupBytes: fc.constantFrom(2 ** 14, 2 ** 15, 2 ** 16),
  maxStorageBuffers: fc.constantFrom(8, 10, 16),
});
const anyModel = fc.constantFrom(...models);
const rank = (fit: Fit) => ['does-not-fit', 'unsure', 'fits'].indexOf(fit.kind);

describe('for any model and machine', () => {
  it('a better machine never fits worse', () => {
    const more = fc.record({
      factor: fc.double({ min: 1, max: 100, noNaN: true }),
      f16: fc.boolean(),
      real: fc.boolean(),
    });
    fc.assert(
      fc.property(anyModel, anyAdapter, size, more, (model, gpu, quotaBytes, { factor, f16, real }) => {
        const machine: Machine = { gpu, storage: { quotaBytes, usedBytes: 0, persisted: false } };
        const better: Machine = {
          gpu: {
            ...gpu,
            software: gpu.software && !real,
            features: f16 ? [...new Set([...gpu.features, 'shader-f16'])] : gpu.features,
            maxBufferBytes: gpu.maxBufferBytes * factor,
            maxStorageBindingBytes: gpu.maxStorageBindingBytes * factor,
            maxWorkgroupBytes: gpu.maxWorkgroupBytes * factor,
            maxStorageBuffers: gpu.maxStorageBuffers * factor,
          },
          storage: { quotaBytes: quotaBytes * factor, usedBytes: 0, persisted: false },
        };
        expect(rank(fitOf(model, better, models))).toBeGreaterThanOrEqual(
          rank(fitOf(model, machine, models)),
        );
      }),
    );
  });
});
