import type { Comparison } from '#experiment/comparison.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { Moment } from '#experiment/moment.ts';
import type { AppState, RunLog } from './app-state.ts';

/** What an address says: the experiment, the comparison while it is shown, and what a link of it was opened at. */
export interface SetupPlace {
  readonly experiment: Experiment;
  readonly arms: Comparison['arms'] | null;
  readonly tokens: number | null;
  readonly moment: Moment | null;
}

export const sameSetup = (a: SetupPlace, b: SetupPlace | null): boolean =>
  a.experiment === b?.experiment && a.arms === b.arms && a.tokens === b.tokens && a.moment === b.moment;

/** A place in the browser's history: the setup that stood there and what was on the stage with it. */
export interface Place extends SetupPlace {
  readonly from: AppState['draftFrom'];
  readonly log: RunLog | null;
  readonly branches: AppState['branches'];
}

/** Runs of places that were left, kept for who comes back. A run may be some ten megabytes. */
export const runsKept = 8;
/** Browsers keep fewer. */
const placesKept = 100;

export interface Places {
  readonly get: (mark: string) => Place | undefined;
  /** What is at a place now. It becomes the one that was last looked at. */
  readonly keep: (mark: string, place: Place) => void;
  /** A run that was shown somewhere has come further. */
  readonly grew: (before: RunLog, after: RunLog) => void;
}

/** Remembers places by their marks; of those looked at longest ago it lets go the runs, and says that they are gone. */
export function createPlaces(): Places {
  const places = new Map<string, Place>();
  return {
    get: (mark) => places.get(mark),
    keep(mark, place) {
      places.delete(mark);
      places.set(mark, place);
      const kept = new Set<RunLog>();
      for (const [at, one] of [...places].toReversed()) {
        const logs = logsOf(one);
        const fits = at === mark || new Set([...kept, ...logs]).size <= runsKept;
        if (fits) for (const log of logs) kept.add(log);
        else places.set(at, { ...one, from: 'history', log: null, branches: [] });
      }
      for (const at of [...places.keys()].slice(0, -placesKept)) places.delete(at);
    },
    grew(before, after) {
      for (const [at, place] of places) {
        if (!logsOf(place).includes(before)) continue;
        const branches = place.branches.map((one) => (one.log === before ? { ...one, log: after } : one));
        places.set(at, { ...place, log: place.log === before ? after : place.log, branches });
      }
    },
  };
}

const logsOf = ({ log, branches }: Place): readonly RunLog[] => [
  ...(log ? [log] : []),
  ...branches.map((branch) => branch.log),
];
