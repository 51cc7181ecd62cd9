import * as v from 'valibot';
import arithmeticFile from './held-out/arithmetic.json' with { type: 'json' };
import countdownFile from './held-out/countdown.json' with { type: 'json' };
import type { ArithmeticProblem, CountdownProblem, Family, Problem } from './problem.ts';
import { arithmeticProblem, countdownProblem } from './problem.ts';
import { questions } from './questions.ts';

/** `tree-of-thoughts`: the 100 puzzles of Yao et al. 2023 (arXiv 2305.10601). `random`: others, drawn by seed. */
export type CountdownSource = 'tree-of-thoughts' | 'random' | 'other-target';

export interface HeldOutCountdown {
  readonly problem: CountdownProblem;
  readonly source: CountdownSource;
}

export interface HeldOutArithmetic {
  readonly problem: ArithmeticProblem;
  /** The exact result. */
  readonly answer: number;
}

const countdownSchema = v.array(
  v.pipe(
    v.strictObject({
      numbers: countdownProblem.entries.numbers,
      target: countdownProblem.entries.target,
      source: v.picklist(['tree-of-thoughts', 'random', 'other-target']),
    }),
    v.transform(({ source, ...rest }): HeldOutCountdown => ({ problem: { family: 'countdown', ...rest }, source })),
  ),
);
const arithmeticSchema = v.array(
  v.pipe(
    v.strictObject({ terms: arithmeticProblem.entries.terms, answer: v.pipe(v.number(), v.integer()) }),
    v.transform(({ terms, answer }): HeldOutArithmetic => ({ problem: { family: 'arithmetic', terms }, answer })),
  ),
);

let countdown: readonly HeldOutCountdown[] | null = null;
let arithmetic: readonly HeldOutArithmetic[] | null = null;

/** Countdown problems the model was never trained on: those with target 24 first, then other targets. */
export function heldOutCountdown(): readonly HeldOutCountdown[] {
  return (countdown ??= v.parse(countdownSchema, countdownFile.problems));
}

/** Arithmetic problems none of whose products the model was trained on. */
export function heldOutArithmetic(): readonly HeldOutArithmetic[] {
  return (arithmetic ??= v.parse(arithmeticSchema, arithmeticFile.problems));
}

export function heldOutProblems(family: Family): readonly Problem[] {
  switch (family) {
    case 'countdown':
      return heldOutCountdown().map(({ problem }) => problem);
    case 'arithmetic':
      return heldOutArithmetic().map(({ problem }) => problem);
    case 'question':
      // Nobody here knows what those who trained such models held out.
      return [];
  }
}

/** A held-out problem, or one of this page's own questions, picked by a random number that the caller draws: any whole number from 0. */
export function surpriseProblem(family: Family, randomInteger: number): Problem {
  const problems = family === 'question' ? Object.values(questions) : heldOutProblems(family);
  const problem = problems[randomInteger % problems.length];
  if (!problem) throw new RangeError(`${randomInteger} is not a whole number from 0`);
  return problem;
}
