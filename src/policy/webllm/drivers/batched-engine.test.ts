import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRuntimeModel, type RuntimeModel } from '#policy/runtime/runtime-model.ts';
import { hashLogits } from '#policy/runtime/testing/hash-engine.ts';
import {
  collectTraces,
  infoFor,
  never,
  openReference,
  plainSampling,
  turn,
} from '#policy/runtime/testing/harness.ts';
import { plainCodec } from '#policy/runtime/testing/plain-codec.ts';
import { BatchedEngine, type BatchAbilities } from './batched-engine.ts';
import { openInside } from './below-public-api.ts';
import { type ToyLibrary, toyWebLlm } from '../testing/toy-webllm.ts';

const vocabulary = 12;

interface Setting extends Partial<BatchAbilities> {
  readonly library?: ToyLibrary;
  readonly slots?: number;
  readonly tokens?: number;
  readonly context?: number;
}

async function open({
  library = {},
  slots = 8,
  tokens = 1024,
  context = 64,
  decode = true,
  verify = true,
}: Setting = {}) {
  const toy = toyWebLlm({ vocabulary, ...library });
  const webllm = new toy.MLCEngine({});
  await webllm.reload('toy');
  const inside = openInside(webllm, 'toy');
  const cache = inside.openCache(slots, tokens);
  return {
    engine: new BatchedEngine({
      cache,
      vocabulary,
      context,
      slots,
      prefillChunk: inside.prefillChunk,
      decode,
      verify,
      reader: null,
    }),
    cache,
    calls: toy.calls,
  };
}

const times = (length: number, token: number) => Array.from({ length }, () => token);
const row = (logits: Float32Array, at: number) =>
  Array.from(logits.subarray(at * vocabulary, (at + 1) * vocabulary));
const expected = (...tokens: number[]) => [...hashLogits(tokens, vocabulary)];

