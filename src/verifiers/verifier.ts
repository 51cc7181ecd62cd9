import type { VerifierKind } from '../experiment/verifier.ts';
import type { TokenId } from '../policy/language-model.ts';
import type { Answer, LoggedToken, RunEvent } from '../run/events.ts';

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
  /** One for each step, in [0, 1]. A verifier that judges whole traces only gives one score, for the last step. */
  readonly steps: readonly number[];
  /** Where the numbers come from, in plain words. */
  readonly why: string;
}

/** Scores traces. What it draws for that (rollouts, questions) is events like everything else. */
export interface Verifier {
  readonly kind: VerifierKind;
  /** `steps`: can judge an unfinished trace. `traces`: finished ones only, so it cannot guide a search step by step. */
  readonly judges: 'steps' | 'traces';
  /** Scores several traces in one batch, in their order. */
  score(traces: readonly PartialTrace[]): AsyncGenerator<RunEvent, readonly Scores[]>;
}
