import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { TokenId } from '../language-model.ts';
import type { Extension, Slot } from '../runtime/step-engine.ts';
import type { EmbeddedEngine } from './engine.ts';
import { readKernel } from './node.ts';
import { openEmbedded } from './open.ts';
import {
  fetchFrom,
  integers,
  randomModel,
  sha256Hex,
  smallShape,
  type RandomModel,
} from './testing/random-model.ts';

let kernel: WebAssembly.Module;
let model: RandomModel;

beforeAll(async () => {
  kernel = await WebAssembly.compile(await readKernel());
  model = await randomModel(1);
});

async function open(limits: { slots?: number; rows?: number } = {}): Promise<EmbeddedEngine> {
  return (await openEmbedded({ id: 'random', fetchFile: model.fetchFile, wasm: kernel, ...limits })).engine;
}

function randomTokens(seed: number, length: number): TokenId[] {
  const next = integers(seed);
  return Array.from({ length }, () => next() % smallShape.vocabulary);
}

/** Bits of the outputs at every position of a sequence, run on its own, token by token. */
async function alone(engine: EmbeddedEngine, tokens: readonly TokenId[]): Promise<string[]> {
  const slot = engine.create();
  const rows: string[] = [];
  for (const token of tokens) rows.push(...(await outputs(engine, [{ slot, tokens: [token], outputs: 1 }])));
  engine.drop(slot);
  return rows;
}

/** A forward's outputs as bits: the logits and the value of each row. */
async function outputs(engine: EmbeddedEngine, batch: readonly Extension[]): Promise<string[]> {
  const { logits, values } = await engine.forward(batch);
  const rows = logits.length / engine.vocabulary;
  return Array.from({ length: rows }, (_, row) => {
    const bits = new Float32Array(engine.vocabulary + 1);
    bits.set(logits.subarray(row * engine.vocabulary, (row + 1) * engine.vocabulary));
    bits[engine.vocabulary] = values?.[row] ?? NaN;
    return Buffer.from(bits.buffer).toString('base64');
  });
}

describe('a batch', () => {
  const sequence = fc.record({
    seed: fc.integer({ min: 0, max: 1e6 }),
    /** Lengths of its successive extensions. */
    lengths: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 5 }),
    outputs: fc.integer({ min: 0, max: 20 }),
  });

  test('gives every sequence the bits that it has alone, however it is cut and whatever runs beside it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(sequence, { minLength: 1, maxLength: 9 }), async (sequences) => {
        const engine = await open({ rows: 9 * 20 });
        const runs = [];
        for (const { seed, lengths, outputs: wanted } of sequences) {
          const tokens = randomTokens(seed, smallShape.context);
          runs.push({
            tokens,
            wanted,
            cuts: cuts(lengths, tokens.length),
            expected: await alone(engine, tokens),
            slot: engine.create(),
          });
        }
        for (let round = 0; round < 5; round++) {
          const parts = runs.flatMap(({ slot, tokens, cuts: places, wanted, expected }) => {
            const [from, to] = [places[round], places[round + 1]];
            if (from === undefined || to === undefined || from === to) return [];
            const shown = Math.min(wanted, to - from);
            return [
              {
                extension: { slot, tokens: tokens.slice(from, to), outputs: shown },
                expected: expected.slice(to - shown, to),
              },
            ];
          });
          if (parts.length === 0) continue;
          const got = await outputs(
            engine,
            parts.map(({ extension }) => extension),
          );
          expect(got).toEqual(parts.flatMap(({ expected }) => expected));
        }
      }),
      { numRuns: 40 },
    );
  });

  test('of more rows than go through the layers together gives the same bits as well', async () => {
    const engine = await open();
    const sequences = Array.from({ length: 7 }, (_, seed) => randomTokens(seed, 30));
    const expected = [];
    for (const tokens of sequences) expected.push(...(await alone(engine, tokens)).slice(-3));
    const batch = sequences.map((tokens) => ({ slot: engine.create(), tokens, outputs: 3 }));
    expect(await outputs(engine, batch)).toEqual(expected);
  });

  test('keeps outputs and cache when the memory grows', async () => {
    const engine = await open({ slots: 40 });
    const tokens = randomTokens(3, 10);
    const slot = engine.create();
    const { logits } = await engine.forward([{ slot, tokens: tokens.slice(0, 5), outputs: 1 }]);
    const before = logits.slice();
    // A memory that grows is another buffer: views of the old one would be empty now.
    const others: Slot[] = Array.from({ length: 39 }, () => engine.create());
    expect(logits).toEqual(before);
    const after = await outputs(engine, [{ slot, tokens: tokens.slice(5), outputs: 5 }]);
    expect(after).toEqual((await alone(await open(), tokens)).slice(5));
    others.forEach((other) => engine.drop(other));
  });
});

function cuts(lengths: readonly number[], end: number): readonly number[] {
  let at = 0;
  return [0, ...lengths.map((length) => (at = Math.min(end, at + length)))];
}

