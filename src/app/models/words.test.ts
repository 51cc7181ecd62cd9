import { failures } from '#words/en/failures.ts';
import type { FailureOf } from '#run/failure.ts';
import { learnFailures } from '#words/explain.ts';
import { describe, expect, it } from 'vitest';
import { modelName } from '#policy/models.ts';
import { amounts } from '#words/en/amounts.ts';
import { timeLeft } from './time-left.ts';
import { customFrom, emptyCustom, fieldProblem } from './custom-form.ts';
import { helpFor } from './failure-help.ts';

learnFailures(failures);

describe('words', () => {
  it.each([
    [912_126, '912 kB'],
    [999_600, '1 MB'],
    [4_230_000, '4.2 MB'],
    [402e6, '402 MB'],
    [999_600_000, '1 GB'],
    [5_369_000_000, '5.4 GB'],
    [60e9, '60 GB'],
  ])('%d bytes are %s', (bytes, words) => {
    expect(amounts.bytes(bytes)).toBe(words);
  });

  it.each([
    [100e6, 40e6, 'a few seconds left'],
    [1e9, 40e6, '25 seconds left'],
    [4e9, 40e6, '2 minutes left'],
    [40e9, 1e6, '11 hours left'],
    [1e9, 0, null],
    [1e9, null, null],
  ])('the rest takes its time: %d at %s', (bytes, rate, words) => {
    expect(timeLeft(bytes, rate)).toBe(words);
  });

  it.each([
    [844_929, '0.8 million'],
    [596e6, '596 million'],
    [1.72e9, '1.7 billion'],
  ])('%d parameters', (parameters, words) => {
    expect(amounts.parameters(parameters)).toBe(words);
  });

  it.each([
    ['Qwen3-0.6B-q4f16_1-MLC', 'Qwen3 0.6B'],
    ['DeepSeek-R1-Distill-Qwen-7B-q4f32_1-MLC', 'DeepSeek R1 Distill Qwen 7B'],
    ['countdown', 'Countdown 0.8M'],
    ['mine', 'mine'],
  ])('%s is called %s', (id, name) => {
    expect(modelName(id)).toBe(name);
  });

  it('every failure has something to do about it', () => {
    expect(helpFor({ code: 'device-lost' })).toContain('run-again');
    expect(helpFor({ code: 'not-downloaded', why: { kind: 'file', file: null } })[0]).toBe('download');
    expect(helpFor({ code: 'kernel-failed', why: { kind: 'stopped' } })[0]).toBe('run-again');
    expect(helpFor({ code: 'new-version' })).toEqual(['reload-page']);
    const saved = { code: 'as-saved', message: '', advice: '' } as const;
    expect(helpFor({ ...saved, was: 'not-downloaded' })[0]).toBe('download');
    expect(helpFor({ ...saved, was: 'toString' })).toEqual(['run-again']);
  });
});

describe('the form of a model of one’s own', () => {
  const filled = {
    ...emptyCustom,
    id: ' mine ',
    weights: 'https://me.test/',
    library: 'https://me.test/a.wasm',
    context: '4,096',
  };

  it('says at each field what is missing', () => {
    const result = customFrom({ ...emptyCustom, context: '' });
    expect(result.ok || Object.keys(result.problems)).toEqual(['id', 'weights', 'library', 'context']);
    expect(customFrom({ ...filled, context: 'many' })).toMatchObject({
      ok: false,
      problems: { context: expect.any(String) },
    });
  });

  it('makes a model, hashes only where there are some', () => {
    expect(customFrom(filled)).toEqual({
      ok: true,
      model: { id: 'mine', weights: 'https://me.test/', library: 'https://me.test/a.wasm', context: 4096 },
    });
    expect(customFrom({ ...filled, context: '32,768' })).toMatchObject({
      ok: true,
      model: { context: 32_768 },
    });
    for (const context of ['4.096', '4k', '0x1000'])
      expect(customFrom({ ...filled, context })).toMatchObject({
        ok: false,
        problems: { context: expect.stringContaining(context) },
      });
    expect(customFrom({ ...filled, tokenizer: 'sha256-x' })).toMatchObject({
      model: { integrity: { tokenizer: 'sha256-x' } },
    });
  });

  it('puts a refusal at the field it is about', () => {
    const refusal = (why: FailureOf<'custom-model-invalid'>['why']) =>
      fieldProblem({ code: 'custom-model-invalid', why });
    expect(refusal({ kind: 'field', field: 'weights', must: 'address' })).toEqual({
      weights: failures.fieldRules.address,
    });
    expect(refusal({ kind: 'field', field: 'integrity.library', must: 'hash' })).toEqual({
      libraryHash: failures.fieldRules.hash,
    });
    expect(refusal({ kind: 'taken', id: 'x' })).toEqual({ id: expect.stringContaining('“x”') });
    expect(refusal({ kind: 'too-many', most: 32 })).toEqual({ form: expect.stringContaining('32') });
  });
});
