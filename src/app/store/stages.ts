import { createStore, type StoreApi } from 'zustand/vanilla';
import { chosenAgain, type WayToChoose } from '#answers/choose-again.ts';
import { emptyRun, type RunState } from '#run/state.ts';
import { stateAt } from '#run/timeline.ts';
import { algorithmStepFrom, cursorAt, extentOf, oneStepFrom, type Pace, placeAt } from '#run/together.ts';
import type { App } from './app.ts';
import type { TimeActions } from './time-actions.ts';
import type { Frames } from './player.ts';
import { createSideApp, type SideApp } from './side-app.ts';
import { type StageSide, sidesOf } from './sides.ts';

/** Seconds in which the whole comparison plays. */
export type PlaySeconds = 5 | 20 | 60;
export const playSeconds: readonly PlaySeconds[] = [5, 20, 60];

export interface StagesState {
  readonly sides: readonly StageSide[];
  /** What of each side is seen, in their order. */
  readonly views: readonly RunState[];
  readonly pace: Pace;
  /** Where all sides stand, in units of the pace. */
  readonly place: number;
  /** Where the last of them ends. */
  readonly extent: number;
  /** Every side is at its end, and goes on with it while it runs. */
  readonly following: boolean;
  readonly playing: boolean;
  readonly seconds: PlaySeconds;
  /** The side in which something was selected last. */
  readonly inspected: string | null;
}

/** Several small stages on one timeline. */
export interface Stages extends TimeActions {
  readonly store: StoreApi<StagesState>;
  /** The app as the parts of one side's stage know it. */
  readonly appOf: (side: string) => App;
  readonly setPace: (pace: Pace) => void;
  readonly setSeconds: (seconds: PlaySeconds) => void;
}

const initial: StagesState = {
  sides: [],
  views: [],
  pace: 'tokens',
  place: 0,
  extent: 0,
  following: true,
  playing: false,
  seconds: 5,
  inspected: null,
};

const known = new WeakMap<App, Stages>();

/** The small stages of an app; they are made when they are first looked at. */
export function stagesOf(app: App, frames: Frames): Stages {
  const stages = known.get(app) ?? createStages(app, frames);
  known.set(app, stages);
  return stages;
}

