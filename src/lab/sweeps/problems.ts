import { heldOutProblems } from '#experiment/held-out.ts';
import type { Problem } from '#experiment/problem.ts';
import type { ProblemSource } from './spec.ts';

/** The problems of a sweep, in order. */
export interface SweepProblems {
  readonly problems: readonly Problem[];
  /** How many fewer there are than were asked for. */
  readonly missing: number;
}

/** The problems of a source; a held-out set is loaded when it is wanted. */
export async function problemsOf(source: ProblemSource): Promise<SweepProblems> {
  if (source.kind === 'own') return { problems: source.problems, missing: 0 };
  const problems = (await heldOutProblems(source.family, source.set)).slice(0, source.count);
  return { problems, missing: source.count - problems.length };
}
