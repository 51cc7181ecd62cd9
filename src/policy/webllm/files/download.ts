import { paired } from '#experiment/surely.ts';
import { DownloadTally } from './download-tally.ts';
import { askSize, failed, fetchFile, impatient, type Network } from './fetch-file.ts';
import type { GpuModel } from '../models/gpu-model.ts';
import { checkIntegrity } from './integrity.ts';
import {
  filesOf,
  type FileCaches,
  keepFile,
  type ModelFile,
  noSpace,
  readFile,
  type Shard,
  smallFilesOf,
} from './model-caches.ts';
import { keptAddresses, removeModel, storedOf } from './stored.ts';
import { readWeightsList } from './weights-list.ts';

/** Where a download stands. */
export interface DownloadProgress {
  readonly model: string;
  readonly phase: 'asking' | 'fetching' | 'checking' | 'done';
  readonly bytes: number;
  /** 0 until it is known. */
  readonly totalBytes: number;
  /** Bytes a second over the last few seconds; null until it can be told. */
  readonly rate: number | null;
}

/** What would be fetched. Exact but for a few small files whose servers do not tell their sizes. */
export interface DownloadSize {
  readonly totalBytes: number;
  /** Already on this computer. */
  readonly storedBytes: number;
}

/** What a download needs from around it. */
export interface DownloadPlatform extends Network {
  readonly caches: FileCaches;
  /** Bytes that the browser still gives this page; null where it does not tell. */
  readonly freeBytes: () => Promise<number | null>;
  /** Milliseconds. */
  readonly now: () => number;
}

/** Files fetched at a time: enough to keep a line busy between files. */
const atOnce = 3;

/** Milliseconds between two reports of progress. */
const reportEvery = 100;

/** Fetches the list of weights and asks for the other files' sizes; keeps nothing. Rejects as `downloadModel` does. */
export async function sizeOfDownload(
  model: GpuModel,
  platform: DownloadPlatform,
  signal: AbortSignal,
): Promise<DownloadSize> {
  const [stored] = await storedOf([model], platform.caches);
  if (stored?.kind === 'all') return { totalBytes: stored.bytes, storedBytes: stored.bytes };
  const { shards } = await fetchList(model, platform, signal);
  const tally = await tallyOf(model, shards, platform, signal);
  return { totalBytes: tally.totalBytes, storedBytes: tally.bytes };
}

/**
 * Fetches what is missing of a model into the caches where WebLLM looks for it, so that WebLLM itself fetches nothing.
 * What has come stays when it is stopped, and is not fetched again; but where the list of weights on the server has
 * changed since, all begins anew.
 *
 * Rejects with PolicyError `download-failed`, `no-space`, `model-damaged`, or with AbortError.
 */
export async function downloadModel(
  model: GpuModel,
  platform: DownloadPlatform,
  onProgress: (progress: DownloadProgress) => void,
  signal: AbortSignal,
): Promise<void> {
  let tally = new DownloadTally(platform.now);
  const report = (phase: DownloadProgress['phase']) =>
    onProgress({
      model: model.id,
      phase,
      bytes: tally.bytes,
      totalBytes: tally.totalBytes,
      rate: tally.rate,
    });
  const reportOften = atMostEvery(reportEvery, platform.now, () => report('fetching'));

  report('asking');
  const [stored] = await storedOf([model], platform.caches);
  if (stored?.kind !== 'all') {
    const { list, shards } = await fetchList(model, platform, signal);
    await forgetOther(model, list, platform.caches);
    tally = await tallyOf(model, shards, platform, signal);
    await checkSpace(tally.totalBytes - tally.bytes, platform);
    for (const file of filesOf(model).lists) await keepFile(platform.caches, file, list);
    report('fetching');
    const kept = await keptAddresses(platform.caches);
    const missing = [...smallFilesOf(model), ...shards].filter((file) => !kept(file));
    await inParallel(atOnce, missing, signal, (file, stop) =>
      fetchAndKeep(file, platform, tally, reportOften, stop),
    );
    report('checking');
    const [now] = await storedOf([model], platform.caches);
    if (now?.kind !== 'all') throw failed(filesOf(model).lists[0].address, { kind: 'removed-meanwhile' });
  }
  report('done');
}

