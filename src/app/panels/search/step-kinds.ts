import type { Strategy } from '#experiment/experiment.ts';
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
export function stepKindsOf(strategy: Strategy): readonly AlgorithmStepKind[] {
  switch (strategy.kind) {
    case 'mcts':
      return ['select', 'expand', 'score', 'back-up', 'choose'];
    case 'rstar':
      return ['select', 'expand', 'back-up', 'score', 'choose'];
    case 'beam-search':
      return ['expand', 'score', 'keep', 'choose'];
    case 'tree-of-thoughts':
      return ['expand', 'score', 'keep', 'backtrack', 'choose'];
    case 'step-verification':
      return ['expand', 'score', 'keep', 'choose'];
    case 'budget-forcing':
      return ['interim-answer', 'wait', 'choose'];
    case 'revision':
      return ['wait', 'interim-answer', 'score', 'choose'];
    case 'best-of-n':
      return ['score', 'vote', 'choose'];
    case 'compute-optimal':
      return ['decide', 'expand', 'score', 'keep', 'vote', 'choose'];
    case 'adaptive-consistency':
      return ['vote', 'decide', 'choose'];
    case 'direct':
    case 'chain-of-thought':
    case 'few-shot':
    case 'self-consistency':
      return ['vote', 'choose'];
  }
}

/** The cursor of the next step of a kind; null where there is none. */
export function nextOfKind(
  steps: readonly AlgorithmStep[],
  cursor: number,
  kind: AlgorithmStepKind,
): number | null {
  return steps.find((step) => step.kind === kind && step.cursor > cursor)?.cursor ?? null;
}
