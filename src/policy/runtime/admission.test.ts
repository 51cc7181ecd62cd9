import { describe, expect, it } from 'vitest';
import type { SampleEvent } from '#policy/language-model.ts';
import { AdmissionOrder } from './admission.ts';
import { createRuntimeModel, type RuntimeModel } from './runtime-model.ts';
import { collectTraces, infoFor, never, openReference, plainSampling, turn } from './testing/harness.ts';
import { HashEngine } from './testing/hash-engine.ts';
import { plainCodec } from './testing/plain-codec.ts';

/** Three prompts that share no beginning. */
const prompts = [6, 7, 8].map((first) => [
  first,
  ...Array.from({ length: 30 }, (_, at) => 6 + ((at * 7 + first) % 6)),
]);

function open(slots: number): RuntimeModel {
  const engine = new HashEngine({ slots });
  return createRuntimeModel({
    engine,
    codec: plainCodec,
    info: infoFor(engine.context),
    now: () => 0,
    breathe: turn,
    admission: new AdmissionOrder(),
  });
}

describe('sequences that wait for a slot', () => {
  it('come in the order of what is cached of them, whatever the order they came in, and get the same tokens', async () => {
    const model = open(3);
    const reference = openReference();
    const requests = Array.from({ length: 24 }, (_, at) => ({
      prompt: prompts[at % prompts.length] ?? [],
      options: { ...plainSampling, maxTokens: 12, seed: at },
    }));
    const drawn = await Promise.all(
      requests.map(({ prompt, options }) => collectTraces(model.sample(prompt, options, never), [])),
    );
    const expected: unknown[] = [];
    for (const { prompt, options } of requests)
      expected.push(await collectTraces(reference.sample(prompt, options, never), []));
    expect(drawn).toEqual(expected);
    // Each prompt but once or twice; eight times as often would be all of it.
    expect(model.usage().prefilledTokens).toBeLessThan(2 * 3 * 31);
  });

  it('do not wait for ever for those with more of it', async () => {
    const model = open(2);
    const ended: string[] = [];
    const ask = async (name: string, prompt: readonly number[], seed: number): Promise<void> => {
      const events: AsyncIterable<SampleEvent> = model.sample(
        prompt,
        { ...plainSampling, maxTokens: 3, seed },
        never,
      );
      await collectTraces(events, []);
      ended.push(name);
    };
    await Promise.all(
      Array.from({ length: 100 }, (_, at) =>
        at === 10 ? ask('one', prompts[1] ?? [], 1) : ask('many', prompts[0] ?? [], at),
      ),
    );
    expect(ended).toHaveLength(100);
    expect(ended.indexOf('one')).toBeLessThan(60);
  });
});
