import type { StrategyOf } from '#experiment/experiment.ts';

export type Parameters = StrategyOf<'tree-of-thoughts'>;
