import type { CountdownProblem, PuzzleProblem } from '#experiment/problem.ts';
import type { Name } from '#experiment/puzzle/words.ts';
import type { Answer, Grade } from '#run/events.ts';
import { clipped } from '#run/facts/clipped.ts';
import type { GradeReason } from '#run/facts/grade-reason.ts';
import { gameFaults } from './countdown.ts';
import { expressionText } from './expression.ts';
import { namesText } from './names.ts';
import { equals, integer, rationalText } from './rational.ts';
import { solveCountdown } from './solve-countdown.ts';
import { solvePuzzle } from './solve-puzzle.ts';
import { expressionIn, numberIn } from './value.ts';

/** A solution for display; null if there is none. */
export function gameReference(problem: CountdownProblem): string | null {
  const solution = solveCountdown(problem);
  return solution && expressionText(solution);
}

/** Right or wrong by exact arithmetic, and why. */
export function gradeGame(problem: CountdownProblem, answer: Answer): Grade {
  const expression = expressionIn(answer);
  if (!expression) return wrong({ kind: 'no-expression' });
  const faults = gameFaults(problem, expression);
  return faults.length === 0
    ? { outcome: 'right', reason: { kind: 'makes-target', target: problem.target } }
    : wrong({ kind: 'faults', faults });
}

export function puzzleReference(problem: PuzzleProblem): string {
  const right = solvePuzzle(problem);
  return right.kind === 'names' ? namesText(right.names) : String(right.value);
}

export function gradePuzzle(problem: PuzzleProblem, answer: Answer): Grade {
  const right = solvePuzzle(problem);
  return right.kind === 'names' ? gradeNames(answer, right.names) : gradeNumber(answer, right.value);
}

/** The exact result for display. */
export function numberReference(right: number): string {
  return rationalText(integer(right));
}

export function gradeNumber(answer: Answer, right: number): Grade {
  const value = numberIn(answer);
  if (!value) return wrong({ kind: 'no-number' });
  const exact = integer(right);
  return equals(value, exact)
    ? { outcome: 'right', reason: { kind: 'exact-result' } }
    : wrong({ kind: 'other-number', right: rationalText(exact) });
}

function gradeNames({ value }: Answer, right: readonly Name[]): Grade {
  if (value.kind !== 'names') return wrong({ kind: 'no-names' });
  return namesText(value.names) === namesText(right)
    ? { outcome: 'right', reason: { kind: 'all-fits' } }
    : wrong({ kind: 'other-names', right });
}

const wrong = (reason: GradeReason): Grade => ({ outcome: 'wrong', reason: clipped(reason) });
