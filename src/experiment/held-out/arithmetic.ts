import * as v from 'valibot';
import { arithmeticProblem, type ArithmeticProblem } from '../families/arithmetic-problem.ts';
import file from './arithmetic.json' with { type: 'json' };

export interface HeldOutArithmetic {
  readonly problem: ArithmeticProblem;
  /** The exact result. */
  readonly answer: number;
}

const schema = v.array(
  v.pipe(
    v.strictObject({ terms: arithmeticProblem.entries.terms, answer: v.pipe(v.number(), v.integer()) }),
    v.transform(({ terms, answer }): HeldOutArithmetic => ({
      problem: { family: 'arithmetic', terms },
      answer,
    })),
  ),
);

let problems: readonly HeldOutArithmetic[] | null = null;

/** Arithmetic problems none of whose products the model was trained on. */
export function heldOutArithmetic(): readonly HeldOutArithmetic[] {
  return (problems ??= readArithmetic(file.problems));
}

/** What stands in a held-out file. */
export function readArithmetic(written: unknown): readonly HeldOutArithmetic[] {
  return v.parse(schema, written);
}

export const heldOut = (): readonly ArithmeticProblem[] => heldOutArithmetic().map(({ problem }) => problem);
