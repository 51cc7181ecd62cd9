import type { CustomModel } from '#policy/webllm/models/gpu-model.ts';
import type { CallOptions } from './calls/client.ts';
import type { LibraryCalls } from './run-calls.ts';
import type { Library } from './library.ts';
import type { ServerCalls } from './servers.ts';

/** What a worker is called for besides runs. */
export type AskedCalls = LibraryCalls & ServerCalls;

/** Calls it for something of that. An aborted call ends at once. */
export type AskWorker = <Name extends keyof AskedCalls>(
  name: Name,
  args: AskedCalls[Name]['args'],
  options?: CallOptions<AskedCalls[Name]['item']>,
) => Promise<AskedCalls[Name]['result']>;

/** The page's end of the library in the run worker. */
export interface LibraryClient {
  readonly library: Library;
  /** The custom models, which a new worker is to be told first. */
  readonly custom: readonly CustomModel[];
}

/**
 * @param persist asks the browser to keep this page's files; only a page can ask, a worker cannot. What it answers does not
 * matter to a download, so that is not waited for.
 */
export function createLibraryClient(ask: AskWorker, persist: () => Promise<unknown>): LibraryClient {
  let custom: readonly CustomModel[] = [];
  return {
    library: {
      report: () => ask('report', null),
      size: (model, signal) => ask('size', { model }, { signal }),
      async download(model, onProgress, signal) {
        persist().catch(() => undefined);
        await ask('download', { model }, { signal, onItems: (items) => items.forEach(onProgress) });
      },
      remove: (model) => ask('remove', { model }),
      async setCustom(models) {
        await ask('custom', { models });
        custom = models;
      },
    },
    get custom() {
      return custom;
    },
  };
}
