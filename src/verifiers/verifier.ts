import type { VerifierKind } from '#experiment/verifier.ts';
import type { TokenId } from '#policy/language-model.ts';
import type { Answer, LoggedToken, RunEvent } from '#run/events.ts';
import type { VerifierReason } from '#run/facts/score-reason.ts';
import type { Score } from '#run/score.ts';

/** A trace as far as it has come, cut into its steps. */
export interface PartialTrace {
  readonly prompt: readonly TokenId[];
  readonly steps: readonly (readonly LoggedToken[])[];
  /** Whether its text has ended. */
  readonly finished: boolean;
  /** Null while it is not finished, and where none was found. */
  readonly answer: Answer | null;
}

export interface Scores {
  /**
   * One for each step. A verifier that judges whole traces only gives one score, for the last step. Null where nothing was
   * measured: the budget was spent, a step was cut off before its end. What follows from the rules without a measurement is
   * a number: a trace without an answer agrees with nobody.
   */
  readonly steps: readonly Score[];
  /** Where the numbers come from, or why there are none. */
  readonly why: VerifierReason;
}

/** Scores traces. What it draws for that (rollouts, questions) is events like everything else. */
export interface Verifier {
  readonly kind: VerifierKind;
  /** `steps`: can judge an unfinished trace. `traces`: finished ones only, so it cannot guide a search step by step. */
  readonly judges: 'steps' | 'traces';
  /** Scores several traces in one batch, in their order. */
  score(traces: readonly PartialTrace[]): AsyncGenerator<RunEvent, readonly Scores[]>;
  /** Scores as they are by now, from what is known already; draws nothing. Only where later findings change earlier scores. */
  readonly rescore?: (traces: readonly PartialTrace[]) => readonly Scores[];
}
