import type { StoreApi } from 'zustand/vanilla';
import type { ViewActions } from './actions.ts';
import type { Address } from './address.ts';
import type { AppState } from './app-state.ts';
import type { Compare } from './compare.ts';
import type { TimeActions } from './time-actions.ts';
import { experimentOf } from './main-tab.ts';
import { sameExperiment } from './same-experiment.ts';
import { loadSetup } from './setup.ts';
import type { LibraryControl } from './library-control.ts';
import {
  foldToggled,
  lengthOf,
  moved,
  selected,
  stepped,
  steppedAlgorithm,
  toggledPlay,
} from './transitions.ts';

export interface ViewNeeds {
  readonly library: Pick<LibraryControl, 'ask'>;
  readonly compare: Pick<Compare, 'store' | 'open' | 'suggest' | 'time'>;
  readonly address: Pick<Address, 'toPlay'>;
}

export function createViewActions(
  store: StoreApi<AppState>,
  { library, compare, address }: ViewNeeds,
): ViewActions {
  const set = store.setState;
  /** Moves the run on the stage, or all that stand side by side there. */
  const time = (): TimeActions | null =>
    store.getState().tab === 'compare' ? compare.time.current : ofTheRun;
  const ofTheRun: TimeActions = {
    seek: (cursor) => set((state) => ({ ...moved(state, cursor), playing: false })),
    step: (by) => set((state) => stepped(state, by)),
    stepAlgorithm: (way) => set((state) => steppedAlgorithm(state, way)),
    toEnd: () => set((state) => ({ ...moved(state, lengthOf(state)), playing: false })),
    togglePlay: () => set(toggledPlay),
  };

  /** Another dialog takes a question about a download back. */
  function unask(): void {
    if (store.getState().library.question) library.ask(null);
  }

  return {
    toPlay: address.toPlay,
    seek: (cursor) => time()?.seek(cursor),
    step: (by) => time()?.step(by),
    stepAlgorithm: (way) => time()?.stepAlgorithm(way),
    toEnd: () => time()?.toEnd(),
    togglePlay: () => time()?.togglePlay(),
    setSpeed: (speed) => set({ speed }),
    showTab(tab) {
      const { opened } = compare.store.getState();
      if (tab === 'compare' && !opened) compare.suggest(store.getState().draft.strategy.kind);
      if (tab !== 'compare' || !opened) return set({ tab });
      compare.open(null);
      // A side that was opened large brought its own setup along. Unless that was changed, the comparison's comes back.
      set((state) => {
        const own = experimentOf(opened.log);
        const unchanged = own !== null && sameExperiment(own, state.draft);
        return { tab, ...(unchanged ? loadSetup(state, opened.draft, 'person') : {}) };
      });
    },
    select: (selection) => set(selected(selection)),
    toggleFold: (node) => set((state) => foldToggled(state, node)),
    unfold(nodes) {
      if (nodes.length === 0) return;
      set(({ folded }) => ({ folded: new Set([...folded].filter((node) => !nodes.includes(node))) }));
    },
    setTreeCamera: (treeCamera) => set({ treeCamera }),
    enlarge: (enlarged) => set({ enlarged }),
    showThinking: (showThinking) => set({ showThinking }),
    openSetup: (setupOpen) => set({ setupOpen }),
    openTeacher: (teacherOpen) => set({ teacherOpen }),
    present: (presenting) => set({ presenting }),
    openDialog(dialog) {
      unask();
      set({ dialog });
    },
    openTraining(training) {
      unask();
      set({ dialog: 'training', training });
    },
    dismissNotice: () => set({ notice: null }),
    dismissFailure: () => set({ openingFailure: null }),
    dismissShared: () => set({ shared: null }),
  };
}
