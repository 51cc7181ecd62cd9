import type { ModelAbilities } from '#experiment/abilities.ts';
import { type Family, families } from '#experiment/families.ts';
import { type OtherFamily, problemUnavailable } from '#experiment/fit.ts';
import type { Problem } from '#experiment/problem.ts';

/** The families that a set's problems are of, in the page's order. */
export function familiesOf(problems: readonly Problem[]): readonly Family[] {
  const found = new Set(problems.map(({ family }) => family));
  return families.filter((family) => found.has(family));
}

/** Why a model cannot answer every problem of a set; null where it can. Problems in words need a model that reads them. */
export function setUnavailable(asked: readonly Family[], model: ModelAbilities): OtherFamily | null {
  for (const family of asked) {
    const misfit = problemUnavailable(family, model);
    if (misfit) return misfit;
  }
  return null;
}
