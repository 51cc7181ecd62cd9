import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeRow } from '#policy/runtime/logit-row.ts';
import { LookAhead } from '#policy/runtime/look-ahead.ts';
import { createRuntimeModel, type RuntimeModel } from '#policy/runtime/runtime-model.ts';
import { hashLogits } from '#policy/runtime/testing/hash-engine.ts';
import {
  collectTraces,
  infoFor,
  never,
  openReference,
  plainSampling,
  turn,
  turns,
} from '#policy/runtime/testing/harness.ts';
import { plainCodec } from '#policy/runtime/testing/plain-codec.ts';
import { BatchedEngine } from './batched-engine.ts';
import { ToyReader } from '../testing/toy-reader.ts';
import { measureAhead } from './measure-ahead.ts';
import { openInside } from './below-public-api.ts';
import type { BatchAbilities } from './rounds.ts';
import type { ToyLibrary } from '../testing/toy-library.ts';
import { toyWebLlm } from '../testing/toy-webllm.ts';

const vocabulary = 12;

interface Setting extends Partial<BatchAbilities> {
  readonly library?: ToyLibrary;
  readonly slots?: number;
  readonly tokens?: number;
  readonly context?: number;
  /** Steps ahead, on logits that lie where they are shown. */
  readonly ahead?: number;
}

async function open({
  library = {},
  slots = 8,
  tokens = 1024,
  context = 64,
  decode = true,
  verify = true,
  ahead = 0,
}: Setting = {}) {
  const toy = toyWebLlm({ vocabulary, showsLogits: ahead > 0, ...library });
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
      rows: Math.min(512, inside.prefillChunk),
      decode,
      verify,
      reader: ahead > 0 ? new ToyReader(vocabulary, { lanes: 8, wanted: 5, room: 9 }) : null,
      ahead: ahead > 0 ? { most: ahead, roundTrip: 8 } : null,
    }),
    cache,
    calls: toy.calls,
  };
}

const times = (length: number, token: number) => Array.from({ length }, () => token);
const row = (logits: Float32Array, at: number) =>
  Array.from(logits.subarray(at * vocabulary, (at + 1) * vocabulary));
const expected = (...tokens: number[]) => [...hashLogits(tokens, vocabulary)];

/** Without the last digits of log-probabilities, which sums in another order may change. */
const tidy = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_key, one: unknown) => (typeof one === 'number' ? Number(one.toFixed(6)) : one)),
  );

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

  describe('that draws where the logits lie', () => {
    const greedy = { how: { ...plainSampling, temperature: 0 }, point: 0 };
    const likeliest = (...tokens: number[]) => expected(...tokens).indexOf(Math.max(...expected(...tokens)));
    const wholeRows = (count: number) => Array.from({ length: count }, () => wholeRow);

    it('takes steps by itself, feeds what it drew, and reports each row', async () => {
      for (const decode of [true, false]) {
        const { engine, calls } = await open({ ahead: 7, decode });
        const [one, two] = [engine.create(), engine.create()];
        const { rows, drawn } = await engine.forward([
          { slot: one, tokens: [1, 2], outputs: 1, wishes: wholeRows(3), ahead: [greedy, greedy] },
          { slot: two, tokens: [3], outputs: 1, wishes: wholeRows(2), ahead: [greedy] },
        ]);
        const a = likeliest(1, 2);
        const b = likeliest(1, 2, a);
        const c = likeliest(3);
        expect(drawn).toEqual([[a, b], [c]]);
        expect(rows?.map((each) => (each instanceof Float32Array ? [...each] : each))).toEqual([
          expected(1, 2),
          expected(1, 2, a),
          expected(1, 2, a, b),
          expected(3),
          expected(3, c),
        ]);
        expect((calls['batch_decode'] ?? 0) + (calls['batch_prefill'] ?? 0)).toBe(3);
        engine.shorten(one, 3);
        const { rows: after } = await engine.forward([
          { slot: one, tokens: [5], outputs: 1, wishes: wholeRows(1) },
        ]);
        expect(after).toEqual([hashLogits([1, 2, a, 5], vocabulary)]);
      }
    });

    it('takes as many steps as there are pages for, and gives pages back with what is taken back', async () => {
      const { engine, cache } = await open({ ahead: 7, tokens: 32, context: 64 });
      const [one, two] = [engine.create(), engine.create()];
      const batch = [one, two].map((slot) => ({
        slot,
        tokens: times(13, 1),
        outputs: 1,
        wishes: wholeRows(6),
        ahead: times(5, 0).map(() => greedy),
      }));
      const { drawn } = await engine.forward(batch);
      expect(drawn?.map(({ length }) => length)).toEqual([3, 3]);
      expect(cache.freePages()).toBe(0);
      engine.drop(two);
      await engine.forward([{ slot: one, tokens: [1], outputs: 1, wishes: wholeRows(1) }]);
      expect(cache.freePages()).toBe(0);
      engine.shorten(one, 16);
      expect(cache.freePages()).toBe(1);
      expect(() => engine.shorten(one, 17)).toThrow(RangeError);
    });

    it('measures what a round trip costs, and takes no steps that give other logits', async () => {
      const { engine } = await open({ ahead: 7 });
      let clock = 0;
      // Each reading of the clock comes ten steps of it after the one before, so that all calls take as long.
      expect(await measureAhead(engine, 'f32', () => (clock += 10))).toEqual({ most: 7, roundTrip: 0 });
      const wrong = await open({ ahead: 7, library: { popIsWrong: true } });
      expect(await measureAhead(wrong.engine, 'f32', () => 0)).toBeNull();
    });
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
      ahead: fc.constantFrom(0, 1, 3, 7),
    });
    const cut = fc.constantFrom({}, { temperature: 0 }, { topK: 3 }, { temperature: 0.7, topP: 0.9 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(request, { minLength: 1, maxLength: 5 }),
        setting,
        cut,
        async (requests, { slots, pages, decode, verify, ahead }, how) => {
          const { engine, cache } = await open({
            slots,
            tokens: pages * 16,
            context: 64,
            decode,
            verify,
            ahead,
          });
          const model = createRuntimeModel({
            engine,
            codec: plainCodec,
            info: infoFor(64),
            now: () => 0,
            breathe: turn,
            lookAhead: new LookAhead(engine, false, turn),
          });
          const reference = openReference();
          const ask = (of: RuntimeModel) =>
            requests.flatMap(({ prompt, ...options }): readonly (() => Promise<unknown>)[] => [
              () =>
                collectTraces(of.sample(prompt, { ...plainSampling, ...how, ...options }, never), []).then(
                  tidy,
                ),
              () => of.scoring.score(prompt.slice(0, 1), prompt.slice(1), never).then(tidy),
            ]);
          const together = await Promise.all(ask(model).map((one) => one()));
          // The reference does one thing at a time.
          const alone: unknown[] = [];
          for (const one of ask(reference)) alone.push(await one());
          expect(together).toEqual(alone);
          model.close();
          // The slots go when the step that brought the last token has come to its end.
          await turns(9);
          expect(cache.freePages()).toBe(pages);
        },
      ),
      { numRuns: 80 },
    );
  }, 30_000);
});
