import { createStore } from 'zustand/vanilla';
import type { TrainingSetup } from '#train/setup.ts';
import { createKeptItems } from '../kept/kept-items.ts';
import { withEntry } from '../kept/kept-items-state.ts';
import type { KeptState } from './archive.ts';
import { createTrainingControl } from './training-control.ts';
import type { Trainings, TrainingsAround } from './trainings-around.ts';
import {
  type ListedTraining,
  type LoadedTraining,
  noTrainings,
  trainingProgress,
  type TrainingsState,
} from './trainings-state.ts';

export function createTrainings(around: TrainingsAround): Trainings {
  const { archive, now } = around;
  const store = createStore<TrainingsState>(() => noTrainings);
  const get = store.getState;
  const set = store.setState;
  /** The last state of each training that the browser does not keep. */
  const states = new Map<string, KeptState>();
  const kept = createKeptItems<ListedTraining, LoadedTraining>({
    archive,
    get,
    set,
    later: around.later,
    async read({ id, setup }) {
      const [log, last] = await Promise.all([archive.log(id), archive.state(id)]);
      const own = get().loaded.get(id)?.snapshots ?? [];
      return {
        setup,
        log,
        snapshots: last && own.length === 0 ? [last.snapshot] : own,
        goesOnFrom: last?.state.step ?? 0,
      };
    },
    end: () => control.stopped(),
    onForgotten: (id) => states.delete(id),
  });
  const { listed, load, put } = kept;
  const control = createTrainingControl(around, store, kept, states);
  const { goOn } = control;

  const loadedAs = (id: string, change: Partial<LoadedTraining>) =>
    set(({ loaded }) => {
      const before = loaded.get(id);
      return before ? { loaded: withEntry(loaded, id, { ...before, ...change }) } : {};
    });

  async function create(setup: TrainingSetup, more: Partial<ListedTraining> = {}): Promise<ListedTraining> {
    await kept.known();
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
      fleeting: kept.keepsNothing(),
      ...more,
    };
    await put(one);
    set(({ loaded }) => ({
      loaded: withEntry(loaded, one.id, { setup, log: [], snapshots: [], goesOnFrom: 0 }),
    }));
    return listed(one.id) ?? one;
  }

  return {
    store,
    refresh: kept.refresh,
    setDraft: (draft) => set({ draft }),
    async start(setup) {
      const { id } = await create(setup);
      void goOn(id);
      return id;
    },
    load,
    goOn,
    pause: control.pause,
    stop: control.stop,
    async extend(id, steps) {
      const one = listed(id);
      const loaded = await load(id);
      if (!one || !loaded) return;
      const setup: TrainingSetup = { ...one.setup, steps };
      loadedAs(id, { setup });
      await put({ ...one, setup });
      await goOn(id);
    },
    async rename(id, title) {
      const one = listed(id);
      if (one) await put({ ...one, title: title.trim().slice(0, 120) });
    },
    remove: kept.remove,
    undoRemove: kept.undoRemove,
    forgetRemoved: kept.forgetRemoved,
    async fileOf(id) {
      const loaded = await load(id);
      const one = listed(id);
      if (!loaded || !one) return null;
      const last = states.get(id) ?? (one.fleeting ? null : await archive.state(id).catch(() => null));
      return {
        setup: loaded.setup,
        title: one.title,
        cores: one.cores,
        made: one.made,
        log: loaded.log,
        kept: last,
      };
    },
    async add({ setup, title, cores, made, log, kept: last }) {
      const one = await create(setup, { title, cores, made, ...trainingProgress(log) });
      loadedAs(one.id, {
        log,
        snapshots: last ? [last.snapshot] : [],
        goesOnFrom: last?.state.step ?? 0,
      });
      if (last) states.set(one.id, last);
      if (!one.fleeting) {
        await kept.written(
          archive.setLog(one.id, log).then(() => (last ? archive.putState(one.id, last) : undefined)),
        );
      }
      return one.id;
    },
  };
}
