import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SampleOptions } from '../language-model.ts';
import { collectTraces, never, openRuntime } from './testing/harness.ts';

const options: fc.Arbitrary<SampleOptions> = fc.record({
  temperature: fc.constantFrom(0, 0.7, 1.5),
  topK: fc.constantFrom(0, 3),
  topP: fc.constantFrom(1, 0.8),
  minP: fc.constant(0),
  maxTokens: fc.integer({ min: 0, max: 16 }),
  stop: fc.constantFrom([], ['a'], ['b c', 'ab'], ['32', '5']),
  seed: fc.integer({ min: 0, max: 50 }),
  firstIndex: fc.integer({ min: 0, max: 3 }),
  alternatives: fc.constant(2),
  forced: fc.array(fc.integer({ min: 0, max: 11 }), { maxLength: 3 }),
});
const prefix = fc.array(fc.integer({ min: 6, max: 7 }), { minLength: 1, maxLength: 10 });

it('a completion that goes on from any of its tokens is the one that never stopped, and draws only the rest', async () => {
  await fc.assert(
    fc.asyncProperty(options, prefix, fc.nat(20), async (how, from, cut) => {
      const [whole] = await collectTraces(openRuntime({ context: 24 }).model.sample(from, how, never), []);
      const recalled = whole!.tokens.slice(0, cut);
      const { model } = openRuntime({ context: 24 });
      const [resumed] = await collectTraces(model.sample(from, { ...how, n: 1, recalled }, never), []);
      expect(resumed).toEqual(whole);
      expect(model.usage().decodedTokens).toBe(whole!.tokens.length - recalled.length);
      const fed = recalled.length === whole!.tokens.length ? 0 : from.length + recalled.length;
      expect(model.usage().prefilledTokens).toBe(fed);
    }),
  );
});

it('tokens that no model could have drawn are refused in words', async () => {
  const { model } = openRuntime({ context: 24 });
  const [token] = model.describe([7]);
  const ask = (ids: readonly number[]) =>
    collectTraces(
      model.sample(
        [6],
        {
          temperature: 1,
          topK: 0,
          topP: 1,
          minP: 0,
          maxTokens: 8,
          seed: 1,
          recalled: ids.map((id) => ({ ...token!, id })),
        },
        never,
      ),
      [],
    );
  await expect(ask([7, 99])).rejects.toMatchObject({ code: 'unknown-token' });
  await expect(ask(Array.from({ length: 24 }, () => 7))).rejects.toMatchObject({ code: 'prompt-too-long' });
});
