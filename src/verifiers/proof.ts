import type { Problem } from '../experiment/problem.ts';
import type { Answer, LoggedToken } from '../run/events.ts';
import { traceText } from '../run/trace-text.ts';
import { ArithmeticProof } from './arithmetic-proof.ts';
import { CountdownProof } from './countdown-proof.ts';
import { hasWords } from './equalities.ts';

/** Follows the thought of a trace, as a proof checker does. Faults are in plain words; null says that nothing is wrong. */
export interface Proof {
  /** "Wait": a new attempt, or a check of the old one. */
  restart(): void;
  /** Takes what was written next, one step or a part of one. `inWords`: not only signs, so only its equalities are checked. */
  take(text: string, inWords: boolean): void;
  /** What is wrong with the attempt as it stands. */
  fault(): string | null;
  /** What is wrong with the answer, given what was written. */
  answerFault(answer: Answer): string | null;
}

export function startProof(problem: Problem): Proof {
  switch (problem.family) {
    case 'countdown':
      return new CountdownProof(problem);
    case 'arithmetic':
      return new ArithmeticProof(problem);
  }
}

/** Hands a step's thought to the proof, attempt by attempt. `thinks`: the trace marks its thinking, and only that is proof. */
export function takeStep(proof: Proof, step: readonly LoggedToken[], thinks: boolean): void {
  let part: LoggedToken[] = [];
  const take = () => {
    const text = traceText(part);
    proof.take(text, !thinks || hasWords(text));
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
