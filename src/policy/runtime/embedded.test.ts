import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { familySheet } from '#experiment/families.ts';
import { openInNode, readFrom } from '../embedded/node.ts';
import type { LanguageModel, SampleOptions } from '../language-model.ts';
import { createRuntimeModel, type RuntimeModel } from './runtime-model.ts';
import { collectTraces, never, plainSampling, turn, turns } from './testing/harness.ts';
import { createReferenceModel } from './testing/reference-model.ts';
import { valuesOf } from '#policy/model-parts.ts';

/**
 * The same on the model that ships: its kernel computes a row from the row's own sequence alone, so that batched and
 * alone are the same to the last bit.
 */

const openRuntime = async (limits: { slots: number; rows: number }): Promise<RuntimeModel> => {
  const { engine, codec, info } = await openInNode('countdown', limits);
  return createRuntimeModel({ engine, codec, info, now: () => performance.now() / 1000, breathe: turn });
};
const openAlone = async (): Promise<LanguageModel> => {
  const { engine, codec, info } = await openInNode('countdown', { slots: 1, rows: 64 });
  return createReferenceModel(engine, codec, info);
};

const numbers = fc.constantFrom<number[]>([2, 11, 2, 9], [2, 11, 5, 9], [1, 7, 3, 8], [4, 4, 10, 13]);
const request = fc.record({
  numbers,
  effort: fc.constantFrom('low' as const, 'high' as const),
  arrival: fc.integer({ min: 0, max: 6 }),
  options: fc.record<SampleOptions>({
    n: fc.integer({ min: 1, max: 4 }),
    temperature: fc.constantFrom(0, 0.7, 1),
    topK: fc.constantFrom(0, 20),
    topP: fc.constantFrom(1, 0.95),
    minP: fc.constantFrom(0, 0.05),
    maxTokens: fc.integer({ min: 1, max: 40 }),
    seed: fc.integer({ min: 0, max: 5 }),
    stop: fc.constantFrom([], [']']),
    alternatives: fc.constantFrom(0, 3),
    forced: fc.constantFrom([], [30, 31]),
  }),
});

describe('the runtime on the embedded model', () => {
  it('gives the bits of each request alone', async () => {
    const alone = await openAlone();
    await fc.assert(
      fc.asyncProperty(
        fc.array(request, { minLength: 1, maxLength: 5 }),
        fc.record({ slots: fc.integer({ min: 2, max: 20 }), rows: fc.integer({ min: 2, max: 64 }) }),
        async (requests, limits) => {
          const model = await openRuntime(limits);
          const answers = await Promise.all(
            requests.map(async ({ numbers: given, effort, arrival, options }) => {
              await turns(arrival);
              const prompt = model.prompt(
                { family: 'countdown', numbers: given, target: 24 },
                { kind: 'think', effort },
              );
              const traces = await collectTraces(model.sample(prompt, options, never), []);
              const drawn = (traces[0]?.tokens ?? []).map(({ id }) => id);
              const [scores, values] = await Promise.all([
                model.scoring.score(prompt, drawn, never),
                valuesOf(model).evaluate([prompt, [...prompt, ...drawn]], never),
              ]);
              return { prompt, options, traces, drawn, scores, values };
            }),
          );
          for (const { prompt, options, traces, drawn, scores, values } of answers) {
            expect(traces).toEqual(await collectTraces(alone.sample(prompt, options, never), []));
            expect(scores).toEqual((traces[0]?.tokens ?? []).map(({ logprob }) => logprob));
            expect(values).toEqual(await valuesOf(alone).evaluate([prompt, [...prompt, ...drawn]], never));
          }
          model.close();
        },
      ),
      { numRuns: 12 },
    );
  }, 60_000);

  it('scores at the temperature asked for', async () => {
    const model = await openRuntime({ slots: 16, rows: 256 });
    const prompt = model.prompt(
      { family: 'countdown', numbers: [2, 11, 2, 9], target: 24 },
      { kind: 'think', effort: 'low' },
    );
    const all = async (temperature: number) =>
      (
        await Promise.all(
          (model.info.vocabulary ?? []).map((_, id) => model.scoring.score(prompt, [id], never, temperature)),
        )
      ).map(([logprob = NaN]) => logprob);
    const [one, half] = [await all(1), await all(0.5)];
    // softmax(z / T) is softmax(z) to the power of 1 / T, made to sum to one.
    const squares = one.map((logprob) => Math.exp(2 * logprob));
    const sum = squares.reduce((total, square) => total + square, 0);
    for (const [id, logprob] of half.entries()) expect(Math.exp(logprob)).toBeCloseTo(squares[id]! / sum, 10);
    await expect(model.scoring.score(prompt, [1], never, 0)).rejects.toThrow(RangeError);
  });

  it('prefills the prompt of sixteen samples once', async () => {
    const model = await openRuntime({ slots: 16, rows: 256 });
    const prompt = model.prompt(
      { family: 'countdown', numbers: [2, 11, 2, 9], target: 24 },
      { kind: 'think', effort: 'low' },
    );
    const sampling = { temperature: 0.7, topK: 0, topP: 1, minP: 0, maxTokens: 200, seed: 1 };
    await Promise.all(
      Array.from({ length: 16 }, (_, firstIndex) =>
        collectTraces(model.sample(prompt, { ...sampling, firstIndex }, never), []),
      ),
    );
    expect(model.usage()).toMatchObject({ prefilledTokens: prompt.length, cachedTokens: 15 * prompt.length });
  });
});

describe('a runtime whose model has taken other weights', () => {
  it('forgets what it cached of the old ones', async () => {
    const [other, zero] = [await openInNode('arithmetic-sft'), await openInNode('arithmetic-zero')];
    const read = readFrom();
    const surroundings = { now: () => performance.now() / 1000, breathe: turn };
    const model = createRuntimeModel({ ...other, ...surroundings });
    const [prompt, sampling] = [
      model.prompt(familySheet('arithmetic').usual, { kind: 'think', effort: 'low' }),
      { ...plainSampling, temperature: 0, maxTokens: 20 },
    ];
    const drawn = async (from: RuntimeModel) =>
      (await collectTraces(from.sample(prompt, sampling, never), [])).map(({ tokens }) => tokens);
    const before = await drawn(model);
    other.engine.replaceWeights(await read('arithmetic-zero/weights.bin'));
    model.forget();
    const after = await drawn(model);
    expect(after).not.toEqual(before);
    expect(after).toEqual(await drawn(createRuntimeModel({ ...zero, ...surroundings })));
  });

  it('refuses while it is at work', async () => {
    const model = createRuntimeModel({
      ...(await openInNode('arithmetic-sft')),
      now: () => performance.now() / 1000,
      breathe: turn,
    });
    const prompt = model.prompt(familySheet('arithmetic').usual, { kind: 'answer-only' });
    const drawn = collectTraces(model.sample(prompt, plainSampling, never), []);
    expect(() => model.forget()).toThrow(RangeError);
    await drawn;
    model.forget();
  });
});
