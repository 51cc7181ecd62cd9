import type { Experiment } from '#experiment/experiment.ts';
import type { AppState } from './app-state.ts';

/**
 * The one way in for a whole setup: preset, surprise, link, history, import, recorded or compared run, branch, a model
 * before and after its training. What was typed over the one before has had its time: fields let go of it, and what of
 * it could not be meant keeps nothing from running.
 */
export function loadSetup(
  { setups }: Pick<AppState, 'setups'>,
  experiment: Experiment,
  from: AppState['draftFrom'],
): Pick<AppState, 'draft' | 'draftFrom' | 'setups' | 'invalid'> {
  // A problem of its own each time: a form lets go of what was typed once the problem is another one.
  return {
    draft: { ...experiment, problem: { ...experiment.problem } },
    draftFrom: from,
    setups: setups + 1,
    invalid: {},
  };
}
