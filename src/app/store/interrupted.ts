import type { Experiment } from '#experiment/experiment.ts';
import { isInterrupted } from '#run/interrupted.ts';
import type { AppState } from './app-state.ts';
import { experimentOf } from './main-tab.ts';

/** The experiment of the run on the stage, where that one broke off and nothing else runs: it can be gone on from. */
export function interruptedOnStage({ log, phase }: Pick<AppState, 'log' | 'phase'>): Experiment | null {
  return log && phase === 'idle' && isInterrupted(log.entries) ? (experimentOf(log) ?? null) : null;
}
