import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PolicyError } from '#policy/policy-error.ts';
import { downloadModel, type DownloadProgress, type DownloadPlatform, sizeOfDownload } from './download.ts';
import type { GpuModel } from '../models/gpu-model.ts';
import { sha256 } from './integrity.ts';
import { readModelFiles, weightsListSha256 } from './model-files.ts';
import { removeModel, storedOf } from './stored.ts';
import { MemoryCaches } from '../testing/memory-caches.ts';
import { type ModelHost, startModelHost } from '../testing/model-host.ts';
import { shardSizes, tinyModel, tinyModelFiles } from '../testing/tiny-model.ts';

const never = new AbortController().signal;
const weightsBytes = shardSizes.reduce((sum, size) => sum + size, 0);

let host: ModelHost;
let model: GpuModel;
let caches: MemoryCaches;
let waited: number[];
let platform: DownloadPlatform;

beforeEach(async () => {
  host = await startModelHost(tinyModelFiles());
  model = tinyModel(host.address);
  caches = new MemoryCaches();
  waited = [];
  platform = {
    caches,
    fetch,
    online: () => true,
    now: () => performance.now(),
    freeBytes: async () => null,
    sleep: async (milliseconds) => void waited.push(milliseconds),
  };
});
afterEach(() => host.close());

const gets = (path: string) => host.requests.filter((request) => request === `GET ${path}`).length;

async function download(
  signal = never,
  onProgress: (progress: DownloadProgress) => void = () => undefined,
): Promise<DownloadProgress[]> {
  const reports: DownloadProgress[] = [];
  await downloadModel(
    model,
    platform,
    (progress) => {
      reports.push(progress);
      onProgress(progress);
    },
    signal,
  );
  return reports;
}

const stored = async () => (await storedOf([model], caches))[0]!;

describe('a download', () => {
  it('puts every file where WebLLM looks for it, under the names of both lists', async () => {
    await download();
    const at = (name: string) => `${host.address}${name}`;
    expect(caches.keys).toEqual(
      [
        `webllm/config ${at('mlc-chat-config.json')}`,
        ...[
          'tensor-cache.json',
          'ndarray-cache.json',
          'tokenizer.json',
          'tokenizer_config.json',
          ...shardSizes.map((_, index) => `params_shard_${index}.bin`),
        ].map((name) => `webllm/model ${at(name)}`),
        `webllm/wasm ${at('tiny-webgpu.wasm')}`,
      ].sort(),
    );
    const kept = await (await (
      await caches.open('webllm/model')
    ).match(at('params_shard_2.bin')))!.arrayBuffer();
    expect(new Uint8Array(kept)).toEqual(host.files.get('/params_shard_2.bin'));
    expect(await stored()).toEqual({ kind: 'all', bytes: caches.bytes });
  });

  it('takes the list under its older name, too', async () => {
    host.files.set('/ndarray-cache.json', host.files.get('/tensor-cache.json')!);
    host.files.delete('/tensor-cache.json');
    await download();
    expect(await stored()).toMatchObject({ kind: 'all' });
    expect(caches.keys).toContain(`webllm/model ${host.address}tensor-cache.json`);
  });

  it('tells phases in order and true bytes: in the end all of them, as the size said', async () => {
    const size = await sizeOfDownload(model, platform, never);
    const reports = await download();
    expect([...new Set(reports.map(({ phase }) => phase))]).toEqual([
      'asking',
      'fetching',
      'checking',
      'done',
    ]);
    expect(reports.at(-1)).toMatchObject({ bytes: size.totalBytes, totalBytes: size.totalBytes });
    expect(size).toEqual({
      totalBytes: [...host.files]
        .filter(([path]) => path !== '/tensor-cache.json')
        .reduce((sum, [, { byteLength }]) => sum + byteLength, 0),
      storedBytes: 0,
    });
    for (const { bytes, totalBytes } of reports.slice(1)) expect(bytes).toBeLessThanOrEqual(totalBytes);
  });

  it('asks for the size without keeping anything', async () => {
    expect((await sizeOfDownload(model, platform, never)).totalBytes).toBeGreaterThan(weightsBytes);
    expect(caches.keys).toEqual([]);
  });

  it('does nothing where all is here', async () => {
    await download();
    host.requests.length = 0;
    await download();
    expect(await sizeOfDownload(model, platform, never)).toEqual({
      totalBytes: caches.bytes,
      storedBytes: caches.bytes,
    });
    expect(host.requests).toEqual([]);
  });
});

