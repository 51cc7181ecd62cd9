import { PolicyError } from '#policy/policy-error.ts';
import { readCustomModels } from '#policy/webllm/models/custom-model.ts';
import {
  downloadModel,
  type DownloadProgress,
  type DownloadPlatform,
  sizeOfDownload,
} from '#policy/webllm/files/download.ts';
import { whenAborted } from '#policy/runtime/abort.ts';
import { fitOf } from '#policy/webllm/models/fit.ts';
import type { GpuModel } from '#policy/webllm/models/gpu-model.ts';
import { inTime } from '#policy/webllm/models/in-time.ts';
import type { Machine } from '#policy/webllm/models/machine.ts';
import { findGpuModel } from '#policy/webllm/models/model-list.ts';
import { removeModel, storedOf, type Stored } from '#policy/webllm/files/stored.ts';
import { variantsFor } from '#policy/webllm/models/variants.ts';
import type { LibraryReport } from './library.ts';
import type { Handlers } from './calls/server.ts';
import type { LibraryCalls } from './run-calls.ts';

/** Milliseconds that a browser has to say what it keeps. */
const patience = 20_000;

interface Download {
  readonly model: string;
  readonly stop: AbortController;
  /** Resolves when nothing of it goes on; never rejects. */
  readonly ended: Promise<unknown>;
}

/** What the library needs from around it; nothing of it is used before it is asked for. */
export interface LibraryParts {
  /** WebLLM's own list. */
  readonly listed: () => Promise<readonly GpuModel[]>;
  readonly machine: () => Promise<Machine>;
  /** Throws PolicyError `unsupported` where the browser keeps no files for this page. */
  readonly platform: () => DownloadPlatform;
}

/** The library in the run worker. */
export interface LibraryHost {
  readonly handlers: Handlers<LibraryCalls>;
  /** A model of WebLLM's list or a custom one, by its id. */
  readonly find: (id: string) => Promise<GpuModel | undefined>;
}

export function hostLibrary({ listed, machine, platform }: LibraryParts): LibraryHost {
  let custom: Promise<readonly GpuModel[]> = Promise.resolve([]);
  const downloads = new Set<Download>();

  const all = async () => [...(await listed()), ...(await custom)];

  async function known(id: string): Promise<GpuModel> {
    const model = findGpuModel(id, await all());
    if (!model) throw new PolicyError({ code: 'model-not-found', why: { kind: 'unlisted', model: id } });
    return model;
  }

  async function report(): Promise<LibraryReport> {
    const [models, here] = await Promise.all([all(), machine()]);
    const stored = await storedIfAny(models);
    const recommended = new Set(variantsFor(models, here).map((variants) => variants.recommended));
    return {
      machine: here,
      models: models.map((model, index) => {
        const part = stored[index] ?? none;
        return {
          model,
          stored: part,
          fit: fitOf(model, here, models, missingBytes(model, part)),
          recommended: recommended.has(model),
        };
      }),
    };
  }

  /** Where the browser keeps no files, the report still tells of models and machine. */
  async function storedIfAny(models: readonly GpuModel[]): Promise<readonly Stored[]> {
    try {
      // One that leaves it open is like one that keeps none: a download looks again, and fetches nothing twice.
      return await inTime(storedOf(models, platform().caches), patience, []);
    } catch (error) {
      if (error instanceof PolicyError && error.code === 'unsupported') return [];
      throw error;
    }
  }

  /** All or none: where one is not valid, the ones before stay. */
  async function setCustom(models: unknown): Promise<void> {
    const before = custom;
    const read = listed().then((list) => readCustomModels(models, list));
    custom = read.catch(() => before);
    await read;
  }

  async function remove(id: string): Promise<void> {
    const model = await known(id);
    const fetching = [...downloads].filter((one) => one.model === id);
    for (const { stop } of fetching)
      stop.abort(
        new PolicyError({ code: 'not-downloaded', why: { kind: 'removed-meanwhile', model: model.name } }),
      );
    await Promise.all(fetching.map(({ ended }) => ended));
    await removeModel(model, platform().caches);
  }

  async function download(
    id: string,
    onProgress: (progress: DownloadProgress) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const stop = new AbortController();
    const stopListening = whenAborted(signal, () => stop.abort(signal.reason));
    const work = known(id).then((model) => downloadModel(model, platform(), onProgress, stop.signal));
    const own = { model: id, stop, ended: work.catch(() => undefined) };
    downloads.add(own);
    try {
      await work;
    } finally {
      downloads.delete(own);
      stopListening();
    }
  }

  return {
    async find(id) {
      return findGpuModel(id, await all());
    },
    handlers: {
      report,
      size: async ({ model }, { signal }) => sizeOfDownload(await known(model), platform(), signal),
      download: ({ model }, { signal, emitNow }) => download(model, emitNow, signal),
      remove: ({ model }) => remove(model),
      custom: ({ models }) => setCustom(models),
    },
  };
}

const none: Stored = { kind: 'none' };

function missingBytes(model: GpuModel, stored: Stored): number | null {
  switch (stored.kind) {
    case 'all':
      return 0;
    case 'part':
      return model.downloadBytes === null ? null : Math.max(0, model.downloadBytes - stored.bytes);
    case 'none':
      return model.downloadBytes;
  }
}
