import type { SampleEvent, SampleOptions, TokenId } from '../language-model.ts';
import { abortError, whenAborted } from './abort.ts';
import { AsyncQueue } from './async-queue.ts';
import { Completion, type CompletionSetting } from './completion.ts';
import type { Scheduler } from './scheduler.ts';

/**
 * Submits the completions of one request and gives their events, as they come. An error of one ends the request; so does
 * closing the iterator early, or aborting the signal.
 *
 * `prefix` has been checked.
 */
export function startSampling(
  scheduler: Scheduler,
  setting: CompletionSetting,
  prefix: readonly TokenId[],
  options: SampleOptions,
  signal: AbortSignal,
): AsyncIterator<SampleEvent, undefined> {
  const completions: Completion[] = [];
  let stopListening = (): void => {};
  const cancel = (): void => {
    for (const completion of completions) completion.cancel();
    stopListening();
  };
  const queue = new AsyncQueue<SampleEvent>(cancel);
  const failed = (error: Error): void => {
    cancel();
    queue.drop();
    queue.fail(error);
  };
  let running = options.n ?? 1;
  const event = (one: SampleEvent): void => {
    queue.push(one);
    if (one.type === 'token') return;
    running -= 1;
    if (running > 0) return;
    stopListening();
    queue.end();
  };

  for (let index = 0; index < running; index++) {
    completions.push(new Completion(setting, prefix, options, index, { event, failed }));
  }
  if (completions.length === 0) queue.end();
  else stopListening = whenAborted(signal, () => failed(abortError(signal)));
  for (const completion of completions) {
    completion.begin();
    if (completion.state === 'open') scheduler.submit(completion);
  }
  return queue;
}

/** An iterator that fails at its first reading. */
export function failedSampling(error: Error): AsyncIterator<SampleEvent, undefined> {
  const queue = new AsyncQueue<SampleEvent>();
  queue.fail(error);
  return queue;
}
