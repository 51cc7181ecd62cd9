import { useCallback, useState } from 'react';
import type { RunState } from '#run/state.ts';
import type { CameraMode } from '#views/search-tree/camera.ts';
import { isOver } from '#views/search-tree/tree-scene.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';

/**
 * How the tree is shown: as a person has it, but a tree that is done as a whole, where nobody has chosen to follow it in this run.
 */
export function useTreeMode(view: RunState) {
  const app = useActions();
  const wished = useApp((state) => state.treeCamera);
  const { experiment } = view;
  const [chosenIn, setChosenIn] = useState<typeof experiment>(null);
  const isChosen = experiment !== null && chosenIn === experiment;
  const setMode = useCallback(
    (mode: CameraMode) => {
      setChosenIn(experiment);
      app.view.setTreeCamera(mode);
    },
    [app, experiment],
  );
  const mode: CameraMode = wished === 'follow' && !isChosen && isOver(view) ? 'small' : wished;
  return { mode, setMode };
}