describe('a download that is stopped', { timeout: 30_000 }, () => {
  it('keeps what has come and goes on with the rest', async () => {
    const abort = new AbortController();
    host.misbehave('/params_shard_4.bin', {
      kind: 'hold',
      after: 100,
      release: new Promise(() => undefined),
    });
    const isWaiting = () => gets('/params_shard_4.bin') === 1 && caches.keys.length === 10;
    const stopped = download(abort.signal);
    await expect.poll(isWaiting, { timeout: 20_000 }).toBe(true);
    abort.abort();
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    expect(await stored()).toMatchObject({ kind: 'part' });

    host.requests.length = 0;
    const reports = await download();
    expect(host.requests.filter((request) => request.startsWith('GET'))).toEqual([
      'GET /tensor-cache.json',
      'GET /params_shard_4.bin',
    ]);
    expect(reports.find(({ phase }) => phase === 'fetching')!.bytes).toBeGreaterThan(
      weightsBytes - shardSizes[4]!,
    );
    expect(await stored()).toMatchObject({ kind: 'all' });
  });

  it('begins anew where the model on the server has changed since', async () => {
    host.misbehave('/params_shard_4.bin', { kind: 'status', status: 403 });
    await expect(download()).rejects.toMatchObject({ code: 'download-failed' });
    const list = JSON.parse(new TextDecoder().decode(host.files.get('/tensor-cache.json'))) as object;
    host.files.set('/tensor-cache.json', new TextEncoder().encode(JSON.stringify({ ...list, version: 2 })));
    host.requests.length = 0;
    await download();
    expect(gets('/params_shard_0.bin')).toBe(1);
    expect(await stored()).toMatchObject({ kind: 'all' });
  });
});

describe('trouble with the server', () => {
  it.each([
    ['a busy server', { kind: 'status', status: 503 } as const],
    ['too many requests', { kind: 'status', status: 429 } as const],
    ['a connection that breaks', { kind: 'break', after: 1000 } as const],
    ['a file cut short', { kind: 'cut', after: 1000 } as const],
  ])('tries again after %s', async (_, mischief) => {
    host.misbehave('/params_shard_0.bin', mischief, mischief);
    const reports = await download();
    expect(gets('/params_shard_0.bin')).toBe(3);
    expect(waited).toHaveLength(2);
    expect(waited[1]).toBeGreaterThan(waited[0]!);
    expect(reports.at(-1)).toMatchObject({ phase: 'done', bytes: reports.at(-1)!.totalBytes });
    expect(await stored()).toMatchObject({ kind: 'all' });
  });

  it('waits as long as the server asks, within reason', async () => {
    host.misbehave(
      '/params_shard_0.bin',
      { kind: 'status', status: 429, headers: { 'retry-after': '7' } },
      { kind: 'status', status: 503, headers: { 'retry-after': '86400' } },
    );
    await download();
    expect(waited).toEqual([7000, 60_000]);
  });

  it('gives up in the end, with what to do, and keeps the rest', async () => {
    host.misbehave(
      '/params_shard_1.bin',
      ...Array.from({ length: 20 }, () => ({ kind: 'status', status: 500 }) as const),
    );
    const error = await download().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PolicyError);
    expect(error).toMatchObject({
      code: 'download-failed',
      failure: { file: 'params_shard_1.bin', why: { kind: 'status', status: 500 } },
    });
    expect(gets('/params_shard_1.bin')).toBeLessThan(10);
    expect(await stored()).toMatchObject({ kind: 'part' });
  });

  it.each([
    '/tensor-cache.json',
    '/mlc-chat-config.json',
    '/tokenizer.json',
    '/tiny-webgpu.wasm',
    '/params_shard_3.bin',
  ])('says so at once where %s is missing', async (path) => {
    host.files.delete(path);
    await expect(download()).rejects.toMatchObject({
      code: 'download-failed',
      failure: { why: { kind: 'no-such-file' } },
    });
    expect(waited).toEqual([]);
    expect(await stored()).not.toMatchObject({ kind: 'all' });
  });

  it('does not take the page of an application for a file', async () => {
    host.misbehave('/params_shard_3.bin', { kind: 'page' });
    await expect(download()).rejects.toMatchObject({ code: 'download-failed' });
  });

  it('does without tokenizer_config.json', async () => {
    host.files.delete('/tokenizer_config.json');
    await download();
    expect(await stored()).toMatchObject({ kind: 'all' });
    expect(await readModelFiles(model, caches)).toMatchObject({ tokenizerConfig: null });
  });

  it('tells what to do where nobody answers', async () => {
    await host.close();
    await expect(download()).rejects.toMatchObject({
      code: 'download-failed',
      failure: { local: true, why: { kind: 'unreachable' } },
    });
    expect(waited.length, 'and does not let the person wait long').toBeLessThan(2);
    platform = { ...platform, online: () => false };
    await expect(download()).rejects.toMatchObject({
      code: 'download-failed',
      failure: { why: { kind: 'offline' } },
    });
    host = await startModelHost(new Map());
  });
});

