import type { CountdownProblem, PuzzleProblem } from '#experiment/problem.ts';
import type { Name } from '#experiment/puzzle/words.ts';
import type { Answer, Grade } from '#run/events.ts';
import { checkCountdown } from './countdown.ts';
import { expressionText } from './expression.ts';
import { namesIn, namesText } from './names.ts';
import { parseNumber } from './number.ts';
import { parseExpression } from './parse-expression.ts';
import { equals, integer, rationalText } from './rational.ts';
import { readNames } from './read-names.ts';
import { solveCountdown } from './solve-countdown.ts';
import { solvePuzzle } from './solve-puzzle.ts';

/** A solution for display; null if there is none. */
export function gameReference(problem: CountdownProblem): string | null {
  const solution = solveCountdown(problem);
  return solution && expressionText(solution);
}

/** Right or wrong by exact arithmetic, and why in words that follow "it". */
export function gradeGame(problem: CountdownProblem, answer: Answer): Grade {
  const expression = parseExpression(answer.display);
  if (!expression) return wrong('is not an expression');
  const { right, reasons } = checkCountdown(problem, expression);
  return right
    ? { outcome: 'right', reason: `makes ${problem.target} with each number once` }
    : wrong(reasons.join(', '));
}

export function puzzleReference(problem: PuzzleProblem): string {
  const right = solvePuzzle(problem);
  return right.kind === 'names' ? namesText(right.names) : String(right.value);
}

export function gradePuzzle(problem: PuzzleProblem, answer: Answer): Grade {
  const right = solvePuzzle(problem);
  return right.kind === 'names'
    ? gradeNames(answer.display, right.names)
    : gradeNumber(answer.display, right.value);
}

/** The exact result for display. */
export function numberReference(right: number): string {
  return rationalText(integer(right));
}

export function gradeNumber(given: string, right: number): Grade {
  const value = parseNumber(given);
  if (!value) return wrong('is not a number');
  const exact = integer(right);
  return equals(value, exact)
    ? { outcome: 'right', reason: 'is the exact result' }
    : wrong(`is not ${rationalText(exact)}`);
}

function gradeNames(given: string, right: readonly Name[]): Grade {
  if (!readNames(given, 'whole')) return wrong('is not a list of names');
  return namesText(namesIn(given)) === namesText(right)
    ? { outcome: 'right', reason: 'makes everything fit that was said' }
    : wrong(`is not ${namesText(right)}`);
}

const wrong = (reason: string): Grade => ({ outcome: 'wrong', reason });
