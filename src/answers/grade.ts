import { loadedReplies } from '#replies';
import type { Problem } from '#experiment/problem.ts';
import type { Answer, Grade } from '#run/events.ts';
import { isFormal } from './formal-problem.ts';
import { formalReference, gradeFormal } from './grade-formal.ts';

/** A right answer for people to see; a countdown has many, and null where it has none, or nobody gave one. */
export function reference(problem: Problem): string | null {
  return isFormal(problem) ? formalReference(problem) : (problem.answer ?? null);
}

/**
 * Right or wrong by exact arithmetic, or by what the person who asks knows, and why in words that follow "it"; ungraded
 * where nobody knows, and then the reason is a sentence of its own.
 */
export function grade(problem: Problem, answer: Answer): Grade {
  return isFormal(problem) ? gradeFormal(problem, answer) : loadedReplies().gradeReply(problem, answer);
}
