import type { Strategy } from '#experiment/experiment.ts';
import { strategySheet } from '#experiment/strategies.ts';
import type { AlgorithmStep, AlgorithmStepKind } from '#run/algorithm-steps.ts';

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
