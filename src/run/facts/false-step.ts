import type { Fault } from './fault.ts';

/** A step of a sequence that the rules of its problem family prove false, and what is wrong with it. Found by rule, not in the log. */
export interface FalseStep {
  /** Places in the sequence's tokens: its first one, and the one after its last. */
  readonly from: number;
  readonly to: number;
  /** Its number among the sequence's steps, as verifiers score them, from 0. */
  readonly step: number;
  readonly part: 'thought' | 'answer';
  readonly fault: Fault;
}

/**
 * Why a step counts as false: what it says is not so; or its sum may be true, but takes a number that is not there to take
 * (`not-there`), or other numbers are left after it than it says (`other-left`).
 */
export type FalseReason = 'not-so' | 'not-there' | 'other-left';

export function falseReason({ kind }: Fault): FalseReason {
  switch (kind) {
    case 'number-not-left':
      return 'not-there';
    case 'other-numbers-left':
      return 'other-left';
    default:
      return 'not-so';
  }
}

/** Whether what a step says is untrue or not allowed. What is only needless, not yet shown, or another value than was written before, is neither. */
export function isUntrue({ kind }: Fault): boolean {
  switch (kind) {
    case 'not-needed':
    case 'given':
    case 'status-unshown':
    case 'not-sure-to-fit':
    case 'not-as-before':
      return false;
    default:
      return true;
  }
}