describe('what a server sends is not trusted', () => {
  const list = (records: unknown) =>
    host.files.set('/tensor-cache.json', new TextEncoder().encode(JSON.stringify({ records })));

  it.each([
    '../other/secret.bin',
    '/etc/passwd',
    'https://evil.example/x.bin',
    'a/../../b.bin',
    './x',
    'a//b',
    'x?y',
    'x#y',
    '..',
    'a\\b',
    '%2e%2e/x',
    '',
  ])('a shard outside of the folder: %j', async (dataPath) => {
    list([{ dataPath, nbytes: 10 }]);
    await expect(download()).rejects.toMatchObject({ code: 'model-damaged' });
    expect(caches.keys).toEqual([]);
  });

  it.each([
    ['none', []],
    ['of size nothing', [{ dataPath: 'a.bin', nbytes: 0 }]],
    ['of a size that is none', [{ dataPath: 'a.bin', nbytes: '10' }]],
    [
      'twice the same',
      [
        { dataPath: 'a.bin', nbytes: 1 },
        { dataPath: 'a.bin', nbytes: 1 },
      ],
    ],
  ])('shards: %s', async (_, records) => {
    list(records);
    await expect(download()).rejects.toMatchObject({ code: 'model-damaged' });
  });

  it('no byte more than the list says', async () => {
    host.files.set('/params_shard_3.bin', new Uint8Array(31));
    await expect(download()).rejects.toMatchObject({ code: 'model-damaged' });
    expect(caches.keys).not.toContain(`webllm/model ${host.address}params_shard_3.bin`);
  });

  it.each(['config', 'library', 'tokenizer'] as const)('a %s other than its hash says', async (part) => {
    model = tinyModel(host.address, { [part]: `sha256-${'A'.repeat(43)}=` });
    await expect(download()).rejects.toMatchObject({
      code: 'model-damaged',
      failure: { why: { kind: 'file-hash' } },
    });
  });

  it('but files with the right hashes are kept', async () => {
    const hash = async (path: string, algorithm: 'SHA-256' | 'SHA-384' | 'SHA-512') =>
      `${algorithm.toLowerCase().replace('-', '')}-${Buffer.from(await crypto.subtle.digest(algorithm, new Uint8Array(host.files.get(path)!))).toString('base64')}`;
    model = tinyModel(host.address, {
      config: await hash('/mlc-chat-config.json', 'SHA-256'),
      library: await hash('/tiny-webgpu.wasm', 'SHA-384'),
      tokenizer: await hash('/tokenizer.json', 'SHA-512'),
    });
    await download();
    expect(await stored()).toMatchObject({ kind: 'all' });
  });
});

describe('space', () => {
  it('is asked for before anything is kept', async () => {
    platform = { ...platform, freeBytes: async () => weightsBytes - 1 };
    await expect(download()).rejects.toMatchObject({
      code: 'no-space',
      failure: { room: { needed: expect.any(Number), free: weightsBytes - 1 } },
    });
    expect(caches.keys).toEqual([]);
  });

  it('that ends on the way is said as it is, and what came stays', async () => {
    caches = new MemoryCaches(weightsBytes / 2);
    platform = { ...platform, caches };
    await expect(download()).rejects.toMatchObject({ code: 'no-space' });
    expect(await stored()).toMatchObject({ kind: 'part' });
  });
});

describe('what was downloaded', () => {
  it('can be read without the server', async () => {
    await download();
    await host.close();
    const files = await readModelFiles(model, caches);
    const read = (file: Uint8Array | null): unknown => JSON.parse(new TextDecoder().decode(file!));
    expect(read(files.chatConfig)).toMatchObject({ vocab_size: 4 });
    expect(read(files.tokenizerJson)).toHaveProperty('model');
    expect(read(files.tokenizerConfig)).toEqual({ chat_template: '{{ messages }}' });
    expect(await weightsListSha256(model, caches)).toBe(
      await sha256(new Uint8Array(host.files.get('/tensor-cache.json')!)),
    );
    host = await startModelHost(new Map());
  });

  it('is fetched anew where something damaged its list', async () => {
    await download();
    await (await caches.open('webllm/model')).put(`${host.address}tensor-cache.json`, new Response('{}'));
    expect(await stored()).toEqual({ kind: 'none' });
    await download();
    expect(await stored()).toMatchObject({ kind: 'all' });
  });

  it('can be removed, and then is not there', async () => {
    await download();
    await removeModel(model, caches);
    expect(caches.keys).toEqual([]);
    expect(await stored()).toEqual({ kind: 'none' });
    await expect(readModelFiles(model, caches)).rejects.toMatchObject({ code: 'not-downloaded' });
    await expect(weightsListSha256(model, caches)).rejects.toMatchObject({ code: 'not-downloaded' });
  });

  it('leaves other models alone when it is removed', async () => {
    await download();
    const other = tinyModel(`${host.address}other/`);
    for (const [path, file] of tinyModelFiles()) host.files.set(`/other${path}`, file);
    await downloadModel(other, platform, () => undefined, never);
    await removeModel(model, caches);
    expect(await storedOf([model, other], caches)).toMatchObject([{ kind: 'none' }, { kind: 'all' }]);
  });
});
