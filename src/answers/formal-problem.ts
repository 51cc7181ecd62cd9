import type { ArithmeticProblem, CountdownProblem, Problem, PuzzleProblem } from '#experiment/problem.ts';

/** A problem whose answers have one form: an expression, a number, names. */
export type FormalProblem = CountdownProblem | ArithmeticProblem | PuzzleProblem;

export const isFormal = (problem: Problem): problem is FormalProblem => problem.family !== 'question';
