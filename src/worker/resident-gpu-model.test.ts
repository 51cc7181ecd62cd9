import type { Failure } from '#run/failure.ts';
import { describe, expect, it } from 'vitest';
import { PolicyError } from '#policy/policy-error.ts';
import { plainCodec } from '#policy/runtime/testing/plain-codec.ts';
import { infoFor } from '#policy/runtime/testing/harness.ts';
import { gpuAbilities } from '#policy/webllm/models/gpu-abilities.ts';
import type { GpuModel } from '#policy/webllm/models/gpu-model.ts';
import { ResidentGpuModel } from './resident-gpu-model.ts';
import { noUsage, type Usage } from '#run/events.ts';
import type { Calls, Reply, Request } from './calls/protocol.ts';
import type { ModelPort } from './model-proxy.ts';

/** The run worker's side of a GPU worker, driven by hand. */
class HandPort implements ModelPort {
  readonly sent: Request<Calls>[] = [];
  terminated = false;
  onmessage: ((event: MessageEvent<Reply<Usage>>) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  postMessage(message: Request<Calls>): void {
    this.sent.push(message);
  }
  terminate(): void {
    this.terminated = true;
  }
  says(message: Reply<Usage>): void {
    this.onmessage!({ data: message } as MessageEvent<Reply<Usage>>);
  }
}

const gpuModel = (id: string): GpuModel => ({
  ...gpuAbilities,
  engine: 'gpu',
  id,
  name: id,
  kind: 'reasoning',
  parameters: null,
  quantisation: 'q4f16_1',
  downloadBytes: null,
  memoryBytes: null,
  largestWeightBytes: null,
  context: 64,
  features: [],
  origin: 'webllm',
  source: { weights: '', library: '', overrides: {} },
});
const lost: Failure = { code: 'device-lost' };
const never = new AbortController().signal;
const turn = () => new Promise((resolve) => setImmediate(resolve));

function setUp(words: () => Promise<unknown> = () => Promise.resolve({ codec: plainCodec })) {
  const ports: HandPort[] = [];
  const start = () => {
    ports.push(new HandPort());
    return ports.at(-1)!;
  };
  const resident = new ResidentGpuModel(start, false, words as never);
  const opened = async (id: string, signal = never) => {
    const opening = resident.open(gpuModel(id), () => undefined, signal);
    await turn();
    ports.at(-1)!.says({ type: 'done', call: 1, result: infoFor(64), note: noUsage });
    return opening;
  };
  return { resident, ports, opened };
}

describe('the resident of WebLLM models', () => {
  it('opens a model once, and lets it go for another', async () => {
    const { opened, ports, resident } = setUp();
    const first = await opened('a');
    expect(await resident.open(gpuModel('a'), () => undefined, never)).toBe(first);
    expect(ports[0]!.sent).toEqual([
      { type: 'call', call: 1, name: 'open', args: { gpu: gpuModel('a'), watched: false } },
    ]);
    await opened('b');
    expect(ports.map(({ terminated }) => terminated)).toEqual([true, false]);
    expect(await resident.open(gpuModel('b'), () => undefined, never)).not.toBe(first);
  });

  it('tells how the opening goes', async () => {
    const { resident, ports } = setUp();
    const phases: string[] = [];
    const opening = resident.open(gpuModel('a'), ({ phase }) => phases.push(phase), never);
    await turn();
    for (const phase of ['starting', 'compiling', 'self-check'] as const)
      ports[0]!.says({ type: 'items', call: 1, items: [{ phase, fraction: null }], note: noUsage });
    ports[0]!.says({ type: 'done', call: 1, result: infoFor(64), note: noUsage });
    await opening;
    expect(phases).toEqual(['starting', 'compiling', 'self-check']);
  });

  it('fails what runs when the device is lost, throws the worker away, and opens the model anew when next asked', async () => {
    const { opened, ports } = setUp();
    const model = await opened('a');
    const scoring = model.scoring.score([1], [2], never);
    await turn();
    ports[0]!.says({ type: 'broken', failure: lost });
    await expect(scoring).rejects.toMatchObject({ ...lost, name: 'PolicyError' });
    expect(ports[0]!.terminated).toBe(true);
    expect(await opened('a')).not.toBe(model);
    expect(ports).toHaveLength(2);
  });

  it('does the same when the worker itself crashes', async () => {
    const { opened, ports } = setUp();
    const model = await opened('a');
    const scoring = model.scoring.score([1], [2], never);
    await turn();
    ports[0]!.onerror!({
      message: 'out of memory',
      preventDefault: () => undefined,
    } as unknown as ErrorEvent);
    await expect(scoring).rejects.toMatchObject({ code: 'kernel-failed' });
    await opened('a');
    expect(ports).toHaveLength(2);
  });

  it('can be cancelled while a model opens: the worker ends, and the next opening starts another', async () => {
    const { resident, ports, opened } = setUp();
    const abort = new AbortController();
    const opening = resident.open(gpuModel('a'), () => undefined, abort.signal);
    await turn();
    abort.abort();
    await expect(opening).rejects.toMatchObject({ name: 'AbortError' });
    expect(ports[0]!.terminated).toBe(true);
    await opened('a');
    expect(ports).toHaveLength(2);
  });

  it('ends the worker of a model that does not open, and says why', async () => {
    const { resident, ports, opened } = setUp();
    const opening = resident.open(gpuModel('a'), () => undefined, never);
    await turn();
    ports[0]!.says({ type: 'failed', call: 1, failure: { code: 'out-of-memory' }, note: noUsage });
    await expect(opening).rejects.toMatchObject({ code: 'out-of-memory' });
    expect(ports[0]!.terminated).toBe(true);
    await opened('b');
  });

  it('starts no worker for a model that is not downloaded', async () => {
    const { resident, ports } = setUp(() =>
      Promise.reject(new PolicyError({ code: 'not-downloaded', why: { kind: 'model', model: 'a' } })),
    );
    await expect(resident.open(gpuModel('a'), () => undefined, never)).rejects.toMatchObject({
      code: 'not-downloaded',
    });
    expect(ports).toHaveLength(0);
  });

  it('can be cancelled while the words of a model are read, whatever reads them', async () => {
    const { resident, ports } = setUp(() => new Promise(() => undefined));
    const abort = new AbortController();
    const opening = resident.open(gpuModel('a'), () => undefined, abort.signal);
    await turn();
    abort.abort();
    await expect(opening).rejects.toMatchObject({ name: 'AbortError' });
    expect(ports).toHaveLength(0);
  });
});
