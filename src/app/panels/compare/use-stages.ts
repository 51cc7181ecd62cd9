import { useStore } from 'zustand';
import { browserFrames } from '#app/browser.ts';
import { type Stages, type StagesState, stagesOf } from '#app/store/stages.ts';
import { useActions } from '#app/store/use-app.tsx';

/** The small stages; to be asked for outside of them. */
export function useStages(): Stages {
  return stagesOf(useActions(), browserFrames);
}

export function useStagesState<T>(part: (state: StagesState) => T): T {
  return useStore(useStages().store, part);
}
