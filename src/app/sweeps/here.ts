import { problemsOf } from '#lab/sweeps/problems.ts';
import { lookAtOwn } from '../own-models/own-models.ts';
import { onRecordsChanged } from '../records/changes.ts';
import { held } from '../records/held.ts';
import { sweepLock } from '../records/live.ts';
import { addOutcomes, listSweeps, outcomesOf, putSweep, removeSweep } from '../records/sweep-records.ts';
import { labWorkers } from '../places/lab/lab-workers.ts';
import { besidePlay } from '../beside-play.ts';
import type { App } from '../store/app.ts';
import { tellLabActivity } from '../lab-activity.ts';
import type { SweepArchive } from './archive.ts';
import { createSweeps } from './sweeps.ts';
import { sweepMark } from './sweep-mark.ts';
import type { Sweeps } from './sweeps-around.ts';

const archive: SweepArchive = {
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
  const made = createSweeps({
    archive,
    workers: labWorkers,
    problemsOf,
    ...besidePlay(app),
    mark: sweepMark,
    onGoing: (goes) => tellLabActivity('sweep', goes),
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
