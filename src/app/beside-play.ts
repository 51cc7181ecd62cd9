import type { App } from './store/app.ts';
import { isLive } from './store/transitions.ts';

/** What long work beside Play gets from the browser: sweeps and trainings give way to a run that goes on there. */
export interface BesidePlay {
  readonly play: {
    readonly isLive: () => boolean;
    /** Calls back when a run in Play begins or ends; returns what ends that. */
    readonly subscribe: (changed: () => void) => () => void;
  };
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
  /** Calls back after so many milliseconds; returns what takes that back. */
  readonly later: (callback: () => void, milliseconds: number) => () => void;
}

export const besidePlay = ({ store }: Pick<App, 'store'>): BesidePlay => ({
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
});
