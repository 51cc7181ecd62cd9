import { describe, expect, it } from 'vitest';
import { findGpuModel, gpuModelsIn, loadGpuModels } from './model-list.ts';
import { quantisationIn } from './quantisation.ts';
import { variantsFor } from './variants.ts';
import { prebuiltAppConfig } from '../webllm.ts';

const models = await loadGpuModels();
const records = prebuiltAppConfig.model_list;
const byId = (id: string) => findGpuModel(id, models)!;

describe("WebLLM's own list, as it is installed", () => {
  it.each([/^DeepSeek-R1/, /^Qwen3-/, /^Qwen3\.5-/, /^Ministral-.*Reasoning/])(
    'has models that reason, every one of them: %s',
    (pattern) => {
      const listed = records.map(({ model_id: id }) => id).filter((id) => pattern.test(id));
      expect(listed).not.toEqual([]);
      for (const id of listed) expect(findGpuModel(id, models), id).toMatchObject({ kind: 'reasoning' });
    },
  );

  it('has small models that follow instructions, for contrast', () => {
    const names = new Set(models.filter(({ kind }) => kind === 'instruct').map(({ name }) => name));
    for (const name of [
      'Qwen2.5 0.5B Instruct',
      'Llama 3.2 1B Instruct',
      'SmolLM2 360M Instruct',
      'Gemma 3 1B Instruct',
    ])
      expect(names).toContain(name);
    for (const { kind, parameters, id } of models)
      if (kind === 'instruct') expect(parameters, id).toBeLessThan(4e9);
  });

  it('is mostly understood: sizes, memory and the largest weight of each', () => {
    expect(models.length).toBeGreaterThan(40);
    for (const { id, parameters, downloadBytes, memoryBytes, largestWeightBytes, context } of models) {
      expect(parameters, id).toBeGreaterThan(1e8);
      expect(memoryBytes, id).toBeGreaterThan(downloadBytes! * 0.75);
      expect(largestWeightBytes, id).toBeLessThan(memoryBytes!);
      expect(context, id).toBeGreaterThanOrEqual(1024);
    }
  });

  it('leaves out what cannot be asked, or is not about words', () => {
    for (const { id } of models) expect(id).not.toMatch(/Base|Coder|vision|embed|jpn|-1k$/i);
  });

  it('says which ones need 16-bit shaders, also where WebLLM forgets to', () => {
    for (const { id, quantisation, features } of models)
      expect(features.includes('shader-f16'), id).toBe(quantisation.includes('f16'));
  });

  it('gives experiments ids that they take, each once', () => {
    expect(new Set(models.map(({ id }) => id)).size).toBe(models.length);
    for (const { id } of models) expect(id).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]{0,95}$/);
  });
});

describe('a model of the list', () => {
  it('is named as people write it', () => {
    expect(byId('Qwen3-0.6B-q4f16_1-MLC').name).toBe('Qwen3 0.6B');
    expect(byId('DeepSeek-R1-Distill-Qwen-7B-q4f32_1-MLC').name).toBe('DeepSeek R1 Distill Qwen 7B');
    expect(byId('Ministral-3-3B-Reasoning-2512-q4f16_1-MLC').name).toBe('Ministral 3 3B Reasoning');
    expect(byId('gemma-2-2b-it-q4f16_1-MLC').name).toBe('Gemma 2 2B Instruct');
  });

  it('has a download of 4.5 bits a weight, 16 where nothing is quantised', () => {
    expect(byId('Llama-3.2-1B-Instruct-q4f16_1-MLC').downloadBytes! / 1e6).toBeCloseTo(697.5, 0);
    expect(byId('DeepSeek-R1-Distill-Llama-8B-q4f32_1-MLC').downloadBytes! / 1e9).toBeCloseTo(4.5, 1);
    expect(byId('Qwen2.5-0.5B-Instruct-q0f32-MLC').downloadBytes! / 1e6).toBeCloseTo(988, 0);
  });

  it('is shown though this page never heard of it, as long as its name tells what it is', () => {
    const record = {
      model: 'https://huggingface.co/mlc-ai/Qwen9-2B-Thinking-q4f16_1-MLC',
      model_id: 'Qwen9-2B-Thinking-q4f16_1-MLC',
      model_lib: 'https://example.org/x.wasm',
    };
    expect(gpuModelsIn([record])).toMatchObject([
      {
        name: 'Qwen9 2B Thinking',
        kind: 'reasoning',
        parameters: 2e9,
        downloadBytes: 1.125e9,
        memoryBytes: null,
        largestWeightBytes: null,
        context: 4096,
        source: { weights: `${record.model}/resolve/main/` },
      },
    ]);
  });

  it('hands on what WebLLM overrides', () => {
    expect(byId('Qwen3.5-0.8B-q4f16_1-MLC').source.overrides).toEqual({
      context_window_size: 4096,
      max_history_size: 1,
    });
  });
});

describe('variants', () => {
  const adapter = {
    kind: 'adapter',
    name: 'x',
    software: false,
    maxBufferBytes: 2 ** 32,
    maxStorageBindingBytes: 2 ** 31,
    maxWorkgroupBytes: 2 ** 15,
    maxStorageBuffers: 10,
  } as const;
  const recommended = (features: readonly string[]) =>
    new Map(
      variantsFor(models, { gpu: { ...adapter, features }, storage: null }).map(
        ({ name, recommended: variant }) => [name, variant.quantisation],
      ),
    );

  it('stand under one name, none lost', () => {
    const groups = variantsFor(models, { gpu: { kind: 'no-adapter' }, storage: null });
    expect(groups.flatMap(({ variants }) => variants)).toHaveLength(models.length);
    for (const { name, variants, recommended: chosen } of groups) {
      expect(variants).toContain(chosen);
      expect(variants.every((model) => model.name === name)).toBe(true);
    }
  });

  it('are recommended by what the adapter can', () => {
    expect(recommended(['shader-f16']).get('Qwen3 0.6B')).toBe('q4f16_1');
    expect(recommended([]).get('Qwen3 0.6B')).toBe('q4f32_1');
    expect(recommended(['shader-f16']).get('SmolLM2 135M Instruct')).toBe('q0f16');
    expect(recommended([]).get('SmolLM2 135M Instruct')).toBe('q0f32');
    expect(recommended([]).get('Gemma 3 1B Instruct')).toBe('q4f16_1');
  });
});

it('a quantisation is found in ids, addresses and libraries', () => {
  expect(quantisationIn('Qwen2-0.5B-Instruct-q4f32_1-ctx4k_cs1k-webgpu.wasm')).toBe('q4f32_1');
  expect(quantisationIn('https://example.org/gpt2-q0f16-MLC/')).toBe('q0f16');
  expect(quantisationIn('Qwen3-0.6B')).toBeNull();
});
