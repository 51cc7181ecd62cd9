import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SampleOptions, TokenId } from '#policy/language-model.ts';
import { LookAhead } from './look-ahead.ts';
import { createRuntimeModel, type RuntimeModel } from './runtime-model.ts';
import type { Extension, ForwardOutput, StepEngine } from './step-engine.ts';
import { DigestingEngine } from './testing/digesting-engine.ts';
import {
  collectTraces,
  idsOf,
  infoFor,
  never,
  openReference,
  plainSampling,
  turn,
  turns,
} from './testing/harness.ts';
import { HashEngine, type HashEngineOptions } from './testing/hash-engine.ts';
import { LookingAhead, type LookingAheadOptions } from './testing/looking-ahead.ts';
import { plainCodec } from './testing/plain-codec.ts';

const far: LookingAheadOptions = { most: 7, roundTrip: 1e6, isWrong: () => false };

function open(engine: StepEngine, watched = false): RuntimeModel {
  return createRuntimeModel({
    engine,
    codec: plainCodec,
    info: infoFor(engine.context),
    now: () => 0,
    breathe: turn,
    lookAhead: new LookAhead(engine, watched, turn),
  });
}

function openAhead(
  options: Partial<LookingAheadOptions> = {},
  hash: HashEngineOptions = {},
  watched = false,
) {
  const engine = new LookingAhead(new HashEngine({ slots: 9, hasValueHead: false, ...hash }), {
    ...far,
    ...options,
  });
  return { engine, model: open(engine, watched) };
}

/** Of a prompt whose completions are long. */
async function sample(
  model: RuntimeModel,
  options: Partial<SampleOptions> = {},
  prompt: readonly TokenId[] = [6, 7],
) {
  return collectTraces(model.sample(prompt, { ...plainSampling, maxTokens: 24, ...options }, never), []);
}

