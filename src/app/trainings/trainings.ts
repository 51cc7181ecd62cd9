import { createStore } from 'zustand/vanilla';
import { toFailure } from '#policy/policy-error.ts';
import type { TrainingEntry } from '#train/events.ts';
import type { TrainingSetup } from '#train/setup.ts';
import { logUntil } from '#train/train.ts';
import type { TrainingItem } from '#worker/train-calls.ts';
import { withEntry } from '../sweeps/sweeps-state.ts';
import type { KeptState } from './keeper.ts';
import { type ModelSnapshot, withSnapshot } from './snapshots.ts';
import type { Trainings, TrainingsAround } from './trainings-around.ts';
import {
  type ListedTraining,
  type LoadedTraining,
  noTrainings,
  trainingProgress,
  trainingListedAs,
  type TrainingsState,
  type TrainingTrouble,
} from './trainings-state.ts';

/** Milliseconds in which a removed training can be had back. */
const undoFor = 20_000;

export function createTrainings(around: TrainingsAround): Trainings {
  const { keeper, now, later } = around;
  const store = createStore<TrainingsState>(() => noTrainings);
  const get = store.getState;
  const set = store.setState;
  /** Of the training that goes on: stops it, and when it has ended. */
  let run: {
    readonly abort: AbortController;
    readonly kill: AbortController;
    readonly ended: Promise<void>;
  } | null = null;
  let stopForgetting = (): void => undefined;
  let full = false;

  const listed = (id: string): ListedTraining | null => get().list?.find((one) => one.id === id) ?? null;
  const trouble = (id: string, what: TrainingTrouble | null) =>
    set((state) => ({ trouble: withEntry(state.trouble, id, what) }));
  const noRoom = () => {
    full = true;
    set({ keeps: false });
  };
  const loadedAs = (id: string, change: (before: LoadedTraining) => LoadedTraining) =>
    set(({ loaded }) => {
      const before = loaded.get(id);
      return before ? { loaded: withEntry(loaded, id, change(before)) } : {};
    });

  /** Shows a training in its new state, and keeps it where the browser does. */
  async function put(one: ListedTraining): Promise<void> {
    set((state) => ({ list: trainingListedAs(state.list, one) }));
    if (one.fleeting) return;
    await keeper.put(one).then(
      () => set({ keeps: !full }),
      () =>
        set((state) => ({ list: trainingListedAs(state.list, { ...one, fleeting: true }), keeps: false })),
    );
  }

  async function refresh(): Promise<void> {
    const found = await keeper.list().catch(() => null);
    if (!found) return set((state) => ({ keeps: false, list: state.list ?? [] }));
    set(({ list, removed, going }) => {
      // What this tab knows of the one that goes on is newer than what is kept.
      const own = list?.filter(({ id, fleeting }) => fleeting || id === going?.id) ?? [];
      const ids = new Set(own.map(({ id }) => id));
      return {
        keeps: !full,
        list: [...own, ...found.filter(({ id }) => id !== removed?.id && !ids.has(id))].sort(
          (a, b) => b.changed - a.changed,
        ),
      };
    });
  }

  async function load(id: string, anew = false): Promise<LoadedTraining | null> {
    const known = get().loaded.get(id);
    if (known && !anew) return known;
    if (get().list === null) await refresh();
    const one = listed(id);
    if (!one) {
      trouble(id, { kind: 'gone' });
      return null;
    }
    try {
      const [log, kept] = await Promise.all([keeper.log(id), keeper.state(id)]);
      const own = get().loaded.get(id)?.snapshots ?? [];
      const loaded: LoadedTraining = {
        setup: one.setup,
        log,
        snapshots: kept && own.length === 0 ? [kept.snapshot] : own,
        goesOnFrom: kept?.state.step ?? 0,
      };
      set((state) => ({ loaded: withEntry(state.loaded, id, loaded) }));
      return loaded;
    } catch (error) {
      trouble(id, { kind: 'failed', failure: toFailure(error) });
      return null;
    }
  }

  /** The last state of each training that the browser does not keep. */
  const states = new Map<string, KeptState>();

  async function goOn(id: string): Promise<void> {
    if (get().going?.id === id) return;
    await stopped();
    trouble(id, null);
    set({ going: { id, phase: 'starting', since: { step: 0, seconds: 0 } } });
    const [abort, kill] = [new AbortController(), new AbortController()];
    const ended = train(id, abort.signal, kill.signal);
    const mine = { abort, kill, ended };
    run = mine;
    await ended;
    if (run === mine) run = null;
    set(({ going }) => (going?.id === id ? { going: null } : {}));
  }

  async function stopped(): Promise<void> {
    stop();
    await run?.ended;
  }

  function stop(): void {
    set(({ going }) => (going ? { going: { ...going, phase: 'stopping' } } : {}));
    run?.kill.abort(left());
    run?.abort.abort(left());
  }

  async function train(id: string, signal: AbortSignal, killed: AbortSignal): Promise<void> {
    const release = await keeper.hold(id);
    if (!release) return trouble(id, { kind: 'elsewhere' });
    let unfollow = (): void => undefined;
    /** Writes follow one another. */
    let writing: Promise<void> = Promise.resolve();
    try {
      const fleeting = listed(id)?.fleeting ?? true;
      const loaded = await load(id, get().loaded.has(id) && !fleeting);
      if (!loaded || signal.aborted) return;
      const kept = fleeting ? (states.get(id) ?? null) : await keeper.state(id).catch(() => null);
      const from = kept?.state ?? null;
      const step = from?.step ?? 0;
      const write = (act: () => Promise<void>) => {
        if (!fleeting) writing = writing.then(act).then(() => void (full = false), noRoom);
      };
      // What came after the state that it goes on from is done again.
      const log = from ? logUntil(loaded.log, step) : [];
      const since = { step, seconds: log.at(-1)?.at ?? 0 };
      if (log.length < loaded.log.length) {
        loadedAs(id, (before) => ({ ...before, log }));
        write(() => keeper.setLog(id, log));
      }
      set({ going: { id, phase: 'starting', since } });
      const trainer = around.trainer();
      const follow = () => {
        const live = around.play.isLive();
        trainer.hold(live);
        set(({ going }) => {
          if (going?.id !== id || (going.phase !== 'training' && going.phase !== 'yielding')) return {};
          return { going: { ...going, phase: live ? 'yielding' : 'training' } };
        });
      };
      unfollow = around.play.subscribe(follow);
      await trainer.train(
        { setup: loaded.setup, from: from && { ...from, log: log.map(withoutGroup) } },
        {
          signal,
          stop: killed,
          onItems(items) {
            const entries = items.flatMap((item) => (item.kind === 'entry' ? [item.entry] : []));
            if (entries.length > 0) write(() => keeper.add(id, entries));
            take(id, items, entries);
            for (const item of items) {
              if (item.kind === 'begun') {
                begun(id, item.cores);
                follow();
              }
              if (item.kind !== 'state') continue;
              const snapshot = get()
                .loaded.get(id)
                ?.snapshots.findLast((one) => one.step === item.state.step);
              if (!snapshot) continue;
              const state: KeptState = { state: item.state, snapshot };
              loadedAs(id, (before) => ({ ...before, goesOnFrom: item.state.step }));
              if (fleeting) states.set(id, state);
              else write(() => keeper.putState(id, state));
            }
          },
        },
      );
    } catch (error) {
      if (!signal.aborted) trouble(id, { kind: 'failed', failure: toFailure(error) });
    } finally {
      unfollow();
      await writing;
      const one = listed(id);
      if (one) await put({ ...one, ...trainingProgress(get().loaded.get(id)?.log ?? []), changed: now() });
      release();
    }
  }

  function begun(id: string, cores: number): void {
    set(({ going }) =>
      going?.id === id && going.phase === 'starting' ? { going: { ...going, phase: 'training' } } : {},
    );
    const one = listed(id);
    if (one && one.cores === null) void put({ ...one, cores });
  }

  function take(id: string, items: readonly TrainingItem[], entries: readonly TrainingEntry[]): void {
    const fresh: readonly ModelSnapshot[] = items.flatMap((item) => (item.kind === 'snapshot' ? [item] : []));
    if (entries.length === 0 && fresh.length === 0) return;
    loadedAs(id, (before) => ({
      ...before,
      log: entries.length > 0 ? [...before.log, ...entries] : before.log,
      snapshots: fresh.reduce(
        (all, { step, weights }) => withSnapshot(all, { step, weights }),
        before.snapshots,
      ),
    }));
    const one = listed(id);
    const log = get().loaded.get(id)?.log;
    if (one && log && entries.length > 0)
      set(({ list }) => ({
        list: trainingListedAs(list, { ...one, ...trainingProgress(log), changed: now() }),
      }));
  }

  async function create(setup: TrainingSetup, more: Partial<ListedTraining> = {}): Promise<ListedTraining> {
    if (get().list === null) await refresh();
    const one: ListedTraining = {
      id: around.newId(),
      setup,
      title: '',
      done: 0,
      from: null,
      to: null,
      cores: null,
      made: now(),
      changed: now(),
      fleeting: get().keeps === false && !full,
      ...more,
    };
    await put(one);
    set(({ loaded }) => ({
      loaded: withEntry(loaded, one.id, { setup, log: [], snapshots: [], goesOnFrom: 0 }),
    }));
    return listed(one.id) ?? one;
  }

  async function forgetRemoved(): Promise<void> {
    stopForgetting();
    const { removed } = get();
    if (!removed) return;
    set((state) => ({ removed: null, loaded: withEntry(state.loaded, removed.id, null) }));
    states.delete(removed.id);
    if (!removed.fleeting) await keeper.remove(removed.id).catch(noRoom);
  }

  keeper.onChanged(() => {
    const { going, list, loaded } = get();
    // What this tab writes while a training goes on, it knows.
    if (going || list === null) return;
    void refresh().then(async () => {
      for (const id of loaded.keys()) if (listed(id)?.fleeting === false) await load(id, true);
    });
  });

  return {
    store,
    refresh,
    setDraft: (draft) => set({ draft }),
    async start(setup) {
      const { id } = await create(setup);
      void goOn(id);
      return id;
    },
    load,
    goOn,
    pause() {
      set(({ going }) => (going ? { going: { ...going, phase: 'pausing' } } : {}));
      run?.abort.abort(left());
    },
    stop,
    async extend(id, steps) {
      const one = listed(id);
      const loaded = await load(id);
      if (!one || !loaded) return;
      const setup: TrainingSetup = { ...one.setup, steps };
      loadedAs(id, (before) => ({ ...before, setup }));
      await put({ ...one, setup });
      await goOn(id);
    },
    async rename(id, title) {
      const one = listed(id);
      if (one) await put({ ...one, title: title.trim().slice(0, 120) });
    },
    async remove(id) {
      await forgetRemoved();
      const one = listed(id);
      if (!one) return;
      if (get().going?.id === id) await stopped();
      set((state) => ({
        removed: listed(id) ?? one,
        list: state.list?.filter((other) => other.id !== id) ?? null,
      }));
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
    async fileOf(id) {
      const loaded = await load(id);
      const one = listed(id);
      if (!loaded || !one) return null;
      const kept = states.get(id) ?? (one.fleeting ? null : await keeper.state(id).catch(() => null));
      return {
        setup: loaded.setup,
        title: one.title,
        cores: one.cores,
        made: one.made,
        log: loaded.log,
        kept,
      };
    },
    async add({ setup, title, cores, made, log, kept }) {
      const one = await create(setup, { title, cores, made, ...trainingProgress(log) });
      loadedAs(one.id, () => ({
        setup,
        log,
        snapshots: kept ? [kept.snapshot] : [],
        goesOnFrom: kept?.state.step ?? 0,
      }));
      if (kept) states.set(one.id, kept);
      if (!one.fleeting)
        await keeper
          .setLog(one.id, log)
          .then(() => kept && keeper.putState(one.id, kept))
          .catch(noRoom);
      return one.id;
    },
  };
}

const left = () => new DOMException('A person stopped the training.', 'AbortError');

/** Who goes on needs no groups, which are most of a log. */
const withoutGroup = ({ at, event }: TrainingEntry): TrainingEntry => ({
  at,
  event: event.type === 'step-done' ? { ...event, group: null } : event,
});
