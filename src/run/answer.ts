import type { AnswerValue } from './facts/answer-value.ts';
import type { GradeReason } from './facts/grade-reason.ts';

/** An answer as it was found in a trace. */
export interface Answer {
  /** The words of the trace it was read from. */
  readonly text: string;
  /** For people: `(9 − 3) × 4`, `434`. */
  readonly display: string;
  readonly value: AnswerValue;
  /** Equal for answers that count as one vote. */
  readonly key: string;
  /** Which extraction rule found it. */
  readonly rule: ExtractionRule;
}

export type ExtractionRule =
  | 'boxed'
  | 'the-answer-is'
  | 'after-thinking'
  | 'whole-text'
  | 'last-number'
  | 'last-line'
  | 'expression';

/** `ungraded`: no reference is known, so nobody can say. */
export interface Grade {
  readonly outcome: 'right' | 'wrong' | 'ungraded';
  readonly reason: GradeReason;
}
