import * as v from 'valibot';
import { families, familySheet } from '#experiment/families.ts';
import {
  arithmeticLimits,
  longestPuzzle,
  type Problem,
  problemSchema,
  puzzleFault,
  questionLimits,
} from '#experiment/problem.ts';
import { UsageError } from './usage-error.ts';

/**
 * A problem as a person types it, or as this product shows it: `24: 4 9 10 13` or `Make 24 from 4, 9, 10, 13`, `47*6+38*4`
 * or `47 × 6 + 38 × 4 = ?`, `puzzle: v = 7. v?`, or `question: How many? [12]`, the right answer in brackets at the end where
 * it is known. Throws UsageError.
 */
export function readProblem(text: string): Problem {
  if (text.trim() === '') throw new UsageError(`The problem is empty. It can be ${forms}.`);
  const problem = families.reduce<unknown>((read, family) => read ?? familySheet(family).typed(text), null);
  if (!problem) throw new UsageError(`"${text}" is not a problem that can be read. It can be ${forms}.`);
  const read = v.safeParse(problemSchema, problem);
  if (!read.success) throw new UsageError(`"${text.trim()}" cannot be asked. ${wanted(problem as Problem)}`);
  return read.output;
}

const forms =
  'a game ("24: 4 9 10 13"), a sum of products ("47*6+38*4"), a puzzle ("puzzle: v = 7. v?") or a question ("question: How many? [12]")';

/** What a problem of its kind must be, in plain words. */
function wanted(problem: Problem): string {
  switch (problem.family) {
    case 'countdown':
      return 'A game has four numbers from 1 to 13 and a target from 1 to 99.';
    case 'arithmetic':
      return `A sum has up to ${arithmeticLimits.products} products, each of a number from 10 to ${arithmeticLimits.left} by one from 2 to 9, the larger one first.`;
    case 'puzzle':
      return puzzleFault(problem.text) ?? `A puzzle has up to ${longestPuzzle} characters.`;
    case 'question':
      return `A question has words, up to ${questionLimits.text} characters, and its answer up to ${questionLimits.answer}.`;
  }
}
