import type { FailureOf } from '#run/failure.ts';
import { PolicyError } from '#policy/policy-error.ts';
import type { GpuModel } from '../models/gpu-model.ts';
import { folderOf } from '../models/model-folder.ts';

/** The part of the Cache API that is used. Keys are addresses; entries are whole files. */
export interface FileCache {
  match(address: string): Promise<Response | undefined>;
  put(address: string, response: Response): Promise<void>;
  delete(address: string): Promise<boolean>;
  keys(): Promise<readonly { readonly url: string }[]>;
}

export interface FileCaches {
  open(name: CacheName): Promise<FileCache>;
}

/** The caches that WebLLM looks into. */
export type CacheName = 'webllm/config' | 'webllm/model' | 'webllm/wasm';

/** A file of a model: where WebLLM will look for it, which is also where it is fetched. */
export interface ModelFile {
  readonly cache: CacheName;
  readonly address: string;
  /** Not a byte more is taken from a server. */
  readonly mostBytes: number;
  /** Subresource-integrity hash. */
  readonly integrity?: string | undefined;
  /** Some models do without it. */
  readonly optional?: boolean;
}

/** A file of weights, whose size the list tells. */
export interface Shard extends ModelFile {
  readonly bytes: number;
}

const mebibyte = 2 ** 20;

/** The files of a model but its shards, which its list of weights names. */
export function filesOf({ source }: GpuModel) {
  const { library, integrity } = source;
  const at = (name: string) => new URL(name, folderOf(source.weights)).href;
  /** WebLLM up to 0.2.79 asks for the second name, later ones for the first; the content is the same. */
  const list = (name: string): ModelFile => ({
    cache: 'webllm/model',
    address: at(name),
    mostBytes: 16 * mebibyte,
  });
  const lists = [list('tensor-cache.json'), list('ndarray-cache.json')] as const;
  const config: ModelFile = {
    cache: 'webllm/config',
    address: at('mlc-chat-config.json'),
    mostBytes: mebibyte,
    integrity: integrity?.config,
  };
  const tokenizer: ModelFile = {
    cache: 'webllm/model',
    address: at('tokenizer.json'),
    mostBytes: 64 * mebibyte,
    integrity: integrity?.tokenizer,
  };
  /** Holds the chat template. */
  const tokenizerConfig: ModelFile = {
    cache: 'webllm/model',
    address: at('tokenizer_config.json'),
    mostBytes: 4 * mebibyte,
    optional: true,
  };
  const wasm: ModelFile = {
    cache: 'webllm/wasm',
    address: library,
    mostBytes: 256 * mebibyte,
    integrity: integrity?.library,
  };
  return { lists, config, tokenizer, tokenizerConfig, library: wasm };
}

/** Everything but weights, in the order of fetching. */
export function smallFilesOf(model: GpuModel): readonly ModelFile[] {
  const { config, tokenizer, tokenizerConfig, library } = filesOf(model);
  return [config, tokenizer, tokenizerConfig, library];
}

/** Throws PolicyError `unsupported` where the browser lends this page no caches, as over plain http. */
export function browserCaches(): FileCaches {
  if (typeof caches === 'undefined') {
    throw new PolicyError({ code: 'unsupported', why: { kind: 'no-file-storage' } });
  }
  return caches;
}

/** Null where the file is not kept. */
export async function readFile(
  caches: FileCaches,
  { cache, address }: ModelFile,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const found = await (await caches.open(cache)).match(address);
  return found ? new Uint8Array(await found.arrayBuffer()) : null;
}

/** All or nothing: a file that is kept is whole. Rejects with PolicyError `no-space`. */
export async function keepFile(
  caches: FileCaches,
  { cache, address }: ModelFile,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const headers = {
    'content-type': address.endsWith('.json') ? 'application/json' : 'application/octet-stream',
    'content-length': String(bytes.byteLength),
  };
  try {
    await (await caches.open(cache)).put(address, new Response(bytes, { headers }));
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'QuotaExceededError') throw noSpace(null, cause);
    throw cause;
  }
}

export function noSpace(room: FailureOf<'no-space'>['room'], cause?: unknown): PolicyError {
  return new PolicyError({ code: 'no-space', room }, { cause });
}
