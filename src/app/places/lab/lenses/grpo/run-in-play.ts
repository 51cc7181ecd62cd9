import { embeddedModel } from '#policy/models.ts';
import { fold } from '#run/fold.ts';
import { emptyRun, type RunState } from '#run/state.ts';
import type { AppState } from '#app/store/app-state.ts';

/** The run that is open in Play, to its end wherever the person looks; null while it goes on, or where its model is not at hand here. */
export function runInPlay({
  phase,
  log,
  view: { experiment },
}: Pick<AppState, 'phase' | 'log' | 'view'>): RunState | null {
  const model = experiment && embeddedModel(experiment.model);
  if (!log || phase !== 'idle' || !model || model.verifier) return null;
  return fold(emptyRun, log.entries);
}
