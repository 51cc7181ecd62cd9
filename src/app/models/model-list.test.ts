import { describe, expect, it } from 'vitest';
import { fakeLibrary } from '../testing/fake-library.ts';
import { entriesOf, firstVariant, fullPrecisionOf, precisionWords, sizeGroups } from './model-list.ts';

const report = await fakeLibrary().report();

describe('the list of models', () => {
  it('is by size, reasoning and contrast apart, variants of a model together', () => {
    expect(
      sizeGroups(report).map(({ id, reasoning, instruct }) => [
        id,
        reasoning.map(({ name }) => name),
        instruct.map(({ name }) => name),
      ]),
    ).toEqual([
      ['small', ['Qwen3 0.6B'], ['SmolLM2 360M Instruct']],
      ['largest', ['Qwen3 8B'], []],
    ]);
  });

  it('shows the variant in use, else one that is here, else the recommended one', () => {
    const [entry] = entriesOf(report, 'webllm');
    expect(firstVariant(entry!, '')?.model.quantisation).toBe('q4f16_1');
    expect(firstVariant(entry!, 'Qwen3-0.6B-q4f32_1-MLC')?.model.quantisation).toBe('q4f32_1');
    const here = {
      ...entry!,
      variants: entry!.variants.map((one) =>
        one.model.quantisation === 'q4f32_1' ? { ...one, stored: { kind: 'all', bytes: 1 } as const } : one,
      ),
    };
    expect(firstVariant(here, '')?.model.quantisation).toBe('q4f32_1');
  });

  it('knows the version for processors without 16-bit numbers', () => {
    expect(fullPrecisionOf(report.models, 'Qwen3-0.6B-q4f16_1-MLC')?.model.id).toBe('Qwen3-0.6B-q4f32_1-MLC');
    expect(fullPrecisionOf(report.models, 'Qwen3-8B-q4f16_1-MLC')).toBeNull();
  });

  it.each([
    ['q4f16_1', 'f16, weights in 4 bits'],
    ['q0f32', 'f32, unquantised'],
    ['unknown', 'unknown'],
  ])('says %s in words', (quantisation, words) => {
    expect(precisionWords(quantisation)).toBe(words);
  });
});
