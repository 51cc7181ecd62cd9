import type { GpuModel } from '../models/gpu-model.ts';
import {
  type CacheName,
  filesOf,
  type FileCaches,
  type ModelFile,
  readFile,
  type Shard,
  smallFilesOf,
} from './model-caches.ts';
import { readWeightsList } from './weights-list.ts';

/** How much of a model is on this computer. */
export type Stored =
  | { readonly kind: 'none' }
  /** A download that was stopped: it goes on where it was. */
  | { readonly kind: 'part'; readonly bytes: number }
  | { readonly kind: 'all'; readonly bytes: number };

/** In the order of the models. A model whose list of weights is not kept counts as `none`. */
export async function storedOf(models: readonly GpuModel[], caches: FileCaches): Promise<readonly Stored[]> {
  const kept = await keptAddresses(caches);
  return Promise.all(models.map((model) => storedOfOne(model, caches, kept)));
}

/** Removes all its files. A library that another model uses too is fetched again for that one. */
export async function removeModel(model: GpuModel, caches: FileCaches): Promise<void> {
  const { lists } = filesOf(model);
  const list = await readFile(caches, lists[0]);
  const remove = async ({ cache, address }: ModelFile) => (await caches.open(cache)).delete(address);
  await Promise.all([...((list && shardsIn(model, list)) ?? []), ...smallFilesOf(model)].map(remove));
  // Last: as long as a shard is kept, so is the list that names it.
  await Promise.all(lists.map(remove));
}

export type Kept = (file: ModelFile) => boolean;

/** One look at all keys instead of one a file. */
export async function keptAddresses(caches: FileCaches): Promise<Kept> {
  const names: readonly CacheName[] = ['webllm/model', 'webllm/config', 'webllm/wasm'];
  const keys = await Promise.all(
    names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => `${name} ${url}`)),
  );
  const all = new Set(keys.flat());
  return ({ cache, address }) => all.has(`${cache} ${new URL(address).href}`);
}

async function storedOfOne(model: GpuModel, caches: FileCaches, kept: Kept): Promise<Stored> {
  const lists = filesOf(model).lists;
  const list = kept(lists[0]) ? await readFile(caches, lists[0]) : null;
  if (!list) return { kind: 'none' };
  const shards = shardsIn(model, list);
  if (!shards) return { kind: 'none' };
  const small = smallFilesOf(model);
  const isAll = [...lists, ...small.filter(({ optional }) => !optional), ...shards].every(kept);
  const smallBytes = await Promise.all([...lists, ...small].filter(kept).map((file) => sizeOf(caches, file)));
  const bytes = [...smallBytes, ...shards.filter(kept).map((shard) => shard.bytes)].reduce(
    (sum, size) => sum + size,
    0,
  );
  return { kind: isAll ? 'all' : 'part', bytes };
}

/** Null where something else than our download, or damage, left a list that is none. */
function shardsIn(model: GpuModel, list: Uint8Array): readonly Shard[] | null {
  try {
    return readWeightsList(model, list);
  } catch {
    return null;
  }
}

async function sizeOf(caches: FileCaches, { cache, address }: ModelFile): Promise<number> {
  const found = await (await caches.open(cache)).match(address);
  return Number(found?.headers.get('content-length') ?? 0) || 0;
}
