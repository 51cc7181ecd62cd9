import type { PuzzleProblem } from '#experiment/problem.ts';
import { canonicalPuzzle } from '#experiment/puzzle/canonical.ts';
// oxlint-disable-next-line no-restricted-imports -- the tests read facts as people do
import { scoreReasonText } from '#words/reasons.ts';
import { checkTrace } from '../rule.ts';
import { handTrace } from './harness.ts';

/** A puzzle as a person types it. */
export const puzzleToRead = (text: string): PuzzleProblem => ({
  family: 'puzzle',
  text: canonicalPuzzle(text),
});
/** The rule verifier's scores of a trace's steps. */
export const puzzleScores = (problem: PuzzleProblem, text: string, role: 'thought' | 'answer' = 'thought') =>
  checkTrace(problem, handTrace(problem, text, role)).steps;
/** Its reason, in words. */
export const puzzleWhy = (problem: PuzzleProblem, text: string) =>
  scoreReasonText(checkTrace(problem, handTrace(problem, text)).why);
