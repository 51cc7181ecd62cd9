import { createStore } from 'zustand/vanilla';
import { sameRun } from '#run/by-run.ts';
import type { RunState } from '#run/state.ts';
import type { App } from './app.ts';
import type { AppState } from './app-state.ts';
import type { TimeActions } from './time-actions.ts';
import { firstPicture, type StageSide } from './sides.ts';
import { emptyStage } from './transitions.ts';
import { createViewActions } from './view-actions.ts';

/** A small stage's own app, and what puts a run at some step into it. */
export interface SideApp {
  readonly app: App;
  readonly put: (side: StageSide, at: SideMoment) => void;
}

export interface SideMoment {
  readonly cursor: number;
  readonly view: RunState;
  readonly following: boolean;
  readonly playing: boolean;
}

export interface SideNeeds {
  /** Moves all sides together, so that this one comes to a cursor of its own run. */
  readonly time: TimeActions;
  /** Its run takes the stage, unless another one goes on there: returns whether it did. */
  readonly open: () => boolean;
  /** Something in it was selected. */
  readonly onSelect: () => void;
}

type Own = Pick<
  AppState,
  | keyof typeof emptyStage
  | 'selection'
  | 'tab'
  | 'enlarged'
  | 'treeCamera'
  | 'branches'
  | 'phase'
  | 'openingFailure'
>;

const emptySide: Own = {
  ...emptyStage,
  selection: null,
  tab: 'thoughts',
  enlarged: null,
  treeCamera: 'small',
  branches: [],
  phase: 'idle',
  openingFailure: null,
};

/**
 * The app as the parts of a stage know it, with a run, a step and a selection of its own; all else is the page's. So every
 * picture of the stage draws in a small one unchanged. What changes a run opens it large first.
 */
export function createSideApp(app: App, { time, open, onSelect }: SideNeeds): SideApp {
  let own = emptySide;
  const store = createStore<AppState>(() => ({ ...app.store.getState(), ...own }));
  const view = createViewActions(store, {
    library: app.models,
    compare: app.runs.compare,
    address: app.view,
  });
  const largeFirst =
    <Given extends readonly unknown[]>(act: (...given: Given) => void) =>
    (...given: Given): void => {
      if (open()) act(...given);
    };
  return {
    app: {
      ...app,
      store,
      view: {
        ...app.view,
        ...time,
        toggleFold: view.toggleFold,
        unfold: view.unfold,
        setTreeCamera: view.setTreeCamera,
        enlarge: view.enlarge,
        showTab: (tab) => store.setState({ tab }),
        select(selection) {
          view.select(selection);
          onSelect();
        },
      },
      runs: {
        ...app.runs,
        editAt: largeFirst(app.runs.editAt),
        editThought: largeFirst(app.runs.editThought),
        prune: largeFirst(app.runs.prune),
        resume: largeFirst(app.runs.resume),
      },
    },
    put(side, moment) {
      const { log, phase } = side;
      const now = store.getState();
      const other =
        !log || !now.log || !sameRun(log.entries, now.log.entries)
          ? { ...emptySide, tab: firstPicture(side) }
          : {};
      const { selection, tab, enlarged, treeCamera, folded } = { ...now, ...other };
      own = {
        ...emptySide,
        selection,
        tab,
        enlarged,
        treeCamera,
        folded,
        ...moment,
        log,
        phase: phase === 'running' ? 'running' : 'idle',
      };
      store.setState({ ...app.store.getState(), ...own }, true);
    },
  };
}
