import type { StrategyKind } from '#experiment/experiment.ts';

/** The strategies in the order they are offered, from the simplest on. */
export const strategyGroups: readonly { readonly name: string; readonly kinds: readonly StrategyKind[] }[] = [
  { name: 'One trace', kinds: ['direct', 'chain-of-thought', 'few-shot'] },
  { name: 'Many traces', kinds: ['self-consistency', 'adaptive-consistency', 'best-of-n'] },
  { name: 'Thinking longer', kinds: ['budget-forcing', 'revision', 'step-verification'] },
  { name: 'Search', kinds: ['beam-search', 'tree-of-thoughts', 'mcts', 'rstar'] },
  { name: 'By difficulty', kinds: ['compute-optimal'] },
];

export const strategyKinds: readonly StrategyKind[] = strategyGroups.flatMap(({ kinds }) => kinds);
