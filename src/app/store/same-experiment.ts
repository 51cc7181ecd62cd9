import { deepEqual } from '#experiment/deep-equal.ts';
import type { Experiment } from '#experiment/experiment.ts';

/** Whether two experiments are the same. Both come out of the same schema, but maybe with their fields in another order. */
export function sameExperiment(a: Experiment, b: Experiment): boolean {
  return deepEqual(a, b);
}
