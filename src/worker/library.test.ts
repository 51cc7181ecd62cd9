import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fitOf } from '#policy/webllm/models/fit.ts';
import type { CustomModel } from '#policy/webllm/models/gpu-model.ts';
import type { Machine } from '#policy/webllm/models/machine.ts';
import { loadGpuModels } from '#policy/webllm/models/model-list.ts';
import { MemoryCaches } from '#policy/webllm/testing/memory-caches.ts';
import { type ModelHost, startModelHost } from '#policy/webllm/testing/model-host.ts';
import { tinyModelFiles } from '#policy/webllm/testing/tiny-model.ts';
import type { DownloadProgress, Library } from './library.ts';
import { unlessAborted } from './arrival.ts';
import { Connection, type Port } from './calls/client.ts';
import type { Reply, Request } from './calls/protocol.ts';
import { serveCalls } from './calls/server.ts';
import type { LibraryCalls } from './run-calls.ts';
import { later } from './watch.ts';
import { type AskedCalls, createLibraryClient } from './library-client.ts';
import { hostLibrary, type LibraryHost } from './library-host.ts';
import { PolicyError } from '#policy/policy-error.ts';

const machine: Machine = {
  gpu: {
    kind: 'adapter',
    name: 'x',
    software: false,
    features: [],
    maxBufferBytes: 2 ** 31,
    maxStorageBindingBytes: 2 ** 31,
    maxWorkgroupBytes: 2 ** 15,
    maxStorageBuffers: 10,
  },
  storage: null,
};
const never = new AbortController().signal;

let server: ModelHost;
let caches: MemoryCaches;
let tiny: CustomModel;
let library: Library;
let worker: LibraryHost;
let asked: string[];

/** The two ends, joined by what a message can carry. */
function join({ keepsFiles = true } = {}) {
  asked = [];
  const carry = <T>(message: T, to: (message: T) => void) =>
    queueMicrotask(() => to(structuredClone(message)));
  const port: Port = {
    postMessage: (message) => carry(message, (data) => receive(data as Request<LibraryCalls>)),
    onmessage: null,
    terminate: () => undefined,
  };
  worker = hostLibrary({
    listed: () => {
      asked.push('list');
      return loadGpuModels();
    },
    machine: async () => machine,
    platform: () => {
      if (!keepsFiles) throw new PolicyError({ code: 'unsupported', why: { kind: 'no-file-storage' } });
      return {
        caches,
        fetch,
        online: () => true,
        now: () => performance.now(),
        freeBytes: async () => null,
        sleep: async () => undefined,
      };
    },
  });
  const { receive } = serveCalls<LibraryCalls, null>({
    handlers: worker.handlers,
    send: (message) => carry(message, (data) => port.onmessage?.({ data } as MessageEvent<Reply>)),
    now: () => performance.now(),
    flushEvery: 0,
    note: () => null,
  });
  const connection = new Connection<AskedCalls>({ port, patience: 100, later, onDeath: () => undefined });
  const client = createLibraryClient(
    (name, args, options) => {
      const answer = connection.call(name, args, options);
      return options?.signal ? unlessAborted(answer, options.signal) : answer;
    },
    async () => void asked.push('persist'),
  );
  library = client.library;
  return { client, connection };
}

beforeEach(async () => {
  server = await startModelHost(tinyModelFiles());
  tiny = {
    id: 'tiny-q4f32_1-MLC',
    weights: server.address,
    library: `${server.address}tiny-webgpu.wasm`,
    context: 512,
  };
  caches = new MemoryCaches();
  join();
});
afterEach(() => server.close());

