import * as v from 'valibot';
import { type Problem, familySheet, familySheets } from './families.ts';
import type { AnswerForm } from './families/sheet.ts';

/** Problems of all families. What belongs to one of them is in `families/`. */
export type { Family, Problem, ProblemOf } from './families.ts';
export {
  arithmeticLimits,
  arithmeticProblem,
  type ArithmeticProblem,
  type ArithmeticTerm,
} from './families/arithmetic-problem.ts';
export { arithmeticText } from './families/arithmetic.ts';
export { countdownProblem, type CountdownProblem } from './families/countdown-problem.ts';
export { longestPuzzle, puzzleFault, puzzleProblem, type PuzzleProblem } from './families/puzzle-problem.ts';
export { questionLimits, questionProblem, type QuestionProblem } from './families/question-problem.ts';

export const problemSchema = v.variant(
  'family',
  Object.values(familySheets).map(({ schema }) => schema),
);

/** The problem in one line, as a person would pose it. */
export function problemText(problem: Problem): string {
  return familySheet(problem).text(problem);
}

/** Whether anybody knows the right answer: of games, sums and puzzles everybody can work it out. */
export function hasReference(problem: Problem): boolean {
  return familySheet(problem).ownAnswer?.isKnown(problem) ?? true;
}

/** The problem as strategies see it. */
export function withoutReference(problem: Problem): Problem {
  return familySheet(problem).ownAnswer?.without(problem) ?? problem;
}

/** How the answer to a problem reads; null while there is no problem. */
export function answerForm(problem: Problem | undefined): AnswerForm | null {
  return problem ? familySheet(problem).answerForm(problem) : null;
}
