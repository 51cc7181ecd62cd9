import type { ModelWith } from '#policy/language-model.ts';
import type { OpenProgress } from '#policy/webllm/drivers/open.ts';
import { noUsage, type Usage } from '#run/events.ts';
import type { Reply } from './calls/protocol.ts';
import { serveCalls, type Server } from './calls/server.ts';
import type { ModelCalls } from './model-calls.ts';

/** Milliseconds between messages of a call: often enough to look live, rarely enough to cost nothing. */
const flushEvery = 12;

/**
 * Serves one model to calls.
 *
 * @param open opens the model.
 * @param send posts a message to the other side.
 * @param now a clock in milliseconds.
 */
export function hostModel(
  open: (
    what: ModelCalls['open']['args'],
    onProgress: (progress: OpenProgress) => void,
  ) => Promise<ModelWith<'scoring'>>,
  send: (message: Reply<Usage>) => void,
  now: () => number,
): Server<ModelCalls> {
  let model: ModelWith<'scoring'> | null = null;
  const opened = (): ModelWith<'scoring'> => {
    if (!model) throw new Error('a model was called before it was opened');
    return model;
  };
  return serveCalls<ModelCalls, Usage>({
    send,
    now,
    flushEvery,
    note: () => model?.usage() ?? noUsage,
    handlers: {
      async open(what, { emitNow }) {
        model = await open(what, emitNow);
        return model.info;
      },
      async sample({ prefix, options }, { signal, emit }) {
        for await (const event of opened().sample(prefix, options, signal)) emit(event);
      },
      score: async ({ prefix, continuation, temperature }, { signal }) =>
        opened().scoring.score(prefix, continuation, signal, temperature),
    },
  });
}
