import { quoted } from '#run/failure.ts';
import type { LanguageModel, ModelInfo, SampleEvent } from '#policy/language-model.ts';
import { fromFailure, partMissing, PolicyError } from '#policy/policy-error.ts';
import { abortError, whenAborted } from '#policy/runtime/abort.ts';
import type { Words } from '#policy/runtime/codec-words.ts';
import type { OpenProgress } from '#policy/webllm/drivers/open.ts';
import { noUsage } from '#run/events.ts';
import { AsyncQueue } from './async-queue.ts';
import type { FromModel, OpenModel, ToModel } from './model-messages.ts';
import { type Later, later, Watch, workerPatience } from './watch.ts';

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
  /** Takes the opening back: the worker is ended then. */
  readonly signal?: AbortSignal;
  /** Looks at the other side without a word from it, after which it counts as stopped: see watch.ts. */
  readonly patience?: number;
  readonly later?: Later;
}

/** Who waits for what of a request. */
interface Waiting {
  readonly events: AsyncQueue<SampleEvent>;
  readonly signal: AbortSignal;
  logprobs: readonly number[];
}

function end({ events, signal }: Waiting): void {
  if (signal.aborted) events.fail(signal.reason);
  else events.close();
}

/**
 * A model that lives in another worker. Sampling and scoring cross over; everything that needs no forward is answered on
 * this side.
 *
 * Resolves when the other side has opened the model; rejects with its error when it could not, or with AbortError, and ends
 * the worker. As long as something is waited for, the other side is asked for signs of life; without any it counts as broken.
 */
export function openModelProxy({
  port,
  open,
  words,
  onProgress,
  onBroken,
  signal,
  patience = workerPatience,
  later: timer = later,
}: ProxyOptions): Promise<LanguageModel> {
  const waiting = new Map<number, Waiting>();
  let requests = 0;
  let usage = noUsage;
  let broken: { readonly error: unknown } | null = null;

  type AskFor<Type> = Omit<Extract<ToModel, { type: Type }>, 'request'>;

  /**
   * Asks, and takes the asking back where the reader goes away before the end. An aborted request ends once the other side
   * says that it has: who waits for a worker that is stuck is to know.
   */
  async function* ask(
    question: AskFor<'sample'> | AskFor<'score'>,
    signal: AbortSignal,
  ): AsyncGenerator<SampleEvent, readonly number[]> {
    signal.throwIfAborted();
    if (broken) throw broken.error;
    const request = ++requests;
    const one: Waiting = { events: new AsyncQueue(), signal, logprobs: [] };
    waiting.set(request, one);
    watch.start();
    const abort = () => port.postMessage({ type: 'cancel', request });
    signal.addEventListener('abort', abort, { once: true });
    port.postMessage({ ...question, request });
    let complete = false;
    try {
      yield* one.events;
      complete = true;
    } finally {
      signal.removeEventListener('abort', abort);
      waiting.delete(request);
      if (waiting.size === 0) watch.stop();
      if (!complete && !signal.aborted && !broken) port.postMessage({ type: 'cancel', request });
    }
    return one.logprobs;
  }

  let onSilence = () => {};
  const watch = new Watch({
    patience,
    ask: () => port.postMessage({ type: 'ping' }),
    onSilence: () => onSilence(),
    later: timer,
  });

  return new Promise((resolve, reject) => {
    let opened = false;
    let stopListening = () => {};
    let heard = false;
    const breakDown = (error: unknown) => {
      if (broken) return;
      broken = { error };
      stopListening();
      watch.stop();
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
      score: async (prefix, continuation, signal) =>
        (await ask({ type: 'score', prefix, continuation }, signal).next()).value as readonly number[],
      evaluate: () => Promise.reject(new Error('values are not asked of a model in another worker')),
      usage: () => usage,
      close: () => {
        broken ??= { error: new DOMException('The model was closed.', 'AbortError') };
        for (const { events } of waiting.values()) events.fail(broken.error);
        watch.stop();
        port.terminate();
      },
    });
    port.onerror = (event) => {
      event.preventDefault();
      // A script that could not be fetched ends in an event without a message, before anything was heard.
      if (!heard && !event.message) return breakDown(partMissing('kernel'));
      breakDown(
        new PolicyError({
          code: 'kernel-failed',
          why: { kind: 'worker-stopped', detail: event.message ? quoted(event.message) : null },
        }),
      );
    };
    onSilence = () => breakDown(new PolicyError({ code: 'kernel-failed', why: { kind: 'worker-silent' } }));
    port.onmessage = ({ data: message }) => {
      heard = true;
      watch.heard();
      switch (message.type) {
        case 'pong':
          return;
        case 'opening':
          return onProgress?.(message.progress);
        case 'opened':
          opened = true;
          stopListening();
          if (waiting.size === 0) watch.stop();
          return resolve(proxyOf(message.info));
        case 'events': {
          usage = message.usage;
          const one = waiting.get(message.request);
          return one?.signal.aborted ? undefined : one?.events.push(message.events);
        }
        case 'scored': {
          usage = message.usage;
          const one = waiting.get(message.request);
          if (one) one.logprobs = message.logprobs;
          return one && end(one);
        }
        case 'end': {
          usage = message.usage;
          const one = waiting.get(message.request);
          return one && end(one);
        }
        case 'failed': {
          const error = fromFailure(message.failure);
          if (message.request === null) return breakDown(error);
          return waiting.get(message.request)?.events.fail(error);
        }
      }
    };
    if (signal) stopListening = whenAborted(signal, () => breakDown(abortError(signal)));
    if (broken) return;
    port.postMessage(open);
    watch.start();
  });
}
