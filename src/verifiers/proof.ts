import type { Problem } from '#experiment/problem.ts';
import { PolicyError } from '#policy/policy-error.ts';
import type { LoggedToken } from '#run/events.ts';
import { traceText } from '#run/trace-text.ts';
import { ArithmeticProof } from './arithmetic-proof.ts';
import { CountdownProof } from './countdown-proof.ts';
import { PuzzleProof } from './puzzle-proof.ts';
import type { Proof } from './step-proof.ts';

/** Throws PolicyError `unsupported` for problems without rules. */
export function startProof(problem: Problem): Proof {
  switch (problem.family) {
    case 'countdown':
      return new CountdownProof(problem);
    case 'arithmetic':
      return new ArithmeticProof(problem);
    case 'puzzle':
      return new PuzzleProof(problem);
    case 'question':
      throw new PolicyError(
        'unsupported',
        'There is no rule by which a problem in words could be checked.',
        'Pick another verifier.',
      );
  }
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
function isWait({ role, text }: LoggedToken): boolean {
  return role === 'wait' || (role === 'thought' && /^\W*wait\W*$/i.test(text));
}