export function createStages(app: App, frames: Frames): Stages {
  const { compare } = app.runs;
  const store = createStore<StagesState>(() => initial);
  const apps = new Map<string, SideApp>();
  const get = store.getState;
  const logs = () => get().sides.flatMap(({ log }) => (log ? [log.entries] : []));
  const running = () => get().sides.some(({ phase }) => phase === 'running' || phase === 'waiting');

  /** Everything of the sides that follows from their logs and the place on the timeline. */
  function update(change: Partial<StagesState> = {}): void {
    const before = get();
    const now = { ...before, ...change };
    const all = now.sides.flatMap(({ log }) => (log ? [log.entries] : []));
    const extent = extentOf(all, now.pace);
    const place = now.following ? extent : Math.min(now.place, extent);
    const cursors = now.sides.map(({ log }) =>
      !log ? 0 : now.following ? log.entries.length : cursorAt(log.entries, now.pace, place),
    );
    const views = now.sides.map((side, at) => viewOf(side, cursors[at] ?? 0));
    store.setState({ ...change, extent, place, views });
    for (const [at, side] of now.sides.entries()) {
      sideOf(side.id).put(side, {
        cursor: cursors[at] ?? 0,
        view: views[at] ?? emptyRun,
        following: now.following,
        playing: now.playing,
      });
    }
  }

  /** Reads the sides anew; where others stand there than before, all are shown at their end. */
  function follow(): void {
    if (app.store.getState().tab !== 'compare') return pause();
    const sides = sidesOf(app.store.getState(), compare.store.getState());
    const before = get().sides;
    const others = sides.length !== before.length || sides.some((side, at) => isOther(side, before[at]));
    // With a side that is gone goes what it had of its own.
    for (const id of apps.keys()) if (!sides.some((side) => side.id === id)) apps.delete(id);
    update({ sides, ...(others ? { following: true, playing: false, inspected: null } : {}) });
  }

  function sideOf(id: string): SideApp {
    const made = apps.get(id) ?? createSideApp(app, needsOf(id));
    apps.set(id, made);
    return made;
  }

  function needsOf(id: string) {
    const side = () => get().sides.find((one) => one.id === id);
    return {
      time: {
        ...time,
        seek(cursor: number) {
          const log = side()?.log;
          if (log) time.seek(placeAt(log.entries, get().pace, cursor));
        },
      },
      open() {
        const log = side()?.log;
        if (log) app.runs.openCompared(log);
        return log != null && app.store.getState().log === log;
      },
      onSelect() {
        const selects = sideOf(id).app.store.getState().selection !== null;
        if (!selects) return;
        for (const [other, { app: one }] of apps)
          if (other !== id && one.store.getState().selection) one.store.setState({ selection: null });
        store.setState({ inspected: id });
      },
    };
  }

  let frame: number | null = null;
  let last = 0;
  function play(): void {
    last = frames.now();
    frame ??= frames.request(tick);
  }
  function tick(): void {
    frame = null;
    const { playing, place, extent, seconds } = get();
    if (!playing) return;
    const now = frames.now();
    const next = place + (Math.max(extent, 1) * (now - last)) / (1000 * seconds);
    last = now;
    // At the end of what goes on: wait there for more.
    if (next < extent || running()) update({ place: Math.min(next, extent), following: false });
    else update({ following: true, playing: false });
    if (get().playing) frame ??= frames.request(tick);
  }
  function pause(): void {
    if (get().playing) store.setState({ playing: false });
    if (frame !== null) frames.cancel(frame);
    frame = null;
  }

  /** A place that a person chose: at the end all follow again. */
  function seek(place: number): void {
    pause();
    const { extent } = get();
    update({ place: Math.max(0, place), following: place >= extent, playing: false });
  }

  const time: TimeActions = {
    seek,
    step(by) {
      const { pace, place } = get();
      seek(oneStepFrom(logs(), pace, place, by));
    },
    stepAlgorithm(way) {
      const { pace, place } = get();
      seek(algorithmStepFrom(logs(), pace, place, way));
    },
    toEnd: () => seek(Infinity),
    togglePlay() {
      const { playing, following, place, extent } = get();
      if (extent === 0) return;
      if (playing || (following && running())) {
        pause();
        return update({ following: false, playing: false });
      }
      update({ playing: true, following: false, place: following || place >= extent ? 0 : place });
      play();
    },
  };
  compare.time.current = time;
  app.store.subscribe(follow);
  compare.store.subscribe(follow);
  follow();

  return {
    ...time,
    store,
    appOf: (id) => sideOf(id).app,
    /** All stay as near as can be to where the first of those that go on is. */
    setPace(pace) {
      const { sides, views, following } = get();
      const at = sides.findIndex(({ log }, one) => log && (views[one]?.cursor ?? 0) < log.entries.length);
      const log = sides[at]?.log;
      update({
        pace,
        ...(following || !log ? {} : { place: placeAt(log.entries, pace, views[at]?.cursor ?? 0) }),
      });
    },
    setSeconds: (seconds) => store.setState({ seconds }),
  };
}

/** What is seen of a side. */
function viewOf({ log, way }: StageSide, cursor: number): RunState {
  if (!log) return emptyRun;
  const state = stateAt(log.entries, cursor);
  if (!way) return state;
  const made = again.get(state) ?? new Map<WayToChoose, RunState>();
  again.set(state, made);
  const view = made.get(way) ?? chosenAgain(state, way);
  made.set(way, view);
  return view;
}

/** Made once for each state, so that what has not changed is the same object. */
const again = new WeakMap<RunState, Map<WayToChoose, RunState>>();

/** Whether another run stands there than before. A run's first entry is its own, however far it has come. */
function isOther(side: StageSide, before: StageSide | undefined): boolean {
  const start = before?.log?.entries[0];
  return side.id !== before?.id || (start !== undefined && start !== side.log?.entries[0]);
}
