import type { StoreApi } from 'zustand/vanilla';
import { sameRun } from '#run/by-run.ts';
import type { AppState } from './app-state.ts';
import { isLive, lengthOf, moved } from './transitions.ts';

/** The browser's frames and clock, handed in so that tests can turn them by hand. */
export interface Frames {
  readonly now: () => number;
  readonly request: (callback: () => void) => number;
  readonly cancel: (handle: number) => void;
}

/** Moves the cursor while `playing` is true, at most once a frame. Returns what stops it for good. */
export function startPlayer(store: StoreApi<AppState>, frames: Frames): () => void {
  let frame: number | null = null;
  let startedAt = 0;
  let startedFrom = 0;
  let lastCursor = -1;

  function rebase(state: AppState): void {
    startedAt = frames.now();
    startedFrom = state.cursor;
    lastCursor = state.cursor;
  }

  function tick(): void {
    frame = null;
    const state = store.getState();
    if (!state.playing || !state.log) return;
    // A person moved the cursor while it played: go on from there.
    if (state.cursor !== lastCursor) rebase(state);
    const target = Math.min(lengthOf(state), targetCursor(state, startedFrom, frames.now() - startedAt));
    if (target > state.cursor) {
      const change = moved(state, target);
      store.setState({ ...change, following: false });
      lastCursor = target;
    }
    const { cursor } = store.getState();
    const length = lengthOf(store.getState());
    // At the end of a run that goes on: wait there for more.
    if (cursor === length && isLive(state)) rebase(store.getState());
    else if (cursor === length) store.setState({ following: true, playing: false });
    if (store.getState().playing) frame = frames.request(tick);
  }

  const unsubscribe = store.subscribe((state, before) => {
    if (
      state.playing &&
      (!before.playing || state.speed !== before.speed || !sameRunOnStage(state, before))
    ) {
      rebase(state);
      frame ??= frames.request(tick);
    }
    if (!state.playing && frame !== null) {
      frames.cancel(frame);
      frame = null;
    }
  });
  return () => {
    unsubscribe();
    if (frame !== null) frames.cancel(frame);
  };
}

function sameRunOnStage({ log }: AppState, before: AppState): boolean {
  return (
    log === before.log || (log !== null && before.log !== null && sameRun(log.entries, before.log.entries))
  );
}

/** Steps a second: a short run takes less than its five seconds. */
const slowestInFive = 20;

function targetCursor(state: AppState, from: number, elapsedMs: number): number {
  if (state.speed === 'in-five-seconds')
    return from + Math.floor((elapsedMs * Math.max(slowestInFive, lengthOf(state) / 5)) / 1000);
  if (state.speed !== 'as-it-happened') return from + Math.floor((elapsedMs * state.speed) / 1000);
  const entries = state.log?.entries ?? [];
  const until = (entries[from]?.at ?? 0) + elapsedMs;
  let cursor = state.cursor;
  for (let next = entries[cursor]; next && next.at <= until; next = entries[cursor]) cursor++;
  return cursor;
}
