import type { LanguageModel, SampleEvent } from '../policy/language-model.ts';
import { noUsage } from '../run/events.ts';
import { AsyncQueue } from './async-queue.ts';
import { fromFailure } from './failures.ts';
import type { FromModel, ToModel } from './model-messages.ts';
import type { ModelParts } from './open-model.ts';

/** The part of Worker and MessagePort that the proxy needs. */
export interface ModelPort {
  postMessage(message: ToModel): void;
  onmessage: ((event: MessageEvent<FromModel>) => void) | null;
  onerror?: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}

/**
 * A model that lives in another worker. Only sampling crosses over; everything that needs no forward of that copy is
 * answered by `local`, a copy of the same model on this side.
 *
 * Resolves when the other side has opened the model; rejects with its error when it could not.
 */
export function openModelProxy(port: ModelPort, local: LanguageModel, parts: ModelParts): Promise<LanguageModel> {
  const queues = new Map<number, AsyncQueue<SampleEvent>>();
  let requests = 0;
  let usage = noUsage;

  async function* sample(...[prefix, options, signal]: Parameters<LanguageModel['sample']>): AsyncGenerator<SampleEvent> {
    signal.throwIfAborted();
    const request = ++requests;
    const queue = new AsyncQueue<SampleEvent>();
    queues.set(request, queue);
    const abort = () => {
      port.postMessage({ type: 'cancel', request });
      queue.fail(signal.reason);
    };
    signal.addEventListener('abort', abort, { once: true });
    port.postMessage({ type: 'sample', request, prefix, options });
    let complete = false;
    try {
      yield* queue;
      complete = true;
    } finally {
      signal.removeEventListener('abort', abort);
      queues.delete(request);
      if (!complete && !signal.aborted) port.postMessage({ type: 'cancel', request });
    }
  }

  const proxy: LanguageModel = {
    info: local.info,
    prompt: (...ask) => local.prompt(...ask),
    encode: (text) => local.encode(text),
    decode: (tokens) => local.decode(tokens),
    describe: (tokens) => local.describe(tokens),
    score: (...ask) => local.score(...ask),
    evaluate: (...ask) => local.evaluate(...ask),
    sample,
    usage: () => usage,
    close: () => port.terminate(),
  };

  return new Promise((resolve, reject) => {
    const failAll = (error: unknown) => {
      reject(error);
      for (const queue of queues.values()) queue.fail(error);
    };
    port.onerror = (event) => failAll(new Error(event.message || 'a model worker stopped'));
    port.onmessage = ({ data: message }) => {
      switch (message.type) {
        case 'opened':
          return resolve(proxy);
        case 'events':
          usage = message.usage;
          return queues.get(message.request)?.push(message.events);
        case 'end':
          usage = message.usage;
          return queues.get(message.request)?.close();
        case 'failed': {
          const error = fromFailure(message.failure);
          if (message.request === null) return failAll(error);
          return queues.get(message.request)?.fail(error);
        }
      }
    };
    port.postMessage({ type: 'open', parts });
  });
}
