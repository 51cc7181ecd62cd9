import { useStore } from 'zustand';
import { deepEqual } from '#experiment/deep-equal.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { comparedExperiments, type CompareState } from '#app/store/compare.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';

/** What was compared last, what would be now, and whether that is something else. */
export function useComparison(): CompareState & {
  readonly experiments: readonly Experiment[];
  readonly changed: boolean;
} {
  const app = useActions();
  const state = useStore(app.runs.compare.store);
  const draft = useApp(({ draft: set }) => set);
  const library = useApp(({ library: known }) => known);
  const experiments = comparedExperiments(draft, state, library);
  // What a lesson put together is not what the choices say, and need not be.
  const changed =
    state.runs.length > 0 &&
    state.runs.every(({ name }) => name === undefined) &&
    !deepEqual(
      state.runs.map(({ experiment }) => experiment),
      experiments,
    );
  return { ...state, experiments, changed };
}
