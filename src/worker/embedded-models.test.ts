import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ownHandle, renamedManifest } from '#policy/model-files/model-folder.ts';
import { setOwnModels } from '#policy/own-models.ts';
import { embeddedModels } from '#policy/models.ts';
import type { LanguageModel } from '#policy/language-model.ts';
import type { Usage } from '#run/events.ts';
import { collect } from '#policy/testing/collect.ts';
import type { Reply, Request } from './calls/protocol.ts';
import { EmbeddedHost } from './embedded-models.ts';
import type { ModelCalls } from './model-calls.ts';
import { hostModel } from './model-host.ts';
import { openModel } from './open-model.ts';

/** A worker that is none: the other side of a real model, on this thread. */
class WorkerHere {
  static readonly running = new Set<WorkerHere>();
  onmessage: ((message: MessageEvent<Reply<Usage>>) => void) | null = null;
  private readonly host = hostModel(
    (what) => ('parts' in what ? openModel(what.parts) : Promise.reject(new Error('not for this test'))),
    (data) => queueMicrotask(() => this.onmessage?.(new MessageEvent('message', { data }))),
    () => performance.now(),
  );

  constructor() {
    WorkerHere.running.add(this);
  }

  postMessage(message: Request<ModelCalls>): void {
    queueMicrotask(() => this.host.receive(message));
  }

  terminate(): void {
    WorkerHere.running.delete(this);
  }
}

/** The server, from this folder. */
async function fetchHere(address: string | URL): Promise<Response> {
  const path = String(address);
  const at = path.endsWith('.wasm')
    ? join('src/policy/embedded/kernel/build', basename(path))
    : join('public', new URL(path).pathname);
  return new Response(await readFile(at));
}

const cores = 3;
const open = (host: EmbeddedHost, model: (typeof embeddedModels)[number]) =>
  host.open(model, () => undefined, new AbortController().signal);
const openSecond = (host: EmbeddedHost, model: (typeof embeddedModels)[number]) =>
  host.openSecond(model, () => undefined, new AbortController().signal);

/** What each sample gives, one after the other: how they stand interleaved depends on the machine. */
async function firstTokens(model: LanguageModel): Promise<readonly unknown[]> {
  const options = { n: 4, temperature: 1, topK: 0, topP: 1, minP: 0, maxTokens: 4, seed: 1 };
  const events = await collect(model.sample([1], options, new AbortController().signal));
  return events.toSorted((a, b) => a.index - b.index);
}

describe('models that ship with the page', () => {
  let host: EmbeddedHost;
  beforeEach(() => {
    vi.stubGlobal('Worker', WorkerHere);
    vi.stubGlobal('fetch', fetchHere);
    host = new EmbeddedHost('http://localhost/models/', cores, 2);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    WorkerHere.running.clear();
  });

  it('keep the workers of two of them, however many were tried', async () => {
    expect(embeddedModels.length).toBeGreaterThan(15);
    for (const [tried, model] of embeddedModels.entries()) {
      await firstTokens(await open(host, model));
      expect(WorkerHere.running.size).toBe(Math.min(tried + 1, 2) * (cores - 1));
    }
  });

  it('stay open while they are the last that were used', async () => {
    const [one, other, third] = embeddedModels;
    if (!one || !other || !third) throw new Error('three models ship at least');
    const first = await open(host, one);
    await open(host, other);
    for (let run = 0; run < 50; run += 1) expect(await open(host, one)).toBe(first);
    await open(host, third);
    expect(await open(host, one)).toBe(first);
    expect(await openSecond(host, one)).toBe(first);
  });

  it('open again after they were closed, and draw the same', async () => {
    const [one, ...others] = embeddedModels;
    if (!one) throw new Error('models ship');
    const before = await firstTokens(await open(host, one));
    for (const other of others.slice(0, 2)) await open(host, other);
    expect(await firstTokens(await open(host, one))).toEqual(before);
  });

  it('that are a person’s own are opened from their own files, and draw what the same weights draw', async () => {
    const shipped = embeddedModels.find((model) => model.id === 'arithmetic-zero');
    if (!shipped) throw new Error('it ships');
    const id = 'own-fdb2d838e0f0ad5a';
    const read = async (name: string) =>
      new Uint8Array(await readFile(`public/models/${shipped.id}/${name}`));
    const manifest = renamedManifest(await read('manifest.json'), { id, name: 'Mine' });
    const model = ownHandle(manifest, { bytes: 1, curve: false });
    const files = {
      'manifest.json': new Blob([manifest]),
      'weights.bin': new Blob([await read('weights.bin')]),
    };
    setOwnModels([{ model, about: '', files }]);
    const opened = await open(host, model);
    expect(opened.info).toMatchObject({ id, name: 'Mine' });
    expect(await firstTokens(opened)).toEqual(await firstTokens(await open(host, shipped)));
    // What was taken away meanwhile is said to be missing.
    setOwnModels([]);
    const other = { ...model, id: 'own-0000000000000000' };
    await expect(open(host, other)).rejects.toMatchObject({ code: 'model-not-found' });
  });

  it('opened beside others never close what thinks', async () => {
    const [one, ...others] = embeddedModels;
    if (!one) throw new Error('models ship');
    const first = await open(host, one);
    for (const other of others.slice(0, 3)) await openSecond(host, other);
    expect(await open(host, one)).toBe(first);
    expect(WorkerHere.running.size).toBe(cores - 1);
    expect(await firstTokens(first)).not.toEqual([]);
  });
});
