import type { VerifierReason } from '#run/facts/score-reason.ts';

/** How many draws a step's score is made of, and how many were to be made. */
export interface DrawCount {
  readonly drawn: number;
  readonly wanted: number;
}

/** What the budget left out of scores that are made of draws. */
type Missing = Extract<VerifierReason, { readonly kind: 'said-of-steps' }>['missing'];

/** Steps listed at most; a trace may have thousands. */
const listed = 6;

/** Where step scores come from that are made of draws, and what of it the budget left out. */
export function whyDrawn(
  steps: readonly DrawCount[],
  from: (missing: Missing) => VerifierReason,
): VerifierReason {
  const short = steps.flatMap(({ drawn, wanted }, index) =>
    drawn < wanted ? [{ step: index + 1, drawn, wanted }] : [],
  );
  if (short.length === 0) return from(null);
  if (steps.every(({ drawn }) => drawn === 0)) return { kind: 'budget-spent' };
  return from({ steps: short.slice(0, listed), more: Math.max(0, short.length - listed) });
}
