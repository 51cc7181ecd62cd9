import { describe, expect, it } from 'vitest';
import { createRuntimeModel } from '#policy/runtime/runtime-model.ts';
import { hashLogits } from '#policy/runtime/testing/hash-engine.ts';
import {
  collectTraces,
  idsOf,
  infoFor,
  never,
  openReference,
  plainSampling,
  turn,
} from '#policy/runtime/testing/harness.ts';
import { plainCodec } from '#policy/runtime/testing/plain-codec.ts';
import { LogitCapture, SequentialEngine } from './sequential-engine.ts';
import type { ToyLibrary } from '../testing/toy-library.ts';
import { toyWebLlm } from '../testing/toy-webllm.ts';

const vocabulary = 12;

async function open(library: ToyLibrary = {}, context = 64) {
  const toy = toyWebLlm({ vocabulary, ...library });
  const capture = new LogitCapture();
  const webllm = new toy.MLCEngine({ logitProcessorRegistry: new Map([['toy', capture]]) });
  await webllm.reload('toy');
  const engine = await SequentialEngine.open({ engine: webllm, capture, modelId: 'toy', context });
  const model = createRuntimeModel({
    engine,
    codec: plainCodec,
    info: infoFor(context),
    now: () => 0,
    breathe: turn,
  });
  return { webllm, engine, model };
}

const prompt = [6, 7, 8, 9];
const times = (length: number, token: number) => Array.from({ length }, () => token);
const expected = (...tokens: number[]) => [...hashLogits(tokens, vocabulary)];

describe('a sequential engine', () => {
  it('goes on where its cache is, and feeds again where it is not, and counts that', async () => {
    const { engine, webllm } = await open();
    const a = engine.create();
    expect(await engine.forward([{ slot: a, tokens: prompt, outputs: 1 }])).toMatchObject({ fedAgain: 0 });
    const { resets, fed } = webllm;
    const goesOn = await engine.forward([{ slot: a, tokens: [1, 2], outputs: 1 }]);
    expect([goesOn.fedAgain, webllm.resets - resets, webllm.fed - fed]).toEqual([0, 0, 2]);
    const b = engine.fork(a, 3);
    const turnsBack = await engine.forward([{ slot: b, tokens: [3], outputs: 1 }]);
    expect([...turnsBack.logits]).toEqual(expected(6, 7, 8, 3));
    expect([turnsBack.fedAgain, webllm.resets - resets, webllm.fed - fed]).toEqual([3, 1, 6]);
    // What the cache holds is the beginning of another sequence: only the rest is fed.
    const c = engine.fork(b, 4);
    await engine.forward([{ slot: c, tokens: [4], outputs: 1 }]);
    expect(webllm.resets - resets).toBe(1);
  });

  it('reports several positions by feeding token by token', async () => {
    const { engine } = await open();
    const slot = engine.create();
    const { logits } = await engine.forward([{ slot, tokens: [1, 2, 3, 4], outputs: 3 }]);
    expect([...logits]).toEqual([...expected(1, 2), ...expected(1, 2, 3), ...expected(1, 2, 3, 4)]);
  });

  it('starts from an empty cache after a forward that failed', async () => {
    const { engine, webllm } = await open();
    const slot = engine.create();
    await engine.forward([{ slot, tokens: prompt, outputs: 1 }]);
    const forward = webllm.forwardTokensAndSample.bind(webllm);
    webllm.forwardTokensAndSample = async (...ask) => {
      await forward(...ask);
      throw new Error('interrupted');
    };
    await expect(engine.forward([{ slot, tokens: [1], outputs: 1 }])).rejects.toThrow('interrupted');
    webllm.forwardTokensAndSample = forward;
    const { logits, fedAgain } = await engine.forward([{ slot, tokens: [1], outputs: 1 }]);
    expect([...logits]).toEqual(expected(...prompt, 1));
    expect(fedAgain).toBe(prompt.length);
  });

  it('says so where WebLLM shows its logit processor nothing', async () => {
    await expect(open({ processorIsIgnored: true })).rejects.toThrow('WebLLM has changed');
  });
});

