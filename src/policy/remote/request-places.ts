import { abortError, whenAborted } from '../runtime/abort.ts';

/** RequestPlaces for requests that are in flight at once; who comes when all are taken waits, first come first served. */
export class RequestPlaces {
  private taken = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(readonly most: number) {}

  /** Resolves to what gives the place back. Rejects with AbortError once the signal is aborted. */
  async take(signal: AbortSignal): Promise<() => void> {
    if (signal.aborted) throw abortError(signal);
    if (this.taken >= this.most) await this.turn(signal);
    else this.taken += 1;
    let given = false;
    return () => {
      if (!given) this.give();
      given = true;
    };
  }

  /** The place goes to who waits longest, or is free. */
  private give(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.taken -= 1;
  }

  private turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const go = (): void => {
        stopListening();
        resolve();
      };
      this.waiting.push(go);
      const stopListening = whenAborted(signal, () => {
        const at = this.waiting.indexOf(go);
        if (at < 0) return;
        this.waiting.splice(at, 1);
        reject(abortError(signal));
      });
    });
  }
}
