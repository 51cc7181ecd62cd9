import { bestFirst, type Score } from './score.ts';

/** A score in [0, 1], and what it is compared by where it is too small for a number. */
export interface Scored {
  readonly score: Score;
  /**
   * Its natural logarithm, of a product of step scores so small that numbers this small are all alike: `score` is then 0, or
   * nearly. Absent for every other score, a true 0 among them.
   */
  readonly log?: number;
}

/** Highest score first, those that were not measured last; 0 for equals. */
export function higherFirst(a: Scored, b: Scored): number {
  if (a.score !== b.score) return bestFirst(a.score, b.score);
  const [first, second] = [a.log ?? -Infinity, b.log ?? -Infinity];
  return first === second ? 0 : second - first;
}
