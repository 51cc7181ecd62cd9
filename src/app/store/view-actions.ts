import type { StoreApi } from 'zustand/vanilla';
import type { ViewActions } from './actions.ts';
import type { AppState } from './app-state.ts';
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

export function createViewActions(store: StoreApi<AppState>, library: LibraryControl): ViewActions {
  const set = store.setState;

  /** Another dialog takes a question about a download back. */
  function unask(): void {
    if (store.getState().library.question) library.ask(null);
  }

  return {
    seek: (cursor) => set((state) => ({ ...moved(state, cursor), playing: false })),
    step: (by) => set((state) => stepped(state, by)),
    stepAlgorithm: (way) => set((state) => steppedAlgorithm(state, way)),
    toEnd: () => set((state) => ({ ...moved(state, lengthOf(state)), playing: false })),
    togglePlay: () => set(toggledPlay),
    setSpeed: (speed) => set({ speed }),
    showTab: (tab) => set({ tab }),
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
  };
}
