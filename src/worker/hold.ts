import { whenAborted } from '#policy/runtime/abort.ts';

/** Work that rests while somebody else has the cores, and a clock that stands still meanwhile. */
export interface Hold {
  readonly set: (on: boolean) => void;
  /** Resolves once nobody holds it, or the signal is aborted. */
  readonly free: (signal: AbortSignal) => Promise<void>;
  /** Milliseconds in which it did not rest. */
  readonly now: () => number;
}

/** @param clock in milliseconds. */
export function createHold(clock: () => number): Hold {
  let on = false;
  let rested = 0;
  const waiting = new Set<() => void>();
  return {
    set(held) {
      on = held;
      if (held) return;
      for (const go of waiting) go();
      waiting.clear();
    },
    async free(signal) {
      if (!on || signal.aborted) return;
      const since = clock();
      let stopListening = (): void => undefined;
      await new Promise<void>((resolve) => {
        waiting.add(resolve);
        stopListening = whenAborted(signal, resolve);
      });
      stopListening();
      rested += clock() - since;
    },
    now: () => clock() - rested,
  };
}
