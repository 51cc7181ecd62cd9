/** Calls back after so many milliseconds; what it gives takes that back. */
export type Later = (callback: () => void, milliseconds: number) => () => void;

export const later: Later = (callback, milliseconds) => {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
};

/** Milliseconds between two looks. */
export const lookEvery = 1000;

export interface WatchParts {
  /** Looks without a word, after which the other side counts as silent. */
  readonly patience: number;
  /** As long as nothing at all has come from it: a script has to be fetched first. As `patience` unless told. */
  readonly patienceAtFirst?: number;
  /** Asks the other side for a sign of life; called at each look. */
  readonly ask?: () => void;
  /** Called once, and the watch has ended then. */
  readonly onSilence: () => void;
  readonly later: Later;
}

/**
 * Notices that nothing comes any more: a worker that ended without an error event, one that is stuck, a file that stops
 * coming. It counts its own looks and not the time. Where a page is put to sleep or slowed down, or the lid of a laptop
 * closes, its timers stop as its workers do, and a sleep of hours is one look.
 */
export class Watch {
  private missed = 0;
  private heardOnce = false;
  private stopTimer: (() => void) | null = null;

  constructor(private readonly parts: WatchParts) {}

  /** Goes on where it is under way already. */
  start(): void {
    if (this.stopTimer) return;
    this.missed = 0;
    this.wait();
  }

  /** Something came. */
  heard(): void {
    this.missed = 0;
    this.heardOnce = true;
  }

  stop(): void {
    this.stopTimer?.();
    this.stopTimer = null;
  }

  private wait(): void {
    this.stopTimer = this.parts.later(() => this.look(), lookEvery);
  }

  private look(): void {
    this.stopTimer = null;
    const { patience, patienceAtFirst = patience, ask, onSilence } = this.parts;
    this.missed += 1;
    if (this.missed > (this.heardOnce ? patience : patienceAtFirst)) return onSilence();
    ask?.();
    this.wait();
  }
}

/**
 * Looks that a worker may miss. Measured on a machine four times too busy, the longest that one was away from its messages
 * was 1.2 s; this leaves room for a slow phone.
 */
export const workerPatience = 10;

/** WebLLM reads tokenisers of many megabytes and starts libraries in one piece. */
export const gpuPatience = 30;

/** Looks without a byte of what a server sends. */
export const serverPatience = 20;
