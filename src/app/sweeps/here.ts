import { problemsOf } from '#lab/sweeps/problems.ts';
import { lookAtOwn } from '../own-models/own-models.ts';
import { onRecordsChanged } from '../records/changes.ts';
import { held } from '../records/held.ts';
import { sweepLock } from '../records/live.ts';
import { addOutcomes, listSweeps, outcomesOf, putSweep, removeSweep } from '../records/sweep-records.ts';
import { labWorkers } from '../places/lab/lab-workers.ts';
import type { App } from '../store/app.ts';
import { isLive } from '../store/transitions.ts';
import { sweepMark, tellSweepGoes } from './door.ts';
import type { SweepKeeper } from './keeper.ts';
import { createSweeps } from './sweeps.ts';
import type { Sweeps } from './sweeps-around.ts';

const keeper: SweepKeeper = {
  list: listSweeps,
  put: putSweep,
  add: addOutcomes,
  outcomes: outcomesOf,
  remove: removeSweep,
  onChanged: (callback) => onRecordsChanged((changed) => changed === 'sweeps' && callback()),
  hold: (id) => held(sweepLock(id)),
};

const known = new WeakMap<App, Sweeps>();

/** The sweeps of the page. */
export function sweepsOf(app: App): Sweeps {
  const there = known.get(app);
  if (there) return there;
  const { store } = app;
  const made = createSweeps({
    keeper,
    workers: labWorkers,
    problemsOf,
    play: {
      isLive: () => isLive(store.getState()),
      subscribe(changed) {
        let before = isLive(store.getState());
        return store.subscribe((state) => {
          if (isLive(state) === before) return;
          before = !before;
          changed();
        });
      },
    },
    now: () => Date.now(),
    // `randomUUID` is not there over plain http.
    newId: () => [...crypto.getRandomValues(new Uint32Array(2))].map((part) => part.toString(36)).join('-'),
    later(callback, milliseconds) {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
    mark: sweepMark,
    onGoing: tellSweepGoes,
  });
  // A sweep that goes on by itself may be over models of the person's own: the workers are to know them.
  const sweeps: Sweeps = {
    ...made,
    async wake() {
      await lookAtOwn();
      await made.wake();
    },
  };
  known.set(app, sweeps);
  return sweeps;
}
