import { strategyGroups as groups, type StrategyKind } from '#experiment/strategies.ts';
import type { StrategyGroup } from '#experiment/strategies/sheet.ts';

const groupNames: Readonly<Record<StrategyGroup, string>> = {
  'one-trace': 'One trace',
  'many-traces': 'Many traces',
  'thinking-longer': 'Thinking longer',
  search: 'Search',
  'by-difficulty': 'By difficulty',
};

/** The strategies in the order they are offered, from the simplest on. */
export const strategyGroups: readonly { readonly name: string; readonly kinds: readonly StrategyKind[] }[] =
  groups.map(({ group, kinds }) => ({ name: groupNames[group], kinds }));

export { strategyKinds } from '#experiment/strategies.ts';