describe('a batched engine', () => {
  it('forks at any length, and steps parents and children together', async () => {
    const { engine, calls } = await open();
    const prompt = Array.from({ length: 37 }, (_, at) => at % vocabulary);
    const trunk = engine.create();
    await engine.forward([{ slot: trunk, tokens: prompt, outputs: 1 }]);
    for (const length of [37, 36, 33, 32, 31, 16, 1]) {
      const child = engine.fork(trunk, length);
      const { logits } = await engine.forward([{ slot: child, tokens: [5], outputs: 1 }]);
      expect(row(logits, 0)).toEqual(expected(...prompt.slice(0, length), 5));
      engine.drop(child);
    }
    const child = engine.fork(trunk, 20);
    const { logits } = await engine.forward([
      { slot: child, tokens: [1], outputs: 1 },
      { slot: trunk, tokens: [2], outputs: 1 },
    ]);
    expect([row(logits, 0), row(logits, 1)]).toEqual([
      expected(...prompt.slice(0, 20), 1),
      expected(...prompt, 2),
    ]);
    expect(calls['batch_prefill']).toBe(1);
  });

  for (const [decode, verify] of [
    [true, true],
    [true, false],
    [false, false],
  ] as const) {
    it(`reports several positions of a ragged batch in order, ${decode ? 'with' : 'without'} decode, ${verify ? 'with' : 'without'} verify`, async () => {
      const { engine } = await open({ decode, verify });
      const [a, b, c] = [engine.create(), engine.create(), engine.create()];
      const { logits } = await engine.forward([
        { slot: a, tokens: [1, 2, 3], outputs: 2 },
        { slot: b, tokens: [4], outputs: 1 },
        { slot: c, tokens: [5, 6, 7, 8], outputs: 4 },
      ]);
      const sequences = [[1, 2], [1, 2, 3], [4], [5], [5, 6], [5, 6, 7], [5, 6, 7, 8]];
      sequences.forEach((tokens, at) => expect(row(logits, at)).toEqual(expected(...tokens)));
      expect(logits).toHaveLength(sequences.length * vocabulary);
    });
  }

  it('refuses what the runtime would end over, and has changed nothing then', async () => {
    const { engine, cache } = await open({ slots: 3, tokens: 64, context: 64 });
    const trunk = engine.create();
    await engine.forward([{ slot: trunk, tokens: times(40, 1), outputs: 1 }]);
    expect(cache.freePages()).toBe(1);
    const child = engine.fork(trunk, 32);
    const many = { slot: child, tokens: times(17, 2), outputs: 1 };
    await expect(engine.forward([many])).rejects.toMatchObject({ code: 'out-of-slots' });
    await expect(
      engine.forward([
        { slot: child, tokens: [2], outputs: 1 },
        { slot: trunk, tokens: times(9, 1), outputs: 1 },
      ]),
    ).rejects.toMatchObject({ code: 'out-of-slots' });
    await engine.forward([{ slot: child, tokens: [2], outputs: 1 }]);
    expect(() => engine.fork(trunk, 39)).toThrowError(expect.objectContaining({ code: 'out-of-slots' }));
    const third = engine.fork(trunk, 16);
    expect(() => engine.create()).toThrowError(expect.objectContaining({ code: 'out-of-slots' }));
    await expect(engine.forward([{ slot: third, tokens: times(49, 2), outputs: 1 }])).rejects.toMatchObject({
      code: 'prompt-too-long',
    });
    await expect(engine.forward([{ slot: third, tokens: [vocabulary], outputs: 1 }])).rejects.toMatchObject({
      code: 'unknown-token',
    });
    await expect(engine.forward([{ slot: third, tokens: [], outputs: 1 }])).rejects.toThrow(RangeError);
    engine.drop(child);
    expect(cache.freePages()).toBe(1);
    const { logits } = await engine.forward([{ slot: trunk, tokens: [3], outputs: 1 }]);
    expect(row(logits, 0)).toEqual(expected(...times(40, 1), 3));
  });

  it('lets no sequence wait while another is scored token by token', async () => {
    const { engine, calls } = await open({ verify: false });
    const model = createRuntimeModel({
      engine,
      codec: plainCodec,
      info: infoFor(64),
      now: () => 0,
      breathe: turn,
    });
    const continuation = Array.from({ length: 12 }, (_, at) => 6 + (at % 5));
    const options = { ...plainSampling, forced: times(11, 7), maxTokens: 1 };
    await Promise.all([
      model.scoring.score([6], continuation, never),
      collectTraces(model.sample([8], options, never), []),
    ]);
    expect((calls['batch_prefill'] ?? 0) + (calls['batch_decode'] ?? 0)).toBe(12);
  });

  it('under the runtime gives each request what it would get alone, however small the cache', async () => {
    const request = fc.record({
      prompt: fc.array(fc.integer({ min: 6, max: 11 }), { minLength: 1, maxLength: 40 }),
      n: fc.integer({ min: 1, max: 5 }),
      maxTokens: fc.integer({ min: 1, max: 20 }),
      seed: fc.nat(),
    });
    const setting = fc.record({
      slots: fc.integer({ min: 1, max: 9 }),
      pages: fc.integer({ min: 4, max: 12 }),
      decode: fc.boolean(),
      verify: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(request, { minLength: 1, maxLength: 5 }),
        setting,
        async (requests, { slots, pages, decode, verify }) => {
          const { engine, cache } = await open({ slots, tokens: pages * 16, context: 64, decode, verify });
          const model = createRuntimeModel({
            engine,
            codec: plainCodec,
            info: infoFor(64),
            now: () => 0,
            breathe: turn,
          });
          const reference = openReference();
          const ask = (of: RuntimeModel) =>
            requests.flatMap(({ prompt, ...options }): readonly (() => Promise<unknown>)[] => [
              () => collectTraces(of.sample(prompt, { ...plainSampling, ...options }, never), []),
              () => of.scoring.score(prompt.slice(0, 1), prompt.slice(1), never),
            ]);
          const together = await Promise.all(ask(model).map((one) => one()));
          // The reference does one thing at a time.
          const alone: unknown[] = [];
          for (const one of ask(reference)) alone.push(await one());
          expect(together).toEqual(alone);
          model.close();
          // The slots go when the step that brought the last token has come to its end.
          await turn();
          expect(cache.freePages()).toBe(pages);
        },
      ),
      { numRuns: 40 },
    );
  }, 30_000);
});