describe('steps ahead of the draws', () => {
  it('change no token, log-probability or end of any request, however often their draws are wrong', async () => {
    const letters = fc.array(fc.integer({ min: 6, max: 11 }), { maxLength: 4 });
    const request = fc.record({
      prompt: fc.array(fc.integer({ min: 6, max: 11 }), { minLength: 1, maxLength: 20 }),
      forced: letters,
      n: fc.integer({ min: 1, max: 4 }),
      maxTokens: fc.integer({ min: 1, max: 30 }),
      alternatives: fc.nat(4),
      stop: fc.constantFrom([], ['a'], ['cb', 'fd']),
      seed: fc.nat(),
      temperature: fc.constantFrom(0, 0.7, 1),
      topK: fc.constantFrom(0, 3),
      topP: fc.constantFrom(1, 0.9),
      minP: fc.constantFrom(0, 0.05),
      atMost: fc.oneof(fc.constant(Infinity), fc.integer({ min: 1, max: 20 })),
    });
    const setting = fc.record({
      slots: fc.integer({ min: 2, max: 7 }),
      rows: fc.integer({ min: 4, max: 40 }),
      memory: fc.constantFrom(64, 100, Infinity),
      most: fc.integer({ min: 1, max: 9 }),
      wrong: fc.constantFrom(0, 0.1, 0.5, 1),
      digests: fc.boolean(),
    });
    let takenBack = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(request, { minLength: 1, maxLength: 4 }),
        setting,
        async (requests, { slots, rows, memory, most, wrong, digests }) => {
          const options = { slots, rows, memory, hasValueHead: false };
          const below = digests
            ? new DigestingEngine(options, { lanes: 8, wanted: 4, room: 8 })
            : new HashEngine(options);
          const isWrong = (step: number) => (step * 0.618) % 1 < wrong;
          const engine = new LookingAhead(below, { most, roundTrip: 4, isWrong });
          const model = open(engine);
          const reference = openReference({ hasValueHead: false });
          const ask = (of: RuntimeModel) =>
            requests.flatMap(({ prompt, atMost, ...how }): readonly (() => Promise<unknown>)[] => [
              async () => {
                const traces = await collectTraces(
                  of.sample(prompt, how, never),
                  [],
                  how.n === 1 ? atMost : Infinity,
                );
                return tidy(traces);
              },
              async () => tidy(await of.scoring.score(prompt.slice(0, 1), prompt.slice(1), never)),
            ]);
          // The second time on what the first has left in the slots.
          const first = await Promise.all(ask(model).map((one) => one()));
          const second = await Promise.all(ask(model).map((one) => one()));
          const alone: unknown[] = [];
          for (const one of ask(reference)) alone.push(await one());
          expect(first).toEqual(alone);
          expect(second).toEqual(alone);
          await turns(3);
          expect(model.usage().forwards).toBe(engine.forwards);
          takenBack += model.usage().takenBackTokens ?? 0;
          model.close();
          await turn();
          expect(below.usedSlots).toBe(0);
        },
      ),
      { numRuns: 150 },
    );
    expect(takenBack).toBeGreaterThan(1000);
  }, 60_000);

  it('take fewer calls, and count each forward', async () => {
    const { engine, model } = openAhead();
    const expected = await sample(openReference(), { n: 4 });
    expect(await sample(model, { n: 4 })).toEqual(expected);
    const longest = Math.max(...expected.map(({ tokens }) => tokens.length));
    expect(longest).toBeGreaterThan(16);
    expect(engine.calls).toBeLessThan(longest / 2);
    expect(model.usage().forwards).toBe(engine.forwards);
    expect(engine.forwards).toBeGreaterThanOrEqual(longest);
  });

  it('are not taken past the number of tokens that was asked for', async () => {
    const { engine, model } = openAhead();
    const [trace] = await sample(model, { maxTokens: 6, seed: 3 });
    expect(trace).toMatchObject({ reason: 'length' });
    expect(engine.forwards).toBe(6);
    expect(model.usage().takenBackTokens).toBeUndefined();
  });

  it('that are wrong are taken back and told, and leave in the slot what was drawn', async () => {
    const { engine, model } = openAhead({ isWrong: (step) => step === 2 });
    const expected = await sample(openReference(), { seed: 3 });
    const trace = await sample(model, { seed: 3 });
    expect(trace).toEqual(expected);
    expect(engine.shortened).toBeGreaterThan(0);
    expect(model.usage().takenBackTokens).toBeGreaterThanOrEqual(1);
    const before = model.usage().prefilledTokens;
    // All but the last of the tokens are found again.
    const tokens = [6, 7, ...idsOf(trace[0])];
    await sample(model, { maxTokens: 1 }, tokens);
    expect(model.usage().prefilledTokens - before).toBeLessThanOrEqual(2);
  });

  it('give a reader who ends a sequence no token more than steps of one call', async () => {
    const { model } = openAhead();
    const tokens: TokenId[] = [];
    for await (const event of model.sample([6, 7], { ...plainSampling, maxTokens: 24, seed: 3 }, never)) {
      if (event.type === 'token') tokens.push(event.token.id);
      if (tokens.length === 3) break;
    }
    await turns(10);
    expect(model.usage().decodedTokens).toBe(3);
    expect(model.usage().takenBackTokens).toBeGreaterThan(0);
  });

  it('are two at most while someone watches', async () => {
    const { engine, model } = openAhead({}, {}, true);
    await sample(model, { seed: 3, maxTokens: 20 });
    expect(engine.forwards).toBe(20);
    expect(engine.calls).toBeGreaterThanOrEqual(10);
  });

  it('become fewer where they are seldom right', async () => {
    const { engine, model } = openAhead({ roundTrip: 0.5, isWrong: () => true });
    for (let seed = 0; seed < 20; seed++) await sample(model, { seed });
    const written = model.usage().decodedTokens;
    expect(model.usage().takenBackTokens ?? 0).toBeLessThan(written / 4);
    expect(engine.forwards).toBeLessThan(written * 1.3);
  });

  it('are not worth a short round trip', async () => {
    const { engine, model } = openAhead({ roundTrip: 0.01 });
    await sample(model, { seed: 3 });
    expect(engine.calls).toBe(engine.forwards);
  });

  it('hold up no prompt that is read, and no text that is scored', async () => {
    const { engine, model } = openAhead({}, { rows: 4, outputs: 2 });
    const seen: (readonly Extension[])[] = [];
    const forward = engine.forward.bind(engine);
    engine.forward = (batch: readonly Extension[]): Promise<ForwardOutput> => {
      seen.push(batch);
      return forward(batch);
    };
    const continuation = Array.from({ length: 12 }, (_, at) => 6 + (at % 5));
    await Promise.all([sample(model, { seed: 3 }), model.scoring.score([8], continuation, never)]);
    const withMore = seen.filter((batch) =>
      batch.some(({ tokens }) => tokens[0] === continuation[0] || tokens.length > 1),
    );
    expect(withMore.length).toBeGreaterThan(0);
    const scored = seen.slice(0, 10);
    expect(scored.every((batch) => batch.every(({ ahead = [] }) => ahead.length === 0))).toBe(true);
    expect(seen.some((batch) => batch.some(({ ahead = [] }) => ahead.length > 0))).toBe(true);
  });

  it('over a row that is no distribution fail that sequence alone', async () => {
    const poisoned = 9;
    class Poisoned extends HashEngine {
      override async forward(batch: readonly Extension[]): Promise<ForwardOutput> {
        const output = await super.forward(batch);
        batch.forEach(({ slot }, at) => {
          const held = this.contents(slot);
          if (held.length > 6 && held[0] === poisoned)
            output.logits.fill(NaN, at * this.vocabulary, (at + 1) * this.vocabulary);
        });
        return output;
      }
    }
    const model = open(new LookingAhead(new Poisoned({ slots: 9, hasValueHead: false }), far));
    const [bad, good] = await Promise.allSettled([
      sample(model, { seed: 3 }, [poisoned, 7]),
      sample(model, { seed: 3 }),
    ]);
    expect(bad).toMatchObject({ status: 'rejected', reason: { code: 'kernel-failed' } });
    expect(good).toEqual({ status: 'fulfilled', value: await sample(openReference(), { seed: 3 }) });
  });
});

/** Without the last digits of log-probabilities, which sums in another order may change. */
function tidy(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_key, one: unknown) => (typeof one === 'number' ? Number(one.toFixed(6)) : one)),
  );
}
