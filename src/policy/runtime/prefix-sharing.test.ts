import { describe, expect, it } from 'vitest';
import type { LanguageModel, SampleOptions, TokenId } from '../language-model.ts';
import { collectTraces, idsOf, never, openRuntime, plainSampling, turn, turns } from './testing/harness.ts';
import { valuesOf } from '#policy/model-parts.ts';

/** No model needs fewer rows than these counts: each distinct prompt token once. */

const prompt: readonly TokenId[] = [6, 7, 8, 9, 10, 11, 6, 7, 8, 9];

const sample = (model: LanguageModel, prefix: readonly TokenId[], options: Partial<SampleOptions> = {}) =>
  collectTraces(model.sample(prefix, { ...plainSampling, ...options }, never), []);

describe('sixteen samples of one prompt', () => {
  const cases: readonly (readonly [string, (model: LanguageModel) => Promise<unknown>])[] = [
    ['in one request', (model) => sample(model, prompt, { n: 16 })],
    [
      'in sixteen requests of one tick',
      (model) =>
        Promise.all(Array.from({ length: 16 }, (_, firstIndex) => sample(model, prompt, { firstIndex }))),
    ],
    [
      'in sixteen requests over time',
      (model) =>
        Promise.all(
          Array.from({ length: 16 }, async (_, firstIndex) => {
            await turns(firstIndex);
            return sample(model, prompt, { firstIndex });
          }),
        ),
    ],
  ];
  for (const [name, ask] of cases) {
    it(`prefill it once, ${name}`, async () => {
      const { model, engine } = openRuntime({ slots: 16, pause: turn });
      await ask(model);
      expect(model.usage()).toMatchObject({
        prefilledTokens: prompt.length,
        cachedTokens: 15 * prompt.length,
      });
      expect(engine.usedSlots).toBeLessThanOrEqual(16);
    });
  }

  it('prefill it once in chunks, and with fewer slots than samples', async () => {
    const { model } = openRuntime({ slots: 3, rows: 4 });
    await sample(model, prompt, { n: 16 });
    expect(model.usage()).toMatchObject({ prefilledTokens: prompt.length, cachedTokens: 15 * prompt.length });
  });

  it('share one forward a step', async () => {
    const { model, engine } = openRuntime({ slots: 16 });
    const traces = await sample(model, prompt, { n: 16, maxTokens: 5 });
    const longest = Math.max(...traces.map(({ tokens }) => tokens.length));
    // One for the prompt; the last token of a completion is not fed.
    expect(engine.forwards).toBe(longest);
  });

  it('feed forced tokens once', async () => {
    const { model, engine } = openRuntime({ slots: 16 });
    const traces = await sample(model, prompt, { n: 16, forced: [8, 8, 8], maxTokens: 1 });
    expect(traces.every(({ tokens }) => tokens.length === 4)).toBe(true);
    expect(engine.rowsFed).toBe(prompt.length + 3);
    expect(model.usage()).toMatchObject({ prefilledTokens: prompt.length, decodedTokens: 64 });
  });
});

describe('a tree of prefixes', () => {
  const tree: readonly (readonly TokenId[])[] = [
    [6, 7, 8],
    [6, 7, 8, 9],
    [6, 7, 8, 9, 10, 11],
    [6, 7, 8, 9, 10, 6],
    [6, 7, 8, 11],
    [7, 7, 8, 11],
  ];
  const distinct = new Set(tree.flatMap((path) => path.map((_, at) => path.slice(0, at + 1).join()))).size;

  it('is prefilled once for samples', async () => {
    const { model } = openRuntime({ slots: 16 });
    await Promise.all(tree.map((path) => sample(model, path)));
    expect(model.usage().prefilledTokens).toBe(distinct);
  });

  it('is prefilled once for values', async () => {
    const { model } = openRuntime({ slots: 16 });
    await valuesOf(model).evaluate(tree, never);
    expect(model.usage().prefilledTokens).toBe(distinct);
  });

  it('costs a row more for each prefix met after a longer one: its outputs were not asked for', async () => {
    const { model } = openRuntime({ slots: 16 });
    await Promise.all(tree.toReversed().map((path) => sample(model, path)));
    expect(model.usage().prefilledTokens).toBe(distinct + 2);
  });
});

