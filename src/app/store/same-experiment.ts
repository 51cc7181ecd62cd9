import type { Experiment } from '#experiment/experiment.ts';

/** Whether two experiments are the same. Both come out of the same schema, but maybe with their fields in another order. */
export function sameExperiment(a: Experiment, b: Experiment): boolean {
  return a === b || same(a, b);
}

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const left = new Map(Object.entries(a));
  const right = new Map(Object.entries(b));
  return (
    left.size === right.size &&
    [...left].every(([key, value]) => right.has(key) && same(value, right.get(key)))
  );
}
