import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenEncoder } from '#policy/webllm/text/token-encoder.ts';
import { makeByteTokenizer } from './byte-tokenizer.ts';
import { readLibraryMetadata } from './library-metadata.ts';
import { randomBits, syntheticWeights } from './synthetic-weights.ts';

describe('the parts of a synthetic model folder', () => {
  it('metadata is found among the bytes of a library', () => {
    const metadata = {
      model_type: 'llama',
      params: [{ name: 'a.weight', shape: [2, 'vocab_size'], dtype: 'float16', preprocs: [{}] }],
      after: '',
    };
    const library = Buffer.concat([
      Buffer.from([0, 97, 115, 109, 255]),
      Buffer.from(`{"noise": 1}${JSON.stringify(metadata)}}{`),
      Buffer.from([0]),
    ]);
    expect(readLibraryMetadata(library)).toEqual(metadata);
    expect(() => readLibraryMetadata(Buffer.from('no library'))).toThrow('no MLC library');
  });

  it('the tokeniser spells every text, and knows words and control tokens whole', () => {
    const { json, special } = makeByteTokenizer(400, ['the', 'then', 'answer'], ['<|end|>'], ['<think>']);
    const encoder = tokenEncoder(json);
    const decode = (ids: readonly number[]) =>
      Buffer.concat(ids.map((id) => encoder.bytes.of(id))).toString();
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(decode(encoder.encode(text))).toBe(text);
      }),
    );
    expect(encoder.encode(' the answer then')).toHaveLength(3);
    expect([...special.keys()].map((token) => encoder.idOf(token))).toEqual([256, 257]);
    expect(Object.keys((json as { model: { vocab: object } }).model.vocab)).toHaveLength(400);
  });

  it('4-bit weights are zero-mean: 0 to 14, of which the kernels subtract 7', () => {
    const bytes = syntheticWeights(
      { name: 'x.q_weight', shape: [100, 100], dtype: 'uint32' },
      [100, 100],
      [],
      randomBits(1),
    );
    const nibbles = [...bytes].flatMap((byte) => [byte & 15, byte >> 4]);
    expect(Math.max(...new Set(nibbles))).toBe(14);
    expect(nibbles.reduce((sum, nibble) => sum + nibble, 0) / nibbles.length).toBeCloseTo(7, 1);
  });

  it('half-precision weights are those of single precision, cut off', () => {
    const shape = [10, 10];
    const weights = (dtype: string) =>
      syntheticWeights({ name: 'x.weight', shape, dtype }, shape, [], randomBits(2));
    const floats = new Float32Array(weights('float32').buffer as ArrayBuffer);
    const halves = new Uint16Array(weights('float16').buffer as ArrayBuffer);
    halves.forEach((half, i) => {
      const value = (half & 0x8000 ? -1 : 1) * 2 ** (((half >> 10) & 31) - 15) * (1 + (half & 1023) / 1024);
      expect(Math.abs(value - floats[i]!)).toBeLessThan(Math.abs(floats[i]!) / 1000 + 1e-4);
    });
  });
});
