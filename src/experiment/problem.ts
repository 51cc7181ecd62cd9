import * as v from 'valibot';
import { canonicalPuzzle, readablePuzzle } from './puzzle/canonical.ts';
import { parsePuzzle } from './puzzle/parse.ts';

/** Game of 24 / Countdown: reach `target` with each number used exactly once and + - * / ( ). */
export const countdownProblem = v.strictObject({
  family: v.literal('countdown'),
  numbers: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(13))), v.length(4)),
  target: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99)),
});

/**
 * The most products of a sum and the largest left factor of one: a worked thought about them fits the context of the models
 * that ship, and no sum has more than the five digits that those can write. `trained`: the most that those were trained on.
 */
export const arithmeticLimits = { products: 5, left: 999, trained: { products: 3, left: 99 } } as const;

const arithmeticTerm = v.strictObject({
  sign: v.picklist(['+', '-']),
  left: v.pipe(v.number(), v.integer(), v.minValue(10), v.maxValue(arithmeticLimits.left)),
  right: v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(9)),
});

/** Multi-step arithmetic: products of a number of two or three digits by one of a single digit, added and subtracted. */
export const arithmeticProblem = v.strictObject({
  family: v.literal('arithmetic'),
  terms: v.pipe(v.array(arithmeticTerm), v.minLength(1), v.maxLength(arithmeticLimits.products)),
});

/** Characters. */
export const questionLimits = { text: 2000, answer: 200 } as const;

/** A problem in words, for models that follow instructions. */
export const questionProblem = v.strictObject({
  family: v.literal('question'),
  text: v.pipe(v.string(), v.regex(/\S/), v.maxLength(questionLimits.text)),
  /** The right answer, where the person who asks knows it: grades are given by it, strategies never see it. */
  answer: v.exactOptional(v.pipe(v.string(), v.regex(/\S/), v.maxLength(questionLimits.answer))),
});

/** Characters of its canonical form. */
export const longestPuzzle = 1200;

/** A puzzle in a small controlled language: a word problem, a chain of equations, or knights and knaves. */
export const puzzleProblem = v.strictObject({
  family: v.literal('puzzle'),
  /** Canonical: every word and sign apart, with single spaces. Whatever way it comes in, it is brought to that form. */
  text: v.pipe(
    v.string(),
    v.maxLength(longestPuzzle),
    v.transform(canonicalPuzzle),
    v.check(
      (text) => puzzleFault(text) === null,
      ({ input }) => puzzleFault(input) ?? '',
    ),
  ),
});

/** Why a text is no puzzle, in plain words; null where it is one. */
export function puzzleFault(text: string): string | null {
  if (canonicalPuzzle(text).length > longestPuzzle) return `It is longer than ${longestPuzzle} characters.`;
  const read = parsePuzzle(text);
  return read.kind === 'failure' ? read.message : null;
}

export const problemSchema = v.variant('family', [
  countdownProblem,
  arithmeticProblem,
  questionProblem,
  puzzleProblem,
]);

export type CountdownProblem = v.InferOutput<typeof countdownProblem>;
export type ArithmeticProblem = v.InferOutput<typeof arithmeticProblem>;
export type QuestionProblem = v.InferOutput<typeof questionProblem>;
export type PuzzleProblem = v.InferOutput<typeof puzzleProblem>;
export type ArithmeticTerm = v.InferOutput<typeof arithmeticTerm>;
export type Problem = v.InferOutput<typeof problemSchema>;
export type Family = Problem['family'];

/** The product sum as a person writes it: `47 × 6 + 38 × 4`. */
export function arithmeticText(problem: ArithmeticProblem): string {
  return problem.terms
    .map(
      (term, index) =>
        `${index === 0 ? (term.sign === '-' ? '−' : '') : term.sign === '-' ? ' − ' : ' + '}${term.left} × ${term.right}`,
    )
    .join('');
}

/** The problem in one line, as a person would pose it. */
export function problemText(problem: Problem): string {
  switch (problem.family) {
    case 'countdown':
      return `Make ${problem.target} from ${problem.numbers.join(', ')}`;
    case 'arithmetic':
      return `${arithmeticText(problem)} = ?`;
    case 'question':
      return problem.text.replace(/\s+/g, ' ').trim();
    case 'puzzle':
      return readablePuzzle(problem.text);
  }
}

/** Whether anybody knows the right answer: of games, sums and puzzles everybody can work it out. */
export function hasReference(problem: Problem): boolean {
  return problem.family !== 'question' || problem.answer !== undefined;
}

/** The problem as strategies see it. */
export function withoutReference(problem: Problem): Problem {
  return problem.family === 'question' ? { family: 'question', text: problem.text } : problem;
}
