import type { StrategyOf } from '#experiment/experiment.ts';

export type RStarParameters = StrategyOf<'rstar'>;
