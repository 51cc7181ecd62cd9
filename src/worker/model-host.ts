import type { LanguageModel, SampleEvent } from '../policy/language-model.ts';
import { isAbort, toFailure } from './failures.ts';
import type { FromModel, ToModel } from './model-messages.ts';

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
  open: (message: Extract<ToModel, { type: 'open' }>) => Promise<LanguageModel>,
  send: (message: FromModel) => void,
  now: () => number,
): (message: ToModel) => Promise<void> {
  let model: LanguageModel | null = null;
  const cancels = new Map<number, AbortController>();

  async function sample({ request, prefix, options }: Extract<ToModel, { type: 'sample' }>): Promise<void> {
    if (!model) throw new Error('a sample was asked for before the model was opened');
    const abort = new AbortController();
    cancels.set(request, abort);
    let events: SampleEvent[] = [];
    let flushed = now();
    const flush = () => {
      if (events.length > 0) send({ type: 'events', request, events, usage: model!.usage() });
      events = [];
      flushed = now();
    };
    try {
      for await (const event of model.sample(prefix, options, abort.signal)) {
        events.push(event);
        if (now() - flushed >= flushEvery) flush();
      }
    } catch (error) {
      if (!isAbort(error)) throw error;
    } finally {
      flush();
      cancels.delete(request);
    }
    send({ type: 'end', request, usage: model.usage() });
  }

  return async (message) => {
    try {
      switch (message.type) {
        case 'open':
          model = await open(message);
          return send({ type: 'opened' });
        case 'sample':
          return await sample(message);
        case 'cancel':
          return cancels.get(message.request)?.abort();
      }
    } catch (error) {
      send({ type: 'failed', request: message.type === 'open' ? null : message.request, failure: toFailure(error) });
    }
  };
}
