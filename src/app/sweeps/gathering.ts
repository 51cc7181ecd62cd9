import type { SweepResult } from '#lab/sweeps/results-file.ts';

export interface GatheringParts {
  /** In milliseconds. */
  readonly now: () => number;
  readonly later: (callback: () => void, milliseconds: number) => () => void;
  /** @param worked milliseconds of work since it was called last. */
  readonly show: (results: readonly SweepResult[], worked: number) => void;
  /** Keeps results; the next are written once these are. Never rejects. */
  readonly write: (results: readonly SweepResult[]) => Promise<void>;
}

export interface Gathering {
  readonly add: (result: SweepResult) => void;
  /** Nobody works on it for now, or somebody does again. */
  readonly rest: (on: boolean) => void;
  /** Shows and writes what is left. */
  readonly end: () => Promise<void>;
}

/** Milliseconds between two pictures: a few a second, whatever comes. */
const showEvery = 250;

/** What comes of a sweep, gathered: written as fast as the browser writes, shown a few times a second. */
export function createGathering({ now, later, show, write }: GatheringParts): Gathering {
  let unshown: SweepResult[] = [];
  let unwritten: SweepResult[] = [];
  let writing: Promise<void> | null = null;
  let stopTimer: (() => void) | null = null;
  let since: number | null = now();
  let worked = 0;

  function count(): void {
    const at = now();
    if (since !== null) {
      worked += at - since;
      since = at;
    }
  }

  function showNow(): void {
    stopTimer?.();
    stopTimer = null;
    count();
    show(unshown, worked);
    unshown = [];
    worked = 0;
  }

  async function writeAll(): Promise<void> {
    while (unwritten.length > 0) {
      const batch = unwritten;
      unwritten = [];
      await write(batch);
    }
    writing = null;
  }

  return {
    add(result) {
      unshown.push(result);
      unwritten.push(result);
      stopTimer ??= later(showNow, showEvery);
      writing ??= writeAll();
    },
    rest(on) {
      count();
      since = on ? null : (since ?? now());
    },
    async end() {
      showNow();
      await writing;
    },
  };
}