/** From the server, under either of its names. */
async function fetchList(
  model: GpuModel,
  platform: DownloadPlatform,
  signal: AbortSignal,
): Promise<{ readonly list: Uint8Array<ArrayBuffer>; readonly shards: readonly Shard[] }> {
  const [first, second] = filesOf(model).lists;
  const fetched = (file: ModelFile) => fetchFile(file, platform, () => undefined, signal, impatient);
  const list = (await fetched(first)) ?? (await fetched(second));
  if (!list) throw failed(first.address, { kind: 'no-such-file' });
  return { list, shards: readWeightsList(model, list) };
}

/** Shards of another version of the model must not be mixed with these. */
async function forgetOther(model: GpuModel, list: Uint8Array, caches: FileCaches): Promise<void> {
  const known = await readFile(caches, filesOf(model).lists[0]);
  if (known && (known.byteLength !== list.byteLength || known.some((byte, index) => byte !== list[index])))
    await removeModel(model, caches);
}

async function tallyOf(
  model: GpuModel,
  shards: readonly Shard[],
  platform: DownloadPlatform,
  signal: AbortSignal,
): Promise<DownloadTally> {
  const tally = new DownloadTally(platform.now);
  const kept = await keptAddresses(platform.caches);
  const small = smallFilesOf(model);
  const sizes = await Promise.all(
    small.map(async (file) =>
      kept(file)
        ? ((await readFile(platform.caches, file))?.byteLength ?? null)
        : askSize(file.address, platform, signal),
    ),
  );
  for (const [file, size] of paired(small, sizes)) if (size !== null) tally.expect(file.address, size);
  for (const shard of shards) tally.expect(shard.address, shard.bytes);
  for (const [file, size] of paired(small, sizes)) if (kept(file)) tally.has(file.address, size ?? 0);
  for (const shard of shards) if (kept(shard)) tally.has(shard.address, shard.bytes);
  return tally;
}

async function checkSpace(needed: number, { freeBytes }: DownloadPlatform): Promise<void> {
  const free = await freeBytes();
  if (free !== null && needed > free) throw noSpace({ needed, free });
}

async function fetchAndKeep(
  file: ModelFile | Shard,
  platform: DownloadPlatform,
  tally: DownloadTally,
  report: () => void,
  signal: AbortSignal,
): Promise<void> {
  const onBytes = (bytes: number) => {
    if (bytes === 0) tally.has(file.address, 0);
    else tally.came(file.address, bytes);
    report();
  };
  const bytes = await fetchFile(file, platform, onBytes, signal);
  if (!bytes && !file.optional) throw failed(file.address, { kind: 'no-such-file' });
  tally.expect(file.address, bytes?.byteLength ?? 0);
  if (!bytes) return;
  await checkIntegrity(bytes, file.integrity, file.address);
  signal.throwIfAborted();
  await keepFile(platform.caches, file, bytes);
}

/** Does `work` for all items, in order, a few at a time. The first error stops the others and is thrown when they have stopped. */
async function inParallel<T>(
  width: number,
  items: readonly T[],
  signal: AbortSignal,
  work: (item: T, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const stop = new AbortController();
  const both = AbortSignal.any([signal, stop.signal]);
  const lane = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      both.throwIfAborted();
      await work(item, both);
    }
  };
  const lanes = Array.from({ length: width }, () =>
    lane().catch((error: unknown) => {
      stop.abort(error);
      throw error;
    }),
  );
  await Promise.allSettled(lanes);
  signal.throwIfAborted();
  stop.signal.throwIfAborted();
}

function atMostEvery(milliseconds: number, now: () => number, act: () => void): () => void {
  let last = -Infinity;
  return () => {
    if (now() - last < milliseconds) return;
    last = now();
    act();
  };
}
