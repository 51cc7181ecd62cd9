import type { StrategyOf } from '#experiment/experiment.ts';

export type TreeOfThoughtsParameters = StrategyOf<'tree-of-thoughts'>;
