import { describe, expect, it } from 'vitest';
import { PolicyError } from '#policy/policy-error.ts';
import { hashLogits } from '#policy/runtime/testing/hash-engine.ts';
import type { Device } from './device-watch.ts';
import { gpuAbilities } from '../models/gpu-abilities.ts';
import type { GpuModel } from '../models/gpu-model.ts';
import type { DriverReason } from '#run/facts/driver-reason.ts';
import { openGpuModel, type OpenProgress } from './open.ts';
import type { ToyLibrary } from '../testing/toy-library.ts';
import { toyWebLlm } from '../testing/toy-webllm.ts';
import type { MLCEngine } from '../webllm.ts';

const vocabulary = 64;

const model: GpuModel = {
  ...gpuAbilities,
  engine: 'gpu',
  id: 'toy',
  name: 'Toy',
  kind: 'reasoning',
  parameters: 1,
  quantisation: 'q4f32_1',
  downloadBytes: 1,
  memoryBytes: 1,
  largestWeightBytes: 1,
  context: 128,
  features: [],
  origin: 'custom',
  source: {
    weights: 'http://localhost/toy/resolve/main/',
    library: 'http://localhost/toy.wasm',
    overrides: {},
  },
};

function setUp(library: ToyLibrary & { readonly refuses?: boolean } = {}) {
  const webllm = toyWebLlm({ vocabulary, ...library });
  const progress: OpenProgress[] = [];
  const destroyed: number[] = [];
  let lose: (error: PolicyError) => void = () => {};
  const lost = new Promise<PolicyError>((resolve) => (lose = resolve));
  const device: Device = {
    lost,
    refusals: () => (library.refuses ? (webllm.calls['batch_prefill'] ?? 0) : 0),
    destroy: () => destroyed.push(webllm.engines.length),
  };
  const open = (more: { sequentialOnly?: boolean } = {}) =>
    openGpuModel({
      model,
      device: () => device,
      onProgress: (one) => progress.push(one),
      loadWebLlm: () => Promise.resolve({ MLCEngine: webllm.MLCEngine as unknown as typeof MLCEngine }),
      ...more,
    });
  return { webllm, progress, destroyed, open, lose };
}

/** Two sequences that share a beginning, stepped together where the driver can. */
async function bothOf({ engine }: Awaited<ReturnType<ReturnType<typeof setUp>['open']>>) {
  const trunk = engine.create();
  await engine.forward([{ slot: trunk, tokens: [1, 2, 3], outputs: 1 }]);
  const child = engine.fork(trunk, 2);
  const batch = [
    { slot: trunk, tokens: [4], outputs: 1 },
    { slot: child, tokens: [5], outputs: 1 },
  ];
  const { logits } = await engine.forward(batch);
  return logits;
}

const right = Float32Array.from([
  ...hashLogits([1, 2, 3, 4], vocabulary),
  ...hashLogits([1, 2, 5], vocabulary),
]);