describe('the library, from the page', { timeout: 30_000 }, () => {
  it('imports nothing and asks nothing before it is used', () => expect(asked).toEqual([]));

  it('reports every model of the list with its fit, one recommended a name', async () => {
    const report = await library.report();
    expect(report.machine).toEqual(machine);
    expect(report.models.map(({ model }) => model)).toEqual(await loadGpuModels());
    for (const { model, fit, stored } of report.models) {
      expect(fit).toEqual(fitOf(model, machine, await loadGpuModels()));
      expect(stored).toEqual({ kind: 'none' });
    }
    const recommended = report.models.filter((model) => model.recommended).map(({ model }) => model.name);
    expect(new Set(recommended).size).toBe(recommended.length);
    expect(new Set(report.models.map(({ model }) => model.name)).size).toBe(recommended.length);
    expect(server.requests).toEqual([]);
  });

  it('downloads, reports and removes a custom model', async () => {
    await library.setCustom([tiny]);
    const size = await library.size(tiny.id, never);
    const progress: DownloadProgress[] = [];
    await library.download(tiny.id, (part) => progress.push(part), never);
    expect(asked).toContain('persist');
    expect(progress.at(-1)).toMatchObject({ model: tiny.id, phase: 'done', bytes: size.totalBytes });
    const mine = async () => (await library.report()).models.at(-1)!;
    expect(await mine()).toMatchObject({
      model: { id: tiny.id, origin: 'custom' },
      recommended: true,
      stored: { kind: 'all', bytes: caches.bytes },
    });
    await library.remove(tiny.id);
    expect(await mine()).toMatchObject({ stored: { kind: 'none' } });
    expect(caches.keys).toEqual([]);
  });

  it('stops a download when its signal is aborted', async () => {
    await library.setCustom([tiny]);
    server.misbehave('/params_shard_2.bin', {
      kind: 'hold',
      after: 10,
      release: new Promise(() => undefined),
    });
    const abort = new AbortController();
    const stopped = library.download(
      tiny.id,
      ({ phase }) => phase === 'fetching' && abort.abort(),
      abort.signal,
    );
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    const late = new AbortController();
    late.abort();
    await expect(library.download(tiny.id, () => undefined, late.signal)).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  it('ends a download whose model is removed, and nothing of it stays', async () => {
    await library.setCustom([tiny]);
    server.misbehave('/params_shard_2.bin', {
      kind: 'hold',
      after: 10,
      release: new Promise(() => undefined),
    });
    const download = library.download(tiny.id, () => undefined, never).catch((error: unknown) => error);
    await expect.poll(() => caches.keys.length, { timeout: 20_000 }).toBeGreaterThan(3);
    await library.remove(tiny.id);
    expect(await download).toMatchObject({
      code: 'not-downloaded',
      failure: { why: { kind: 'removed-meanwhile' } },
    });
    expect(caches.keys).toEqual([]);
  });

  it('brings errors across with their codes', async () => {
    await expect(library.size('nobody', never)).rejects.toMatchObject({
      name: 'PolicyError',
      code: 'model-not-found',
    });
    await expect(library.setCustom([{ ...tiny, context: 1 }])).rejects.toMatchObject({
      code: 'custom-model-invalid',
      failure: { why: { kind: 'field', field: 'context', must: 'least' } },
    });
    await library.setCustom([{ ...tiny, library: `${server.address}none.wasm` }]);
    await expect(library.download(tiny.id, () => undefined, never)).rejects.toMatchObject({
      code: 'download-failed',
    });
  });

  it('keeps the custom models of before where new ones are not valid', async () => {
    await library.setCustom([tiny]);
    await expect(library.setCustom([{ ...tiny, id: '/' }])).rejects.toMatchObject({
      code: 'custom-model-invalid',
    });
    expect(await worker.find(tiny.id)).toMatchObject({ id: tiny.id });
    await library.setCustom([]);
    expect(await worker.find(tiny.id)).toBeUndefined();
  });

  it('still reports where the browser keeps no files', async () => {
    join({ keepsFiles: false });
    expect((await library.report()).models.length).toBeGreaterThan(40);
    await expect(library.download('Qwen3-0.6B-q4f16_1-MLC', () => undefined, never)).rejects.toMatchObject({
      code: 'unsupported',
    });
  });

  it('fails what is under way when the worker is gone, and tells a new one the custom models', async () => {
    const { client, connection } = join();
    expect(client.custom).toEqual([]);
    await library.setCustom([tiny]);
    const report = library.report();
    connection.close(new PolicyError({ code: 'kernel-failed', why: { kind: 'stopped' } }));
    await expect(report).rejects.toMatchObject({ code: 'kernel-failed' });
    expect(client.custom).toEqual([tiny]);
  });
});
