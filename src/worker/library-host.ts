import { PolicyError, toFailure } from '#policy/policy-error.ts';
import { readCustomModels } from '#policy/webllm/models/custom-model.ts';
import { downloadModel, type DownloadPlatform, sizeOfDownload } from '#policy/webllm/files/download.ts';
import { fitOf } from '#policy/webllm/models/fit.ts';
import type { GpuModel } from '#policy/webllm/models/gpu-model.ts';
import type { Machine } from '#policy/webllm/models/machine.ts';
import { findGpuModel } from '#policy/webllm/models/model-list.ts';
import { removeModel, storedOf, type Stored } from '#policy/webllm/files/stored.ts';
import { variantsFor } from '#policy/webllm/models/variants.ts';
import type { LibraryReport } from './library.ts';
import type { FromLibrary, ToLibrary } from './library-messages.ts';

interface UnderWay {
  readonly abort: AbortController;
  /** Resolves when nothing of it goes on; never rejects. */
  readonly ended: Promise<void>;
  /** The model that it fetches. */
  readonly downloads: string | null;
}

/** What the library needs from around it; nothing of it is used before it is asked for. */
export interface LibraryParts {
  /** WebLLM's own list. */
  readonly listed: () => Promise<readonly GpuModel[]>;
  readonly machine: () => Promise<Machine>;
  /** Throws PolicyError `unsupported` where the browser keeps no files for this page. */
  readonly platform: () => DownloadPlatform;
}

/** The library in the lab worker. */
export interface LibraryHost {
  readonly handle: (message: ToLibrary) => void;
  /** A model of WebLLM's list or a custom one, by its id. */
  readonly find: (id: string) => Promise<GpuModel | undefined>;
}

export function hostLibrary(
  send: (message: FromLibrary) => void,
  { listed, machine, platform }: LibraryParts,
): LibraryHost {
  let custom: Promise<readonly GpuModel[]> = Promise.resolve([]);
  const underWay = new Map<number, UnderWay>();

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
      return await storedOf(models, platform().caches);
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
    const downloads = [...underWay.values()].filter((other) => other.downloads === id);
    for (const { abort } of downloads)
      abort.abort(
        new PolicyError({ code: 'not-downloaded', why: { kind: 'removed-meanwhile', model: model.name } }),
      );
    await Promise.all(downloads.map(({ ended }) => ended));
    await removeModel(model, platform().caches);
  }

  async function answer(
    message: Exclude<ToLibrary, { type: 'cancel' }>,
    signal: AbortSignal,
  ): Promise<FromLibrary> {
    const { request } = message;
    switch (message.type) {
      case 'report':
        return { type: 'report', request, report: await report() };
      case 'size':
        return {
          type: 'size',
          request,
          size: await sizeOfDownload(await known(message.model), platform(), signal),
        };
      case 'download':
        await downloadModel(
          await known(message.model),
          platform(),
          (progress) => send({ type: 'progress', request, progress }),
          signal,
        );
        return { type: 'done', request };
      case 'remove':
        await remove(message.model);
        return { type: 'done', request };
      case 'custom':
        await setCustom(message.models);
        return { type: 'done', request };
    }
  }

  return {
    async find(id) {
      return findGpuModel(id, await all());
    },
    handle(message) {
      if (message.type === 'cancel') return underWay.get(message.request)?.abort.abort();
      const abort = new AbortController();
      const ended = answer(message, abort.signal)
        .catch((error: unknown): FromLibrary => ({
          type: 'failed',
          request: message.request,
          failure: toFailure(error),
        }))
        .then((reply) => {
          underWay.delete(message.request);
          send(reply);
        });
      underWay.set(message.request, {
        abort,
        ended,
        downloads: message.type === 'download' ? message.model : null,
      });
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
