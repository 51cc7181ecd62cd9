import type { StrategyKind } from '../../experiment/experiment.ts';

/** The strategies in the order they are offered, from the simplest on. */
export const strategyNames: readonly { readonly kind: StrategyKind; readonly name: string }[] = [
  { kind: 'direct', name: 'Direct answer' },
  { kind: 'chain-of-thought', name: 'Chain of thought' },
  { kind: 'few-shot', name: 'Few-shot' },
  { kind: 'self-consistency', name: 'Self-consistency' },
];
