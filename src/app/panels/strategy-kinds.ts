import type { StrategyKind } from '../../experiment/experiment.ts';

/** The strategies in the order they are offered, from the simplest on. */
export const strategyKinds: readonly StrategyKind[] = ['direct', 'chain-of-thought', 'few-shot', 'self-consistency'];
