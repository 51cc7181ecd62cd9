import { describe, expect, it } from 'vitest';
import { PolicyError } from '../policy-error.ts';
import { createRuntimeModel } from './runtime-model.ts';
import { HashEngine } from './testing/hash-engine.ts';
import {
  collectTraces,
  idsOf,
  infoFor,
  never,
  openReference,
  openRuntime,
  plainSampling,
  turn,
  turns,
} from './testing/harness.ts';
import { plainCodec } from './testing/plain-codec.ts';
import { valuesOf } from '#policy/model-parts.ts';

/** Long enough not to end by themselves while a test looks. */
const long = { ...plainSampling, maxTokens: 50, seed: 4 };
const prompt = [6, 7, 8, 9];

describe('cancelling', () => {
  it('rejects the pending read with an AbortError, frees the slot, and leaves others alone', async () => {
    const { model, engine } = openRuntime({ slots: 2, pause: turn });
    const controller = new AbortController();
    const cancelled = model.sample(prompt, long, controller.signal)[Symbol.asyncIterator]();
    const other = collectTraces(model.sample([9, 9], long, never), []);
    const third = collectTraces(model.sample([8, 8], long, never), []);
    await cancelled.next();
    const pending = cancelled.next();
    controller.abort();
    await expect(pending).rejects.toMatchObject({ name: 'AbortError' });
    expect(await cancelled.next()).toEqual({ done: true, value: undefined });
    expect(await other).toEqual(await collectTraces(openReference().sample([9, 9], long, never), []));
    // The third waited for the slot.
    expect(await third).toEqual(await collectTraces(openReference().sample([8, 8], long, never), []));
    model.close();
    expect(engine.usedSlots).toBe(0);
  });

  it('by closing the iterator stops the work', async () => {
    const { model, engine } = openRuntime({ pause: turn });
    for await (const event of model.sample(prompt, { ...long, n: 4 }, never))
      if (event.type === 'token') break;
    await turns(4);
    const { forwards } = engine;
    await turns(8);
    expect(engine.forwards).toBe(forwards);
  });

  it('before it starts costs nothing', async () => {
    const { model, engine } = openRuntime();
    const aborted = AbortSignal.abort();
    await expect(collectTraces(model.sample(prompt, long, aborted), [])).rejects.toMatchObject({
      name: 'AbortError',
    });
    await expect(model.scoring.score(prompt, [6], aborted)).rejects.toMatchObject({ name: 'AbortError' });
    await expect(valuesOf(model).evaluate([prompt], aborted)).rejects.toMatchObject({ name: 'AbortError' });
    await turns(3);
    expect(engine.forwards).toBe(0);
  });

  it('rejects with an AbortError whatever the reason given', async () => {
    const { model } = openRuntime({ pause: turn });
    const controller = new AbortController();
    const answer = model.scoring.score(prompt, [6, 7], controller.signal);
    controller.abort(new Error('enough'));
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('a request whose prompt another one is prefilling does not take the other down', async () => {
    const { model } = openRuntime({ rows: 1, pause: turn });
    const controller = new AbortController();
    const first = collectTraces(model.sample(prompt, long, controller.signal), []);
    const second = collectTraces(model.sample(prompt, long, never), []);
    await turns(2);
    controller.abort();
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    expect(await second).toEqual(await collectTraces(openReference().sample(prompt, long, never), []));
    // Two of four tokens were in, and were used.
    expect(model.usage().prefilledTokens).toBe(4);
  });
});

describe('an engine whose slots share memory', () => {
  const reference = () => openReference();

  it('gives each request what it would get alone, whoever has to wait or be fed again', async () => {
    for (const memory of [20, 30, 60, 120]) {
      const { model, engine } = openRuntime({ slots: 8, memory, context: 20, pause: turn });
      const options = { ...long, n: 6 };
      expect(await collectTraces(model.sample(prompt, options, never), [])).toEqual(
        await collectTraces(openReference({ context: 20 }).sample(prompt, options, never), []),
      );
      model.close();
      await turns(2);
      expect(engine.usedSlots).toBe(0);
    }
  });

  it('lets idle sequences go before running ones', async () => {
    const { model } = openRuntime({ slots: 4, memory: 30 });
    await model.scoring.score([6, 7, 8, 9, 10, 11, 6, 7, 8, 9, 10, 11, 6, 7, 8, 9, 10, 11], [6], never);
    const { prefilledTokens } = model.usage();
    const options = { ...plainSampling, maxTokens: 10, seed: 2 };
    expect(await collectTraces(model.sample([9, 9, 9, 9, 9], options, never), [])).toEqual(
      await collectTraces(reference().sample([9, 9, 9, 9, 9], options, never), []),
    );
    expect(model.usage().prefilledTokens - prefilledTokens).toBe(5);
  });

  it('counts what is fed a second time as prefilled, and takes nobody’s work away in turns', async () => {
    const { model, engine } = openRuntime({ slots: 4, memory: 40, context: 30, rows: 40, pause: turn });
    const options = { ...long, temperature: 1, maxTokens: 24, seed: 8 };
    const traces = await collectTraces(model.sample(prompt, { ...options, n: 2 }, never), []);
    const { prefilledTokens, decodedTokens, cachedTokens } = model.usage();
    expect(decodedTokens).toBe(traces.reduce((sum, { tokens }) => sum + tokens.length, 0));
    // Every row is a prompt token, a decoded one that was fed, or fed again; the last of a completion is not fed.
    expect(engine.rowsFed).toBe(prefilledTokens + decodedTokens - traces.length);
    expect(prefilledTokens).toBeLessThan(2 * 30);
    expect(cachedTokens).toBeLessThanOrEqual(prompt.length);
  });

  it('says so where one sequence alone is too much', async () => {
    const { model } = openRuntime({ slots: 4, memory: 6 });
    await expect(
      collectTraces(model.sample(prompt, { ...long, temperature: 0 }, never), []),
    ).rejects.toMatchObject({ code: 'out-of-slots' });
    await expect(model.scoring.score([6, 7], [8], never)).resolves.toHaveLength(1);
  });
});

describe('an engine with limits', () => {
  it('on sequences gets each to its end before the next', async () => {
    const { model } = openRuntime({ sequencesPerForward: 1, pause: turn });
    const order: number[] = [];
    const seen = new Set<number>();
    const traces = collectTraces(
      (async function* () {
        for await (const event of model.sample(prompt, { ...long, n: 4, maxTokens: 8 }, never)) {
          // First tokens come together, from the prompt's logits.
          if (seen.has(event.index)) order.push(event.index);
          seen.add(event.index);
          yield event;
        }
      })(),
      [],
    );
    expect(await traces).toEqual(
      await collectTraces(openReference().sample(prompt, { ...long, n: 4, maxTokens: 8 }, never), []),
    );
    expect(order.filter((index, at) => index !== order[at - 1])).toEqual([...new Set(order)]);
  });

  it('on outputs gets a long continuation scored in parts', async () => {
    const { model, engine } = openRuntime({ outputs: 3 });
    const continuation = [6, 7, 8, 9, 10, 11, 6, 7, 8, 9];
    const [scores] = await Promise.all([
      model.scoring.score(prompt, continuation, never),
      model.scoring.score([9, 9], [9, 8, 7], never),
    ]);
    expect(scores).toEqual(await openReference().scoring.score(prompt, continuation, never));
    expect(engine.forwards).toBeGreaterThan(3);
  });

  it('that feeds tokens again has that counted, not the cache', async () => {
    const engine = new HashEngine();
    const forward = engine.forward.bind(engine);
    let first = true;
    engine.forward = async (batch) => {
      const output = await forward(batch);
      const fedAgain = first ? 0 : prompt.length;
      first = false;
      return { ...output, fedAgain };
    };
    const model = createRuntimeModel({
      engine,
      codec: plainCodec,
      info: infoFor(64),
      now: () => 0,
      breathe: turn,
    });
    await collectTraces(model.sample(prompt, { ...long, maxTokens: 1 }, never), []);
    await collectTraces(model.sample([...prompt, 10], { ...long, maxTokens: 1 }, never), []);
    expect(model.usage()).toMatchObject({ prefilledTokens: 2 * prompt.length + 1, cachedTokens: 0 });
  });
});

describe('an engine that fails', () => {
  for (const failure of [new Error('trap'), new PolicyError({ code: 'device-lost' })]) {
    it(`rejects all that is in flight and works again after: ${failure.message}`, async () => {
      const { model, engine } = openRuntime({ slots: 2, pause: turn });
      const requests = [
        collectTraces(model.sample(prompt, { ...long, n: 3 }, never), []),
        model.scoring.score([7, 7], [8], never),
        valuesOf(model).evaluate(
          [
            [7, 9],
            [8, 8],
          ],
          never,
        ),
      ];
      engine.failure = failure;
      for (const { status, reason } of (await Promise.allSettled(requests)) as PromiseRejectedResult[]) {
        expect(status).toBe('rejected');
        expect(reason).toBeInstanceOf(PolicyError);
        expect(reason).toMatchObject({
          code: failure instanceof PolicyError ? failure.code : 'kernel-failed',
        });
      }
      expect(engine.usedSlots).toBe(0);
      expect(await collectTraces(model.sample(prompt, long, never), [])).toEqual(
        await collectTraces(openReference().sample(prompt, long, never), []),
      );
    });
  }

  it('fails one request only where one row alone is damaged', async () => {
    const engine = new HashEngine();
    const forward = engine.forward.bind(engine);
    engine.forward = async (batch) => {
      const output = await forward(batch);
      const bad = batch.findIndex(({ tokens }) => tokens.includes(11));
      if (bad >= 0) output.logits.fill(NaN, bad * engine.vocabulary, (bad + 1) * engine.vocabulary);
      return output;
    };
    const model = createRuntimeModel({
      engine,
      codec: plainCodec,
      info: infoFor(64),
      now: () => 0,
      breathe: turn,
    });
    const [bad, good] = await Promise.allSettled([
      model.scoring.score([11], [6], never),
      model.scoring.score([6], [6], never),
    ]);
    expect(bad).toMatchObject({ status: 'rejected', reason: { code: 'kernel-failed' } });
    expect(good?.status).toBe('fulfilled');
  });
});

describe('refusals', () => {
  const { model } = openRuntime({ context: 6 });
  const refused: readonly (readonly [string, () => Promise<unknown>, string])[] = [
    [
      'a prompt over the context',
      () => collectTraces(model.sample([6, 6, 6, 6, 6, 6, 6], long, never), []),
      'prompt-too-long',
    ],
    [
      'forced tokens over the context',
      () => collectTraces(model.sample([6, 6, 6, 6], { ...long, forced: [6, 6, 6] }, never), []),
      'prompt-too-long',
    ],
    ['a token out of the vocabulary', () => model.scoring.score([6], [12], never), 'unknown-token'],
    ['a token that is none', () => valuesOf(model).evaluate([[6.5]], never), 'unknown-token'],
    ['an empty prefix', () => collectTraces(model.sample([], long, never), []), 'unsupported'],
  ];
  for (const [name, ask, code] of refused) {
    it(name, async () => {
      await expect(ask()).rejects.toMatchObject({ name: 'PolicyError', code });
    });
  }

  it('values without a value head', () => {
    expect(() => valuesOf(openRuntime({ hasValueHead: false }).model)).toThrow(
      expect.objectContaining({
        failure: { code: 'unsupported', why: { kind: 'no-value-head', model: 'Hash' } },
      }),
    );
  });

  it('ends at the context', async () => {
    const [trace] = await collectTraces(model.sample([6, 6, 6], { ...long, seed: 5 }, never), []);
    expect(trace).toMatchObject({ reason: 'context', tokens: { length: 3 } });
    const [full] = await collectTraces(model.sample([6, 6, 6, 6, 6, 6], long, never), []);
    expect(full).toEqual({ reason: 'context', tokens: [] });
  });
});

describe('the loop', () => {
  it('lets the event loop turn while it works', async () => {
    let breaths = 0;
    let clock = 0;
    const engine = new HashEngine({ context: 2000 });
    const breathe = async () => {
      breaths += 1;
      await turn();
    };
    const now = () => (clock += 0.001);
    const model = createRuntimeModel({ engine, codec: plainCodec, info: infoFor(2000), now, breathe });
    const controller = new AbortController();
    setImmediate(() => controller.abort());
    const work = collectTraces(
      model.sample(prompt, { ...long, temperature: 0, n: 8, maxTokens: 1900 }, controller.signal),
      [],
    );
    // Nothing in this engine waits for the event loop: without a breath the abort would find all the work done.
    await expect(work).rejects.toMatchObject({ name: 'AbortError' });
    expect(breaths).toBeGreaterThan(0);
    expect(model.usage().modelSeconds).toBeCloseTo(0.001 * engine.forwards, 6);
  });

  it('serves those that wait in the order they came', async () => {
    const { model } = openRuntime({ slots: 1 });
    const ended: number[] = [];
    await Promise.all(
      [2, 0, 1, 3].map(async (name, at) => {
        await collectTraces(model.sample([6 + at], { ...plainSampling, seed: 9 }, never), []);
        ended.push(name);
      }),
    );
    expect(ended).toEqual([2, 0, 1, 3]);
  });

  it('moves every sequence on though there are more than rows', async () => {
    const { model } = openRuntime({ slots: 8, rows: 3, pause: turn });
    const traces: { tokens: unknown[] }[] = [];
    const all = collectTraces(model.sample(prompt, { ...long, n: 8 }, never), traces as never);
    await turns(20);
    const lengths = traces.map(({ tokens }) => tokens.length);
    const running = lengths.filter((_, index) => (traces[index] as { reason?: unknown }).reason === null);
    expect(Math.max(...running) - Math.min(...running)).toBeLessThanOrEqual(1);
    await all;
  });

  it('has several iterators of one request run on their own, with the same tokens', async () => {
    const { model } = openRuntime();
    const request = model.sample(prompt, long, never);
    const [left, right] = await Promise.all([collectTraces(request, []), collectTraces(request, [])]);
    expect(idsOf(left[0])).toEqual(idsOf(right[0]));
  });

  it('gives every slot back when closed, with work under way or not', async () => {
    for (const wait of [0, 1, 5]) {
      const { model, engine } = openRuntime({ slots: 2, pause: turn });
      const work = collectTraces(model.sample(prompt, { ...long, n: 4 }, never), []);
      await turns(wait);
      model.close();
      await expect(work).rejects.toMatchObject({ name: 'AbortError' });
      await turns(2);
      expect(engine.usedSlots).toBe(0);
      await expect(model.scoring.score(prompt, [6], never)).rejects.toMatchObject({ name: 'AbortError' });
    }
  });
});