describe('what is in flight or was', () => {
  it('a prefix of a running sequence is forked from it', async () => {
    const { model, engine } = openRuntime({ slots: 4, pause: turn });
    const running = sample(model, prompt, { maxTokens: 30, seed: 4 });
    await turns(12);
    const before = model.usage();
    const tokens = engine.contents(1);
    expect(tokens.length).toBeGreaterThan(prompt.length + 4);
    const part = tokens.slice(0, prompt.length + 4);
    await sample(model, part);
    const after = model.usage();
    // Its outputs were used up when they came; the last token is fed again for them.
    expect(after.prefilledTokens - before.prefilledTokens).toBe(1);
    expect(after.cachedTokens - before.cachedTokens).toBe(part.length - 1);
    await running;
  });

  it('values along a completion come free', async () => {
    const { model, engine } = openRuntime({ slots: 4 });
    const [trace] = await sample(model, prompt, { seed: 4 });
    const drawn = idsOf(trace);
    expect(drawn.length).toBeGreaterThan(3);
    const { rowsFed } = engine;
    // The last token was drawn and not fed, so nothing is known after it.
    const prefixes = drawn.map((_, at) => [...prompt, ...drawn.slice(0, at)]);
    await valuesOf(model).evaluate(prefixes, never);
    expect(engine.rowsFed).toBe(rowsFed);
  });

  it('the very same prompt needs no forward for its next token', async () => {
    const { model, engine } = openRuntime({ slots: 4 });
    await sample(model, prompt);
    const { forwards } = engine;
    await sample(model, prompt, { maxTokens: 1 });
    await model.scoring.score(prompt, [7], never);
    await valuesOf(model).evaluate([prompt], never);
    expect(engine.forwards).toBe(forwards);
  });

  it('going on from a completion takes its slot in place and feeds its last token only', async () => {
    const { model, engine } = openRuntime({ slots: 4 });
    const [trace] = await sample(model, prompt, { maxTokens: 3, seed: 4 });
    const before = model.usage();
    await sample(model, [...prompt, ...idsOf(trace)], { maxTokens: 3 });
    expect(model.usage().prefilledTokens - before.prefilledTokens).toBe(1);
    expect(engine).toMatchObject({ forks: 0, usedSlots: 1 });
  });

  it('a score feeds the continuation but for its last token', async () => {
    const { model, engine } = openRuntime();
    expect(await model.scoring.score(prompt, [7, 8, 9], never)).toHaveLength(3);
    expect(engine).toMatchObject({ rowsFed: prompt.length + 2, forwards: 1 });
    expect(await model.scoring.score(prompt, [], never)).toEqual([]);
  });

  it('every prompt token is either prefilled or cached', async () => {
    const { model, engine } = openRuntime({ slots: 3, rows: 5 });
    const prompts = [prompt, prompt.slice(0, 6), [...prompt, 6], [9, 8], prompt];
    const traces = await Promise.all(prompts.map((path) => sample(model, path, { n: 2 })));
    const { prefilledTokens, cachedTokens, decodedTokens } = model.usage();
    expect(prefilledTokens + cachedTokens).toBe(2 * prompts.reduce((sum, path) => sum + path.length, 0));
    const drawn = traces.flat().map(({ tokens }) => tokens.length);
    expect(decodedTokens).toBe(drawn.reduce((sum, count) => sum + count, 0));
    expect(engine.rowsFed).toBe(prefilledTokens + decodedTokens - drawn.length);
  });
});

it('two hundred runs, some of them cancelled, keep no more than the slots, and draw as the first did', async () => {
  const { model, engine } = openRuntime({ slots: 8, pause: turn });
  const first = await sample(model, prompt, { n: 4 });
  for (let run = 0; run < 200; run++) {
    const cancelled = new AbortController();
    const own = [...prompt, ...[2, 3, 5].map((step) => 6 + ((run * step) % 6))];
    const drawn = collectTraces(model.sample(own, { ...plainSampling, n: 6 }, cancelled.signal), []);
    if (run % 4 === 0) {
      await turns(3);
      cancelled.abort();
    }
    await drawn.catch((error: unknown) => expect(error).toMatchObject({ name: 'AbortError' }));
    expect(engine.usedSlots).toBeLessThanOrEqual(8);
  }
  expect(await sample(model, prompt, { n: 4 })).toEqual(first);
});
