import { createStore } from 'zustand/vanilla';
import { cellNumber, cellsLeft, runsOf } from '#lab/sweeps/cells.ts';
import { larger, measurementOf } from '#lab/sweeps/results.ts';
import type { Sweep } from '#lab/sweeps/spec.ts';
import { toFailure } from '#policy/policy-error.ts';
import { type CellRun, startCells } from './cell-run.ts';
import { createGathering } from './gathering.ts';
import { listedOf, outcomeRecord, recordOf, resultsOf, runsAskedFor } from './kept.ts';
import type { Sweeps, SweepsAround } from './sweeps-around.ts';
import {
  experimentIn,
  listedAs,
  type ListedSweep,
  type LoadedSweep,
  noSweeps,
  shapeOfLoaded,
  type SweepsState,
  type SweepTrouble,
  titled,
  withEntry,
  withGathered,
  withPlay,
  withResults,
} from './sweeps-state.ts';

export function createSweeps(around: SweepsAround): Sweeps {
  const { keeper, now, later } = around;
  const store = createStore<SweepsState>(() => noSweeps);
  const get = store.getState;
  const set = store.setState;
  let run: CellRun | null = null;
  let stopForgetting = (): void => undefined;

  const listed = (id: string): ListedSweep | null => get().list?.find((one) => one.id === id) ?? null;
  const trouble = (id: string, what: SweepTrouble | null) =>
    set((state) => ({ trouble: withEntry(state.trouble, id, what) }));
  /** Outcomes found no room since the last that did; that a list can be read or written says nothing of that. */
  let full = false;
  const noRoom = () => {
    full = true;
    set({ keeps: false });
  };

  /** Shows a sweep in its new state, and keeps it where the browser does. */
  async function put(one: ListedSweep): Promise<void> {
    set((state) => ({ list: listedAs(state.list, one) }));
    if (one.fleeting) return;
    await keeper.put(recordOf(one)).then(
      () => set({ keeps: !full }),
      () => {
        set((state) => ({ list: listedAs(state.list, { ...one, fleeting: true }), keeps: false }));
      },
    );
  }

  async function keep(id: string, results: LoadedSweep['results']): Promise<void> {
    await keeper.add(id, results.map(outcomeRecord)).then(() => (full = false), noRoom);
  }

  async function refresh(): Promise<void> {
    const found = await keeper.list().catch(() => null);
    if (!found) return set((state) => ({ keeps: false, list: state.list ?? [] }));
    set(({ list, removed }) => {
      const fleeting = list?.filter((one) => one.fleeting) ?? [];
      const kept = found.flatMap((record) => listedOf(record) ?? []).filter(({ id }) => id !== removed?.id);
      return { keeps: !full, list: [...fleeting, ...kept] };
    });
  }

  async function load(id: string, anew = false): Promise<LoadedSweep | null> {
    const known = get().loaded.get(id);
    if (known && !anew) return known;
    if (get().list === null) await refresh();
    const one = listed(id);
    if (!one) {
      trouble(id, { kind: 'gone' });
      return null;
    }
    try {
      const { problems } = await around.problemsOf(one.sweep.problems);
      const outcomes = one.fleeting ? [] : await keeper.outcomes(id);
      // What the browser had no room for is here alone.
      const before = get().loaded.get(id)?.results ?? [];
      const loaded = withResults({ sweep: one.sweep, problems, results: [] }, [
        ...before,
        ...resultsOf(outcomes),
      ]);
      set((state) => ({ loaded: withEntry(state.loaded, id, loaded) }));
      return loaded;
    } catch (error) {
      trouble(id, { kind: 'failed', failure: toFailure(error) });
      return null;
    }
  }

  async function goOn(id: string): Promise<void> {
    if (get().going?.id === id) return;
    run?.cancel();
    trouble(id, null);
    set(({ cancelled }) => ({
      going: { id, phase: 'starting', runs: 0, worked: 0 },
      cancelled: cancelled === id ? null : cancelled,
    }));
    const mine = () => get().going?.id === id;
    const release = await keeper.hold(id);
    // What another tab did is not done again.
    const loaded = release && mine() ? await load(id, get().loaded.has(id) && !listed(id)?.fleeting) : null;
    if (!release || !loaded || !mine()) {
      release?.();
      if (!release) trouble(id, { kind: 'elsewhere' });
      if (mine()) set({ going: null });
      return;
    }
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
        const one = listed(id);
        if (one)
          set((state) => ({ list: listedAs(state.list, { ...one, done: doneOf(id), changed: now() }) }));
      },
      write: async (results) => {
        if (listed(id)?.fleeting) return;
        await keep(id, results);
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
          if (failure) trouble(id, { kind: 'failed', failure });
          const one = listed(id);
          if (one) await put({ ...one, done: doneOf(id), of: runsOf(shape), changed: now() });
          release();
          if (run !== current) return;
          run = null;
          around.mark.set(null);
          around.onGoing(false);
          if (mine()) set({ going: null });
        });
      },
    });
    run = current;
    // Asked for before there was anything to pause.
    if (get().going?.phase === 'pausing') current.pause();
    follow();
  }

  const doneOf = (id: string): number => get().loaded.get(id)?.results.length ?? 0;

  async function create(sweep: Sweep): Promise<ListedSweep> {
    const one: ListedSweep = {
      id: around.newId(),
      sweep,
      done: 0,
      of: runsAskedFor(sweep),
      made: now(),
      changed: now(),
      fleeting: get().keeps === false && !full,
    };
    await put(one);
    return listed(one.id) ?? one;
  }

  /** The kept sweep that measures the same; null where there is none. */
  function alike(sweep: Sweep): ListedSweep | null {
    const measured = measurementOf(sweep);
    return get().list?.find((one) => measurementOf(one.sweep) === measured) ?? null;
  }

  /** The sweep in another shape: what is at hand of it stays. */
  async function reshape(one: ListedSweep, sweep: Sweep): Promise<void> {
    const before = await load(one.id);
    if (!before) return;
    const { problems } = await around.problemsOf(sweep.problems);
    // It may be running: what came in the meantime stays.
    set(({ loaded }) => ({
      loaded: withEntry(loaded, one.id, { ...(loaded.get(one.id) ?? before), sweep, problems }),
    }));
    await put({ ...one, sweep, of: runsAskedFor(sweep), done: doneOf(one.id), changed: now() });
  }

  async function forgetRemoved(): Promise<void> {
    stopForgetting();
    const { removed } = get();
    if (!removed) return;
    set((state) => ({ removed: null, loaded: withEntry(state.loaded, removed.id, null) }));
    if (!removed.fleeting) await keeper.remove(removed.id).catch(noRoom);
  }

  keeper.onChanged(() => {
    const { going, list, loaded } = get();
    // What this tab writes while a sweep goes on, it knows.
    if (going || list === null) return;
    void refresh().then(async () => {
      for (const id of loaded.keys()) if (listed(id)?.fleeting === false) await load(id, true);
    });
  });

  return {
    store,
    refresh,
    async wake() {
      const id = around.mark.get();
      if (id === null || get().going) return;
      await refresh();
      if (listed(id)) await goOn(id);
      else around.mark.set(null);
    },
    setDraft: (draft) => set({ draft }),
    async start(sweep) {
      if (get().list === null) await refresh();
      const { id } = await create(sweep);
      void goOn(id);
      return id;
    },
    load,
    goOn,
    pause() {
      set(({ going }) => (going ? { going: { ...going, phase: 'pausing' } } : {}));
      run?.pause();
    },
    cancel() {
      set(({ going, cancelled }) => ({ going: null, cancelled: going?.id ?? cancelled }));
      run?.cancel();
    },
    async extend(id, sweep) {
      const one = listed(id);
      if (!one) return;
      await reshape(one, sweep);
      await goOn(id);
    },
    async rename(id, title) {
      const one = listed(id);
      if (!one) return;
      const sweep = titled(one.sweep, title);
      const loaded = get().loaded.get(id);
      if (loaded) set((state) => ({ loaded: withEntry(state.loaded, id, { ...loaded, sweep }) }));
      await put({ ...one, sweep });
    },
    async remove(id) {
      await forgetRemoved();
      const one = listed(id);
      if (!one) return;
      if (get().going?.id === id) {
        set({ going: null });
        run?.cancel();
      }
      set((state) => ({ removed: one, list: state.list?.filter((other) => other.id !== id) ?? null }));
      stopForgetting = later(() => void forgetRemoved(), undoFor);
    },
    undoRemove() {
      stopForgetting();
      set(({ removed, list }) =>
        removed
          ? { removed: null, list: [...(list ?? []), removed].toSorted((a, b) => b.changed - a.changed) }
          : {},
      );
    },
    forgetRemoved,
    async add({ sweep, results }) {
      if (get().list === null) await refresh();
      const there = alike(sweep);
      const one = there ?? (await create(sweep));
      await reshape(one, there ? larger(there.sweep, sweep) : sweep);
      const before = get().loaded.get(one.id);
      if (!before) return one.id;
      const after = withResults(before, results);
      set((state) => ({ loaded: withEntry(state.loaded, one.id, after) }));
      const known = new Set(before.results);
      const fresh = after.results.filter((result) => !known.has(result));
      if (!listed(one.id)?.fleeting) await keep(one.id, fresh);
      const current = listed(one.id);
      if (current) await put({ ...current, done: after.results.length });
      return one.id;
    },
    like: alike,
  };
}

/** Milliseconds in which a removed sweep can be had back. */
const undoFor = 20_000;
