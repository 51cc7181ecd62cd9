/**
 * A verifier's score, in [0, 1]; null where nothing was measured. What was not measured is not 0: it is not shown as a
 * number, not backed up, and never chosen over what was.
 */
export type Score = number | null;

/** The higher first; what was not measured comes last. */
export function bestFirst(a: Score, b: Score): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
  return b - a;
}
