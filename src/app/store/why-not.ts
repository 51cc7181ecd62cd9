import { problemUnavailable } from '#experiment/fit.ts';
import { whyNotStrategy } from '#words/describe.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { problems } from '#words/en/problems.ts';
import { judgeUnavailable } from '../models/second-model.ts';
import { abilitiesOf, type LibraryState, modelUnavailable } from './library-state.ts';

/** Why an experiment cannot be run on this page, in words; null where it can, or could once its model is fetched. */
export function whyNot({ model: id, strategy, problem }: Experiment, library: LibraryState): string | null {
  const model = abilitiesOf(id, library);
  const other = problemUnavailable(problem.family, model);
  return (
    modelUnavailable(library, id) ??
    (other && problems.onlyKnows(other)) ??
    whyNotStrategy(strategy, model) ??
    judgeUnavailable(strategy, model, problem)
  );
}
