/** The AbortError to reject with for an aborted signal: its own reason where that is one already. */
export function abortError(signal: AbortSignal): Error {
  const reason: unknown = signal.reason;
  if (reason instanceof DOMException && reason.name === 'AbortError') return reason;
  return new DOMException('The request was cancelled.', 'AbortError');
}

/** What to call for each signal that somebody waits for. */
const waiting = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Calls `onAbort` once the signal is aborted, at once if it is already. The result takes the call back. A signal gets one
 * listener, however many wait for it: a run's requests, hundreds maybe, share one signal, and Node warns from eleven on.
 */
export function whenAborted(signal: AbortSignal, onAbort: () => void): () => void {
  if (signal.aborted) {
    onAbort();
    return () => {};
  }
  const calls = waiting.get(signal) ?? listen(signal);
  // A function of its own, so that the same one may wait twice.
  const call = (): void => onAbort();
  calls.add(call);
  return () => calls.delete(call);
}

function listen(signal: AbortSignal): Set<() => void> {
  const calls = new Set<() => void>();
  waiting.set(signal, calls);
  const callAll = (): void => {
    for (const call of calls) call();
    calls.clear();
  };
  signal.addEventListener('abort', callAll, { once: true });
  return calls;
}
