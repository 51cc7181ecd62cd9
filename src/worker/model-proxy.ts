import type { LanguageModel, ModelInfo, SampleEvent } from '../policy/language-model.ts';
import { PolicyError } from '../policy/policy-error.ts';
import type { Words } from '../policy/runtime/codec-words.ts';
import type { OpenProgress } from '../policy/webllm/drivers/open.ts';
import { noUsage } from '../run/events.ts';
import { AsyncQueue } from './async-queue.ts';
import { fromFailure } from './failures.ts';
import type { FromModel, OpenModel, ToModel } from './model-messages.ts';

/** The part of Worker and MessagePort that the proxy needs. */
export interface ModelPort {
  postMessage(message: ToModel): void;
  onmessage: ((event: MessageEvent<FromModel>) => void) | null;
  onerror?: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}

export interface ProxyOptions {
  readonly port: ModelPort;
  /** Sent first. */
  readonly open: OpenModel;
  /** The same model's words on this side. */
  readonly words: Words;
  readonly onProgress?: (progress: OpenProgress) => void;
  /** The other side, once opened, has stopped and answers nothing any more. */
  readonly onBroken?: () => void;
}

/** Who waits for what of a request. */
interface Waiting {
  readonly events: AsyncQueue<SampleEvent>;
  logprobs: readonly number[];
}

/**
 * A model that lives in another worker. Sampling and scoring cross over; everything that needs no forward is answered on
 * this side.
 *
 * Resolves when the other side has opened the model; rejects with its error when it could not, and ends the worker.
 */
export function openModelProxy({ port, open, words, onProgress, onBroken }: ProxyOptions): Promise<LanguageModel> {
  const waiting = new Map<number, Waiting>();
  let requests = 0;
  let usage = noUsage;
  let broken: { readonly error: unknown } | null = null;

  type AskFor<Type> = Omit<Extract<ToModel, { type: Type }>, 'request'>;

  /** Asks, and takes the asking back where the reader goes away before the end. */
  async function* ask(question: AskFor<'sample'> | AskFor<'score'>, signal: AbortSignal): AsyncGenerator<SampleEvent, readonly number[]> {
    signal.throwIfAborted();
    if (broken) throw broken.error;
    const request = ++requests;
    const one: Waiting = { events: new AsyncQueue(), logprobs: [] };
    waiting.set(request, one);
    const abort = () => {
      port.postMessage({ type: 'cancel', request });
      one.events.fail(signal.reason);
    };
    signal.addEventListener('abort', abort, { once: true });
    port.postMessage({ ...question, request });
    let complete = false;
    try {
      yield* one.events;
      complete = true;
    } finally {
      signal.removeEventListener('abort', abort);
      waiting.delete(request);
      if (!complete && !signal.aborted && !broken) port.postMessage({ type: 'cancel', request });
    }
    return one.logprobs;
  }

  return new Promise((resolve, reject) => {
    let opened = false;
    const breakDown = (error: unknown) => {
      if (broken) return;
      broken = { error };
      port.terminate();
      reject(error);
      for (const { events } of waiting.values()) events.fail(error);
      if (opened) onBroken?.();
    };
    const proxyOf = (info: ModelInfo): LanguageModel => ({
      info,
      prompt: (...ask) => words.prompt(...ask),
      encode: (text) => words.encode(text),
      decode: (tokens) => words.decode(tokens),
      describe: (tokens) => words.describe(tokens),
      sample: (prefix, options, signal) => ask({ type: 'sample', prefix, options }, signal),
      score: async (prefix, continuation, signal) => (await ask({ type: 'score', prefix, continuation }, signal).next()).value as readonly number[],
      evaluate: () => Promise.reject(new Error('values are not asked of a model in another worker')),
      usage: () => usage,
      close: () => {
        broken ??= { error: new DOMException('The model was closed.', 'AbortError') };
        for (const { events } of waiting.values()) events.fail(broken.error);
        port.terminate();
      },
    });
    port.onerror = (event) => {
      event.preventDefault();
      breakDown(new PolicyError('kernel-failed', `The part of the page that runs the model stopped${event.message ? `: ${event.message}` : ''}.`, 'What happened until then is kept. Run again: the page starts it anew.'));
    };
    port.onmessage = ({ data: message }) => {
      switch (message.type) {
        case 'opening':
          return onProgress?.(message.progress);
        case 'opened':
          opened = true;
          return resolve(proxyOf(message.info));
        case 'events':
          usage = message.usage;
          return waiting.get(message.request)?.events.push(message.events);
        case 'scored': {
          usage = message.usage;
          const one = waiting.get(message.request);
          if (one) one.logprobs = message.logprobs;
          return one?.events.close();
        }
        case 'end':
          usage = message.usage;
          return waiting.get(message.request)?.events.close();
        case 'failed': {
          const error = fromFailure(message.failure);
          if (message.request === null) return breakDown(error);
          return waiting.get(message.request)?.events.fail(error);
        }
      }
    };
    port.postMessage(open);
  });
}
