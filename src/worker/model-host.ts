import type { LanguageModel, SampleEvent } from '#policy/language-model.ts';
import { isAbort } from './failures.ts';
import { toFailure } from '#policy/policy-error.ts';
import type { FromModel, OpenModel, ToModel } from './model-messages.ts';

/** Milliseconds between messages of a request: often enough to look live, rarely enough to cost nothing. */
const flushEvery = 12;

/**
 * Serves one model to messages.
 *
 * @param open opens the model from its files.
 * @param send posts a message to the other side.
 * @param now a clock in milliseconds.
 * @returns the handler of incoming messages.
 */
export function hostModel(
  open: (message: OpenModel) => Promise<LanguageModel>,
  send: (message: FromModel) => void,
  now: () => number,
): (message: ToModel) => Promise<void> {
  let model: LanguageModel | null = null;
  const cancels = new Map<number, AbortController>();

  async function sample(
    of: LanguageModel,
    { request, prefix, options }: Extract<ToModel, { type: 'sample' }>,
    signal: AbortSignal,
  ): Promise<void> {
    let events: SampleEvent[] = [];
    let flushed = now();
    const flush = () => {
      if (events.length > 0) send({ type: 'events', request, events, usage: of.usage() });
      events = [];
      flushed = now();
    };
    try {
      for await (const event of of.sample(prefix, options, signal)) {
        events.push(event);
        if (now() - flushed >= flushEvery) flush();
      }
    } finally {
      flush();
    }
    send({ type: 'end', request, usage: of.usage() });
  }

  async function score(
    of: LanguageModel,
    { request, prefix, continuation }: Extract<ToModel, { type: 'score' }>,
    signal: AbortSignal,
  ): Promise<void> {
    const logprobs = await of.score(prefix, continuation, signal);
    send({ type: 'scored', request, logprobs, usage: of.usage() });
  }

  /** A cancelled request is over for the other side: nothing more is said of it but what it has cost. */
  async function serve(
    request: number,
    work: (of: LanguageModel, signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    if (!model) throw new Error('something was asked of a model before it was opened');
    const abort = new AbortController();
    cancels.set(request, abort);
    try {
      await work(model, abort.signal);
    } catch (error) {
      if (!isAbort(error)) throw error;
      send({ type: 'end', request, usage: model.usage() });
    } finally {
      cancels.delete(request);
    }
  }

  return async (message) => {
    try {
      switch (message.type) {
        case 'open':
        case 'open-gpu':
          model = await open(message);
          return send({ type: 'opened', info: model.info });
        case 'sample':
          return await serve(message.request, (of, signal) => sample(of, message, signal));
        case 'score':
          return await serve(message.request, (of, signal) => score(of, message, signal));
        case 'cancel':
          return cancels.get(message.request)?.abort();
        case 'ping':
          return send({ type: 'pong' });
      }
    } catch (error) {
      send({
        type: 'failed',
        request: 'request' in message ? message.request : null,
        failure: toFailure(error),
      });
    }
  };
}
