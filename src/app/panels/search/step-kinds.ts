import type { Strategy } from '#experiment/experiment.ts';
import { strategySheet } from '#experiment/strategies.ts';
import type { AlgorithmStep, AlgorithmStepKind } from '#run/algorithm-steps.ts';

/** What the algorithm's steps are called. */
export const stepNames: Readonly<Record<AlgorithmStepKind, string>> = {
  select: 'Select',
  expand: 'Expand',
  score: 'Score',
  'back-up': 'Back up',
  keep: 'Keep and prune',
  backtrack: 'Go back',
  wait: 'Wait',
  'interim-answer': 'Ask for the answer',
  vote: 'Vote',
  decide: 'Decide',
  choose: 'Choose',
};

/** The steps that a strategy's algorithm goes round in, in its own order. */
export const stepKindsOf = ({ kind }: Strategy): readonly AlgorithmStepKind[] => strategySheet(kind).steps;

/** The cursor of the next step of a kind; null where there is none. */
export function nextOfKind(
  steps: readonly AlgorithmStep[],
  cursor: number,
  kind: AlgorithmStepKind,
): number | null {
  return steps.find((step) => step.kind === kind && step.cursor > cursor)?.cursor ?? null;
}
