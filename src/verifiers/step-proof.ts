import type { Answer } from '#run/events.ts';
import type { Fault } from '#run/facts/fault.ts';

/** Follows the thought of a trace, as a proof checker does. Null says that nothing is wrong. */
export interface Proof {
  /** Whether a text is a person's sentence and not in the signs of steps. */
  isProse(text: string): boolean;
  /** "Wait": a new attempt, or a check of the old one. */
  restart(): void;
  /** Takes what was written next, one step or a part of one. `inWords`: not only signs, so only its equalities are checked. */
  take(text: string, inWords: boolean): void;
  /** What is wrong with the attempt as it stands, what counts first first; the same object as long as it is the same mistake. */
  faults(): readonly Fault[];
  /** What is wrong with the answer, given what was written. */
  answerFault(answer: Answer): Fault | null;
}