/** What WebLLM's own generation does differently; see the engine's description for why none of it can happen here. */
describe('traps of WebLLM’s own generation', () => {
  const many = { ...plainSampling, n: 3, maxTokens: 6, seed: 3 };

  it('n samples are those of n requests, and usage says what was really fed', async () => {
    const { model, webllm } = await open();
    const before = webllm.fed;
    const traces = await collectTraces(model.sample(prompt, many, never), []);
    expect(traces).toEqual(
      await collectTraces(openReference({ hasValueHead: false }).sample(prompt, many, never), []),
    );
    const { prefilledTokens, cachedTokens, decodedTokens } = model.usage();
    const drawn = traces.reduce((sum, { tokens }) => sum + tokens.length, 0);
    expect(decodedTokens).toBe(drawn);
    // The last token of a completion is never fed; the prompt is fed for each but where another one had just fed it.
    expect(webllm.fed - before).toBe(prefilledTokens + drawn - traces.length);
    expect(prefilledTokens).toBe(prompt.length * traces.length);
    expect(cachedTokens).toBe(0);
  });

  it('runs one sequence to its end before the next', async () => {
    const { model } = await open();
    const seen = new Map<number, number>();
    const order: number[] = [];
    for await (const event of model.sample(prompt, many, never)) {
      if (event.type === 'end') continue;
      const before = seen.get(event.index) ?? 0;
      seen.set(event.index, before + 1);
      // First tokens all come from the prompt's logits, at once.
      if (before > 0) order.push(event.index);
    }
    expect(order.filter((index, at) => index !== order[at - 1])).toEqual([...new Set(order)]);
    expect(order.length).toBeGreaterThan(many.n);
  });

  it('a prompt that goes on from the last one is not prefilled again', async () => {
    const { model, webllm } = await open();
    await collectTraces(model.sample(prompt, { ...plainSampling, maxTokens: 1 }, never), []);
    const { fed } = webllm;
    await collectTraces(model.sample([...prompt, 10, 11], { ...plainSampling, maxTokens: 1 }, never), []);
    expect(webllm.fed - fed).toBe(2);
  });

  it('a reply can be begun for the model, and "Wait" forced into it', async () => {
    const { model } = await open();
    const options = { ...plainSampling, forced: [10, 11], maxTokens: 3 };
    const [trace] = await collectTraces(model.sample(prompt, options, never), []);
    expect(idsOf(trace).slice(0, 2)).toEqual([10, 11]);
    expect(trace?.tokens.slice(0, 2).every(({ forced }) => forced)).toBe(true);
    expect(trace?.tokens.slice(2).length).toBeLessThanOrEqual(3);
  });

  it('a request that is cancelled leaves the next one alone, at any token', async () => {
    const reference = await collectTraces(openReference().sample(prompt, { ...many, n: 1 }, never), []);
    for (let tokens = 1; tokens < 5; tokens++) {
      const { model } = await open();
      let left = tokens;
      for await (const event of model.sample(prompt, many, never))
        if (event.type === 'token' && --left === 0) break;
      expect(await collectTraces(model.sample(prompt, { ...many, n: 1 }, never), [])).toEqual(reference);
    }
  });

  it('log-probabilities are those before temperature, at temperature 0 too', async () => {
    const { model } = await open();
    for (const temperature of [0, 0.5, 2]) {
      const [trace] = await collectTraces(
        model.sample(prompt, { ...plainSampling, temperature, maxTokens: 4, alternatives: 3 }, never),
        [],
      );
      const tokens = idsOf(trace);
      expect(trace?.tokens.map(({ logprob }) => logprob)).toEqual(
        await model.scoring.score(prompt, tokens, never),
      );
      expect(
        trace?.tokens.every(
          ({ logprob, alternatives }) => Number.isFinite(logprob) && alternatives.length === 3,
        ),
      ).toBe(true);
    }
  });

  it('stop strings end a reply, and are looked for in the new text only', async () => {
    const { model } = await open();
    const [free] = await collectTraces(model.sample(prompt, { ...plainSampling, seed: 12 }, never), []);
    const stop = free?.tokens[2]?.text ?? '';
    const [stopped] = await collectTraces(
      model.sample(prompt, { ...plainSampling, seed: 12, stop: [stop] }, never),
      [],
    );
    expect(stopped?.reason).toBe('stop');
    expect(idsOf(stopped)).toEqual(
      idsOf(free).slice(0, (free?.tokens.findIndex(({ text }) => text.endsWith(stop)) ?? 0) + 1),
    );
  });

  it('a full context ends the reply, and never reaches WebLLM', async () => {
    const { model, engine, webllm } = await open({}, 8);
    const [trace] = await collectTraces(
      model.sample(prompt, { ...plainSampling, temperature: 0, maxTokens: 50 }, never),
      [],
    );
    expect(trace?.reason === 'context' || trace?.reason === 'end-of-text').toBe(true);
    expect(idsOf(trace).length).toBeLessThanOrEqual(4);
    const { fed } = webllm;
    await expect(
      engine.forward([{ slot: engine.create(), tokens: times(9, 1), outputs: 1 }]),
    ).rejects.toMatchObject({ code: 'prompt-too-long' });
    expect(webllm.fed).toBe(fed);
  });
});
