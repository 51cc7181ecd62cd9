import { shallow } from 'zustand/vanilla/shallow';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Later } from '#worker/watch.ts';
import type { AppState } from './app-state.ts';
import { isLive } from './transitions.ts';

/** Milliseconds for which what is read stays as it is while a run moves. */
const readable = 120;

export interface CalmStore {
  readonly store: StoreApi<AppState>;
  /** Begins to follow; returns what ends that. */
  readonly follow: () => () => void;
}

/**
 * The same state for what is read and not watched: while a run plays or comes, its steps arrive some eight times a second, as
 * nobody reads faster and each costs the page's thread time. Everything else is there at once, and so is the step at which it
 * stops.
 *
 * @param now a clock in milliseconds.
 */
export function calmed(store: StoreApi<AppState>, now: () => number, later: Later): CalmStore {
  const calm = createStore<AppState>(() => store.getState());
  return {
    store: { ...calm, setState: store.setState },
    follow() {
      let spare: (() => void) | null = null;
      let copied = 0;
      const copy = () => {
        copied = now();
        spare?.();
        spare = null;
        calm.setState(store.getState(), true);
      };
      copy();
      const unsubscribe = store.subscribe((state) => {
        const isCalm = isMoving(state) && onlyMoved(calm.getState(), state);
        // In the frame that brings a step, where there is one, so that the page is drawn once for both.
        if (isCalm && now() - copied < readable) spare ??= later(copy, readable);
        else copy();
      });
      return () => {
        unsubscribe();
        spare?.();
      };
    },
  };
}

const isMoving = (state: AppState): boolean => state.playing || (isLive(state) && state.following);

/** Whether there is nothing new but further steps of the run. */
function onlyMoved(before: AppState, after: AppState): boolean {
  const { log, cursor, view, branches } = before;
  return (
    (log === null) === (after.log === null) && shallow(before, { ...after, log, cursor, view, branches })
  );
}
