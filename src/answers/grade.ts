import type { Problem } from '#experiment/problem.ts';
import type { Answer, Grade } from '#run/events.ts';
import { answersTo } from './families.ts';

/** A right answer for display (a countdown has many); null if there is none, or none is known. */
export function reference(problem: Problem): string | null {
  return answersTo(problem).reference(problem);
}

/**
 * Right or wrong by exact arithmetic, or by what the person who asks knows, and why in words that follow "it"; ungraded
 * where nobody knows, and then the reason is a sentence of its own.
 */
export function grade(problem: Problem, answer: Answer): Grade {
  return answersTo(problem).grade(problem, answer);
}
