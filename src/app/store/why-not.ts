import { problemUnavailable, unavailable, verifierUnavailable } from '../../experiment/describe.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { judgeOf } from '../models/abilities.ts';
import { abilitiesOf, type LibraryState, modelUnavailable } from './library-state.ts';

/** Why an experiment cannot be run on this page, in words; null where it can, or could once its model is fetched. */
export function whyNot({ model: id, strategy, problem }: Experiment, library: LibraryState): string | null {
  const model = abilitiesOf(id, library);
  const verifier = 'verifier' in strategy ? verifierUnavailable(strategy.verifier, strategy, model, problem, judgeOf(strategy.verifier)) : null;
  return modelUnavailable(library, id) ?? problemUnavailable(problem.family, model) ?? unavailable(strategy, model) ?? verifier;
}
