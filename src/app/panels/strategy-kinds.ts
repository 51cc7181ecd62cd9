import { strategyGroups as groups, type StrategyKind } from '#experiment/strategies.ts';
import { strategyGroupNames } from '#words/en/strategies.ts';

/** The menu of strategies, in the order they are offered. */
export function namedStrategyGroups(): readonly {
  readonly name: string;
  readonly kinds: readonly StrategyKind[];
}[] {
  return groups.map(({ group, kinds }) => ({ name: strategyGroupNames[group], kinds }));
}

export { strategyKinds } from '#experiment/strategies.ts';
