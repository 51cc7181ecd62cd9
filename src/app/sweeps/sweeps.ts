import { createStore } from 'zustand/vanilla';
import { larger, measurementOf } from '#lab/sweeps/results.ts';
import type { SweepResult } from '#lab/sweeps/results-file.ts';
import type { Sweep } from '#lab/sweeps/spec.ts';
import { createKeptItems } from '../kept/kept-items.ts';
import { withEntry } from '../kept/kept-items-state.ts';
import { listedOf, outcomeRecord, recordOf, resultsOf, runsAskedFor } from './kept.ts';
import { createSweepGoing } from './sweep-going.ts';
import type { Sweeps, SweepsAround } from './sweeps-around.ts';
import {
  type ListedSweep,
  type LoadedSweep,
  noSweeps,
  type SweepsState,
  titled,
  withResults,
} from './sweeps-state.ts';

export function createSweeps(around: SweepsAround): Sweeps {
  const { archive, now } = around;
  const store = createStore<SweepsState>(() => noSweeps);
  const get = store.getState;
  const set = store.setState;
  const kept = createKeptItems<ListedSweep, LoadedSweep>({
    archive: {
      list: async () => (await archive.list()).flatMap((record) => listedOf(record) ?? []),
      put: (one) => archive.put(recordOf(one)),
      remove: archive.remove,
      onChanged: archive.onChanged,
    },
    get,
    set,
    later: around.later,
    async read({ id, sweep, fleeting }) {
      const { problems } = await around.problemsOf(sweep.problems);
      const outcomes = fleeting ? [] : await archive.outcomes(id);
      // What the browser had no room for is here alone.
      const before = get().loaded.get(id)?.results ?? [];
      return withResults({ sweep, problems, results: [] }, [...before, ...resultsOf(outcomes)]);
    },
    end: () => current.cancel(),
  });
  const { listed, refresh, load, put } = kept;
  const write = (id: string, results: readonly SweepResult[]) =>
    kept.written(archive.add(id, results.map(outcomeRecord)));
  const current = createSweepGoing(around, store, kept, write);
  const { goOn, doneOf } = current;

  async function create(sweep: Sweep): Promise<ListedSweep> {
    const one: ListedSweep = {
      id: around.newId(),
      sweep,
      done: 0,
      of: runsAskedFor(sweep),
      made: now(),
      changed: now(),
      fleeting: kept.keepsNothing(),
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
      await kept.known();
      const { id } = await create(sweep);
      void goOn(id);
      return id;
    },
    load,
    goOn,
    pause: current.pause,
    cancel() {
      set(({ going, cancelled }) => ({ cancelled: going?.id ?? cancelled }));
      current.cancel();
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
    remove: kept.remove,
    undoRemove: kept.undoRemove,
    forgetRemoved: kept.forgetRemoved,
    async add({ sweep, results }) {
      await kept.known();
      const there = alike(sweep);
      const one = there ?? (await create(sweep));
      await reshape(one, there ? larger(there.sweep, sweep) : sweep);
      const before = get().loaded.get(one.id);
      if (!before) return one.id;
      const after = withResults(before, results);
      set((state) => ({ loaded: withEntry(state.loaded, one.id, after) }));
      const had = new Set(before.results);
      const fresh = after.results.filter((result) => !had.has(result));
      if (!listed(one.id)?.fleeting) await write(one.id, fresh);
      const shown = listed(one.id);
      if (shown) await put({ ...shown, done: after.results.length });
      return one.id;
    },
    like: alike,
  };
}