describe('opening a WebLLM model', () => {
  it('takes the batched driver where the check passes, and gives WebLLM’s own cache back', async () => {
    const { open, webllm, progress } = setUp();
    const opened = await open();
    expect(opened).toMatchObject({
      driver: { kind: 'batched', why: { kind: 'checked', difference: 0 } },
      vocabulary,
      context: 128,
    });
    expect(webllm.engines).toHaveLength(1);
    expect(webllm.engines[0]?.loadedModelIdToPipeline.get('toy')?.kvCache.disposed).toBe(true);
    expect([...new Set(progress.map(({ phase }) => phase))]).toEqual(['starting', 'compiling', 'self-check']);
    expect(await bothOf(opened)).toEqual(right);
    expect(webllm.calls['batch_decode']).toBeGreaterThan(1);
  });

  it('does without a function that gives wrong numbers', async () => {
    const { open, webllm } = setUp({ verifyIsWrong: true });
    const opened = await open();
    expect(opened.driver.kind).toBe('batched');
    expect(webllm.engines).toHaveLength(1);
    const { engine } = opened;
    const slot = engine.create();
    const { logits } = await engine.forward([{ slot, tokens: [1, 2, 3], outputs: 3 }]);
    expect(logits).toEqual(
      Float32Array.from([
        ...hashLogits([1], vocabulary),
        ...hashLogits([1, 2], vocabulary),
        ...hashLogits([1, 2, 3], vocabulary),
      ]),
    );
  });

  it('does without a function that would take too much memory', async () => {
    const { open, webllm } = setUp({ prefillChunk: 2 ** 20 });
    expect((await open()).driver.kind).toBe('batched');
    expect(webllm.calls['batch_verify']).toBeUndefined();
  });

  it('loads anew, and does without, after a function that ended the runtime', async () => {
    const { open, webllm, destroyed } = setUp({ decodeAborts: true });
    const opened = await open();
    expect(opened.driver.kind).toBe('batched');
    expect(webllm.engines).toHaveLength(2);
    // The dead instance's device was given back.
    expect(destroyed).toEqual([1]);
    expect(await bothOf(opened)).toEqual(right);
  });

  it('loads anew with a smaller cache where memory runs out, and gives up where that is too much still', async () => {
    const { open, webllm, destroyed } = setUp({ mostCacheTokens: 300 });
    const opened = await open();
    expect(opened.driver.kind).toBe('batched');
    expect([webllm.engines.length, destroyed]).toEqual([2, [1]]);
    expect(await bothOf(opened)).toEqual(right);
    await expect(setUp({ mostCacheTokens: 100 }).open()).rejects.toMatchObject({ code: 'out-of-memory' });
  });

  const fallbacks: readonly (readonly [string, Parameters<typeof setUp>[0], DriverReason])[] = [
    [
      'forks come out wrong',
      { forkIsWrong: true },
      { kind: 'wrong-logits', difference: expect.any(Number) as number },
    ],
    [
      'a function is missing',
      { lacks: ['batch_prefill'] },
      { kind: 'missing-functions', functions: ['batch_prefill'] },
    ],
    ['it keeps a running state', { metadata: { kv_state_kind: 'hybrid' } }, { kind: 'running-state' }],
    ['the graphics processor refuses a step', { refuses: true }, { kind: 'step-refused' }],
    ['it forgets the beginning', { slidingWindow: 32 }, { kind: 'sliding-window' }],
  ];
  for (const [what, library, why] of fallbacks) {
    it(`takes the sequential driver where ${what}, and says so`, async () => {
      const { open, webllm } = setUp(library);
      const opened = await open();
      expect(opened.driver).toEqual({ kind: 'sequential', why, sampling: 'processor' });
      expect(webllm.engines.at(-1)?.loadedModelIdToPipeline.get('toy')?.kvCache.disposed).toBe(false);
      expect(await bothOf(opened)).toEqual(right);
    });
  }

  it('leaves batching alone where that is wanted', async () => {
    expect((await setUp().open({ sequentialOnly: true })).driver).toEqual({
      kind: 'sequential',
      why: { kind: 'by-choice' },
      sampling: 'processor',
    });
  });

  it('rejects in words where WebLLM does not load', async () => {
    const { open, webllm } = setUp();
    webllm.failReload = Object.assign(new Error('no f16'), { name: 'ShaderF16SupportError' });
    await expect(open()).rejects.toMatchObject({ name: 'PolicyError', code: 'gpu-too-small' });
  });

  it('fails what is under way when the device is lost, and says that it is broken', async () => {
    const { open, lose } = setUp();
    const { engine, broken } = await open();
    const slot = engine.create();
    const under = engine.forward([{ slot, tokens: [1], outputs: 1 }]);
    lose(new PolicyError({ code: 'device-lost' }));
    const [outcome] = await Promise.allSettled([under]);
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'device-lost' });
    expect(await broken).toMatchObject({ code: 'device-lost' });
  });
});
