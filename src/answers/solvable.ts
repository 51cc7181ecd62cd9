import type { Family, Problem, ProblemOf } from '#experiment/families.ts';
import { solveCountdown } from './solve-countdown.ts';

interface Solver<P> {
  isSolvable(problem: P): boolean;
}

/** Families with problems that may have no right answer. A file of its own, because the first load needs it. */
const solvers: { readonly [F in Family]?: Solver<ProblemOf<F>> } = {
  countdown: { isSolvable: (problem) => solveCountdown(problem) !== null },
};

const known = new WeakMap<Problem, boolean>();

/** True if the problem has a right answer. Computed once per problem. */
export function isSolvable(problem: Problem): boolean {
  const solver: Solver<Problem> | undefined = solvers[problem.family];
  if (!solver) return true;
  const solvable = known.get(problem) ?? solver.isSolvable(problem);
  known.set(problem, solvable);
  return solvable;
}
