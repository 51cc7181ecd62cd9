import { cellNumber, cellsLeft, runsOf } from '#lab/sweeps/cells.ts';
import type { SweepResult } from '#lab/sweeps/results-file.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { KeptItems } from '../kept/kept-items.ts';
import { listedAs } from '../kept/kept-items-state.ts';
import { type CellRun, startCells } from './cell-run.ts';
import { createGathering } from './gathering.ts';
import type { SweepsAround } from './sweeps-around.ts';
import {
  experimentIn,
  type ListedSweep,
  type LoadedSweep,
  shapeOfLoaded,
  type SweepsState,
  withGathered,
  withPlay,
} from './sweeps-state.ts';

export interface SweepGoing {
  /** Runs what is left of a sweep; another one that goes on is cancelled. */
  readonly goOn: (id: string) => Promise<void>;
  readonly pause: () => void;
  readonly cancel: () => void;
  /** Runs of it that are done. */
  readonly doneOf: (id: string) => number;
}

/** The sweep that goes on in this tab: one at a time, and none that goes on in another tab. */
export function createSweepGoing(
  around: SweepsAround,
  { getState: get, setState: set }: StoreApi<SweepsState>,
  kept: KeptItems<ListedSweep, LoadedSweep>,
  write: (id: string, results: readonly SweepResult[]) => Promise<void>,
): SweepGoing {
  const { archive, now, later } = around;
  let run: CellRun | null = null;
  const isGoing = (id: string): boolean => get().going?.id === id;
  const doneOf = (id: string): number => get().loaded.get(id)?.results.length ?? 0;

  async function goOn(id: string): Promise<void> {
    if (isGoing(id)) return;
    run?.cancel();
    kept.trouble(id, null);
    set(({ cancelled }) => ({
      going: { id, phase: 'starting', runs: 0, worked: 0 },
      cancelled: cancelled === id ? null : cancelled,
    }));
    const release = await archive.hold(id);
    // What another tab did is not done again.
    const anew = get().loaded.has(id) && !kept.listed(id)?.fleeting;
    const loaded = release && isGoing(id) ? await kept.load(id, anew) : null;
    if (release && loaded && isGoing(id)) return begin(id, loaded, release);
    release?.();
    if (!release) kept.trouble(id, { kind: 'elsewhere' });
    if (isGoing(id)) set({ going: null });
  }

  function begin(id: string, loaded: LoadedSweep, release: () => void): void {
    around.mark.set(id);
    around.onGoing(true);
    const { cores, measure } = around.workers();
    const shape = shapeOfLoaded(loaded);
    const done = new Set(loaded.results.map(({ cell }) => cellNumber(shape, cell)));
    const gathering = createGathering({
      now,
      later,
      show: (results, worked) => {
        set((state) => withGathered(state, id, results, worked));
        const one = kept.listed(id);
        if (one)
          set((state) => ({ list: listedAs(state.list, { ...one, done: doneOf(id), changed: now() }) }));
      },
      write: async (results) => {
        if (!kept.listed(id)?.fleeting) await write(id, results);
      },
    });
    const follow = () => {
      const live = around.play.isLive();
      current.hold(live);
      gathering.rest(live);
      set((state) => withPlay(state, id, live));
    };
    const unfollow = around.play.subscribe(follow);
    const current = startCells({
      left: cellsLeft(shape, (cell) => done.has(cellNumber(shape, cell))),
      experimentOf: (cell) => experimentIn(loaded, cell),
      measure,
      atOnce: cores,
      onResult: gathering.add,
      onEnd(failure) {
        unfollow();
        void gathering.end().then(async () => {
          if (failure) kept.trouble(id, { kind: 'failed', failure });
          const one = kept.listed(id);
          if (one) await kept.put({ ...one, done: doneOf(id), of: runsOf(shape), changed: now() });
          release();
          if (run !== current) return;
          run = null;
          around.mark.set(null);
          around.onGoing(false);
          if (isGoing(id)) set({ going: null });
        });
      },
    });
    run = current;
    // Asked for before there was anything to pause.
    if (get().going?.phase === 'pausing') current.pause();
    follow();
  }

  return {
    goOn,
    pause() {
      set(({ going }) => (going ? { going: { ...going, phase: 'pausing' } } : {}));
      run?.pause();
    },
    cancel() {
      set({ going: null });
      run?.cancel();
    },
    doneOf,
  };
}
