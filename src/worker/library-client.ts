import type { CustomModel } from '#policy/webllm/models/gpu-model.ts';
import { fromFailure } from '#policy/policy-error.ts';
import type { DownloadProgress, Library } from './library.ts';
import type { FromLibrary, ToLibrary } from './library-messages.ts';

type Answer = Exclude<FromLibrary, { type: 'progress' | 'failed' }>;

interface Pending {
  readonly message: ToLibrary;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
  readonly onProgress: (progress: DownloadProgress) => void;
}

/** The page's end of the library in the lab worker. */
export interface LibraryClient {
  readonly library: Library;
  readonly receive: (message: FromLibrary) => void;
  /** The worker is gone: lets go of everything under way, and gives what rejects it. */
  readonly abandon: () => (error: unknown) => void;
  /** Asks another worker for everything under way; what was fetched until then is not fetched again. */
  readonly askAgain: () => void;
  /** Whether something is under way. */
  readonly busy: boolean;
  /** What a new worker must be told first: the custom models, which are kept in the worker. */
  readonly greeting: ToLibrary | null;
}

/**
 * @param persist asks the browser to keep this page's files; only a page can ask, a worker cannot. What it answers does not
 * matter to a download, so that is not waited for.
 */
export function createLibraryClient(
  send: (message: ToLibrary) => void,
  persist: () => Promise<unknown>,
): LibraryClient {
  const pending = new Map<number, Pending>();
  let requests = 0;
  let custom: readonly CustomModel[] = [];

  function ask(
    message: (request: number) => ToLibrary,
    signal?: AbortSignal,
    onProgress: Pending['onProgress'] = () => undefined,
  ): Promise<Answer> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const request = ++requests;
      const abort = () => {
        pending.delete(request);
        send({ type: 'cancel', request });
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', abort, { once: true });
      const settled =
        <T>(settle: (value: T) => void) =>
        (value: T) => {
          pending.delete(request);
          signal?.removeEventListener('abort', abort);
          settle(value);
        };
      const asked = message(request);
      pending.set(request, {
        message: asked,
        resolve: settled(resolve),
        reject: settled(reject),
        onProgress,
      });
      send(asked);
    });
  }

  const library: Library = {
    async report() {
      const answer = await ask((request) => ({ type: 'report', request }));
      return answer.type === 'report' ? answer.report : unexpected(answer);
    },
    async size(model, signal) {
      const answer = await ask((request) => ({ type: 'size', request, model }), signal);
      return answer.type === 'size' ? answer.size : unexpected(answer);
    },
    async download(model, onProgress, signal) {
      persist().catch(() => undefined);
      await ask((request) => ({ type: 'download', request, model }), signal, onProgress);
    },
    async remove(model) {
      await ask((request) => ({ type: 'remove', request, model }));
    },
    async setCustom(models) {
      await ask((request) => ({ type: 'custom', request, models }));
      custom = models;
    },
  };

  return {
    library,
    receive(message) {
      const asked = pending.get(message.request);
      switch (message.type) {
        case 'progress':
          return asked?.onProgress(message.progress);
        case 'failed':
          return asked?.reject(fromFailure(message.failure));
        case 'report':
        case 'size':
        case 'done':
          return asked?.resolve(message);
      }
    },
    abandon() {
      const abandoned = [...pending.values()];
      pending.clear();
      return (error) => abandoned.forEach(({ reject }) => reject(error));
    },
    askAgain() {
      for (const { message } of pending.values()) send(message);
    },
    get busy(): boolean {
      return pending.size > 0;
    },
    get greeting(): ToLibrary | null {
      return custom.length > 0 ? { type: 'custom', request: 0, models: custom } : null;
    },
  };
}

function unexpected(answer: Answer): never {
  throw new Error(`the library answered with ${answer.type}`);
}
