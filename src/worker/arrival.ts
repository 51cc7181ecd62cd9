import { abortError, whenAborted } from '#policy/runtime/abort.ts';
import { partMissing, PolicyError } from '#policy/policy-error.ts';
import type { FailureOf } from '#run/failure.ts';
import { type Later, later, serverPatience, Watch } from './watch.ts';

/** What the work ends in, or AbortError once the signal is aborted: what cannot be stopped is not waited for. */
export async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stopListening = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    stopListening = whenAborted(signal, () => reject(abortError(signal)));
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    stopListening();
  }
}

/**
 * Waits for what a server sends, as long as it comes. Rejects with AbortError once the signal is aborted, and with an Error
 * where nothing has come for too long, even if the work itself never ends.
 *
 * @param work is told by its signal to stop, and says with `came` that a part has come.
 */
export async function whileItComes<T>(
  work: (signal: AbortSignal, came: () => void) => Promise<T>,
  signal: AbortSignal,
  timer: Later = later,
): Promise<T> {
  signal.throwIfAborted();
  const stop = new AbortController();
  let silence = (): void => {};
  const silent = new Promise<never>((_, reject) => {
    silence = () => reject(new Error('nothing came from the server for too long'));
  });
  const watch = new Watch({ patience: serverPatience, onSilence: silence, later: timer });
  watch.start();
  try {
    return await unlessAborted(Promise.race([work(stop.signal, () => watch.heard()), silent]), signal);
  } finally {
    watch.stop();
    stop.abort();
  }
}

const never = new AbortController().signal;

/**
 * Waits for a part of the page. An import cannot be stopped, and one that never ends stays with its worker: so that no signal
 * ends the waiting, and the page, which waits for the cancelled run, ends the worker.
 */
export const whilePartComes = <Part>(part: Promise<Part>): Promise<Part> => whileItComes(() => part, never);

/** Waits for a part of the page. Rejects with PolicyError `part-missing` where it does not come, with AbortError once the signal is aborted. */
export async function orPartMissing<T>(
  coming: Promise<T>,
  part: FailureOf<'part-missing'>['part'],
  signal: AbortSignal,
): Promise<T> {
  try {
    return await coming;
  } catch (cause) {
    signal.throwIfAborted();
    throw cause instanceof PolicyError ? cause : partMissing(part, cause);
  }
}
