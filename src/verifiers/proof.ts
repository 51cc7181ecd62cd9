import type { Family, familySheets, Problem, ProblemOf } from '#experiment/families.ts';
import type { LoggedToken } from '#run/events.ts';
import { traceText } from '#run/trace-text.ts';
import { ArithmeticProof } from './arithmetic-proof.ts';
import { CountdownProof } from './countdown-proof.ts';
import { PuzzleProof } from './puzzle-proof.ts';
import type { Proof } from './step-proof.ts';

interface Rules<P> {
  start(problem: P): Proof;
}

/** How a family's thoughts are checked; null where the family's sheet says that they can't be. */
const rules: {
  readonly [F in Family]: (typeof familySheets)[F]['checkedByRule'] extends true ? Rules<ProblemOf<F>> : null;
} = {
  countdown: { start: (problem) => new CountdownProof(problem) },
  arithmetic: { start: (problem) => new ArithmeticProof(problem) },
  puzzle: { start: (problem) => new PuzzleProof(problem) },
  question: null,
};

/** Null for problems without rules. */
export function startProof(problem: Problem): Proof | null {
  const own: Rules<Problem> | null = rules[problem.family];
  return own?.start(problem) ?? null;
}

/** Hands a step's thought to the proof, attempt by attempt. `thinks`: the trace marks its thinking, and only that is proof. */
export function takeStep(proof: Proof, step: readonly LoggedToken[], thinks: boolean): void {
  let part: LoggedToken[] = [];
  const take = () => {
    const text = traceText(part);
    proof.take(text, !thinks || proof.isProse(text));
  };
  for (const token of step) {
    if (isWait(token)) {
      take();
      proof.restart();
      part = [];
    } else if (thinks ? token.role === 'thought' : token.role !== 'control') part.push(token);
  }
  take();
}

/** The model's own token for it, or the word itself. */
export function isWait({ role, text }: LoggedToken): boolean {
  return role === 'wait' || (role === 'thought' && /^\W*wait\W*$/i.test(text));
}
