import type { StrategyOf } from '#experiment/experiment.ts';

export type MctsParameters = StrategyOf<'mcts'>;