describe('a fork', () => {
  test('at any length goes on as if it had been computed anew', async () => {
    const engine = await open();
    const tokens = randomTokens(4, 30);
    const other = randomTokens(5, 30);
    const parent = engine.create();
    await engine.forward([{ slot: parent, tokens, outputs: 1 }]);
    for (let length = 0; length <= tokens.length; length++) {
      const child = engine.fork(parent, length);
      const mixed = [...tokens.slice(0, length), ...other.slice(0, 5)];
      expect(await outputs(engine, [{ slot: child, tokens: other.slice(0, 5), outputs: 5 }])).toEqual(
        (await alone(engine, mixed)).slice(length),
      );
      engine.drop(child);
    }
    expect(await outputs(engine, [{ slot: parent, tokens: [7], outputs: 1 }])).toEqual(
      (await alone(engine, [...tokens, 7])).slice(-1),
    );
  });

  test('longer than its parent is refused', async () => {
    const engine = await open();
    const parent = engine.create();
    await engine.forward([{ slot: parent, tokens: [1, 2, 3], outputs: 0 }]);
    expect(() => engine.fork(parent, 4)).toThrow(RangeError);
  });
});

describe('slots', () => {
  test('run out with a typed error and come back when dropped', async () => {
    const engine = await open({ slots: 3 });
    const [first] = [engine.create(), engine.create(), engine.create()];
    expect(() => engine.create()).toThrow(
      expect.objectContaining({ name: 'PolicyError', code: 'out-of-slots' }),
    );
    expect(() => engine.fork(first, 0)).toThrow(expect.objectContaining({ code: 'out-of-slots' }));
    engine.drop(first);
    expect(engine.create()).toBe(first);
  });

  test('that are not in use are refused', async () => {
    const engine = await open();
    const slot = engine.create();
    engine.drop(slot);
    expect(() => engine.drop(slot)).toThrow(RangeError);
    await expect(engine.forward([{ slot, tokens: [1], outputs: 1 }])).rejects.toThrow(RangeError);
  });
});

describe('a forward refuses', () => {
  test('a sequence beyond the context, and stays as it was', async () => {
    const engine = await open();
    const slot = engine.create();
    const tokens = randomTokens(6, smallShape.context);
    await engine.forward([{ slot, tokens: tokens.slice(0, -1), outputs: 0 }]);
    await expect(engine.forward([{ slot, tokens: [1, 2], outputs: 1 }])).rejects.toMatchObject({
      code: 'prompt-too-long',
    });
    expect(await outputs(engine, [{ slot, tokens: tokens.slice(-1), outputs: 1 }])).toEqual(
      (await alone(engine, tokens)).slice(-1),
    );
  });

  test.each([-1, smallShape.vocabulary, 1.5, NaN])('the token %d', async (token) => {
    const engine = await open();
    await expect(
      engine.forward([{ slot: engine.create(), tokens: [token], outputs: 1 }]),
    ).rejects.toMatchObject({ code: 'unknown-token' });
  });

  test('a slot that stands in it twice, too many rows and too many outputs', async () => {
    const engine = await open({ rows: 8 });
    const slot = engine.create();
    await expect(
      engine.forward([
        { slot, tokens: [1], outputs: 1 },
        { slot, tokens: [1], outputs: 1 },
      ]),
    ).rejects.toThrow(RangeError);
    await expect(engine.forward([{ slot, tokens: randomTokens(0, 9), outputs: 1 }])).rejects.toThrow(
      RangeError,
    );
    await expect(engine.forward([{ slot, tokens: [1], outputs: 2 }])).rejects.toThrow(RangeError);
  });
});

test('a model without a value head gives no values', async () => {
  const { manifest, weights } = model;
  const tensors = manifest.tensors.filter(({ name }) => !name.startsWith('value.'));
  const fetchFile = fetchFrom(
    { ...manifest, tensors, capabilities: { ...manifest.capabilities, valueHead: false } },
    weights,
  );
  const { engine } = await openEmbedded({ id: 'random', fetchFile, wasm: kernel });
  expect(engine.hasValueHead).toBe(false);
  expect((await engine.forward([{ slot: engine.create(), tokens: [1], outputs: 1 }])).values).toBeNull();
});

test('the outputs have the same bits on every machine', async () => {
  const engine = await open();
  const rows = await alone(engine, randomTokens(8, smallShape.context));
  // A change here means that links shared before no longer replay token for token.
  expect(await sha256Hex(new TextEncoder().encode(rows.join()))).toMatchInlineSnapshot(
    `"5a22ab7bb8c9f7b820542a5c79846cca8853df7d74a83b1d1b890b66c73a110e"`,
  );
});

test('other weights in place of the first give what a model opened with them gives', async () => {
  const other = await randomModel(2);
  const [engine, fresh] = [
    await open(),
    (await openEmbedded({ id: 'random', fetchFile: other.fetchFile, wasm: kernel })).engine,
  ];
  const tokens = randomTokens(3, 12);
  const before = await alone(engine, tokens);
  engine.replaceWeights(other.weights);
  expect(await alone(engine, tokens)).toEqual(await alone(fresh, tokens));
  engine.replaceWeights(model.weights);
  expect(await alone(engine, tokens)).toEqual(before);
});
