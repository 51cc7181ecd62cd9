import type { Outcome } from '../sweeps/outcome.ts';
import type { Cell } from '../sweeps/spec.ts';

/** A run of a sweep and what came of it. */
export interface MeasuredCell {
  readonly cell: Cell;
  readonly outcome: Outcome;
}

/** A run that came to an end and whose answer can be told right from wrong. */
export interface GradedCell extends MeasuredCell {
  readonly outcome: Outcome & { readonly right: boolean };
}

/** Whether a run counts as evidence of its arm: a failed one says nothing, nor does one that nobody can grade. */
export const isGraded = (measured: MeasuredCell): measured is GradedCell =>
  measured.outcome.right !== null && !measured.outcome.failure;

/** Values by a number: cells by their arm, or by their problem. */
export function groupBy<Value>(
  values: readonly Value[],
  key: (value: Value) => number,
): ReadonlyMap<number, readonly Value[]> {
  const groups = new Map<number, Value[]>();
  for (const value of values) {
    const group = groups.get(key(value));
    if (group) group.push(value);
    else groups.set(key(value), [value]);
  }
  return groups;
}

export const ofArm = ({ cell }: MeasuredCell): number => cell.arm;
export const ofProblem = ({ cell }: MeasuredCell): number => cell.problem;
