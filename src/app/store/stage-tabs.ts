import type { StrategyKind } from '../../experiment/experiment.ts';
import type { RunState } from '../../run/state.ts';
import type { StageTab } from './app-state.ts';

/** The picture that matters most for a strategy. */
export function mainTab(kind: StrategyKind): StageTab {
  switch (kind) {
    case 'beam-search':
    case 'tree-of-thoughts':
    case 'mcts':
    case 'rstar':
    case 'step-verification':
      return 'tree';
    case 'best-of-n':
      return 'scores';
    case 'budget-forcing':
    case 'revision':
      return 'budget';
    case 'direct':
    case 'chain-of-thought':
    case 'few-shot':
    case 'self-consistency':
    case 'adaptive-consistency':
    case 'compute-optimal':
      return 'thoughts';
  }
}

/** The pictures a run has, the one that matters first. One that shows something at any step of the run is always among them. */
export function tabsOf({ experiment, tree, sequences, ballots }: RunState): readonly StageTab[] {
  if (!experiment) return ['compare'];
  const { kind } = experiment.strategy;
  const main = mainTab(kind);
  const others: readonly StageTab[] = [
    ...(tree.length > 0 ? ['tree' as const] : []),
    'thoughts',
    ...(main !== 'thoughts' && ballots.length === 0 ? [] : ['votes' as const]),
    ...(kind === 'revision' || sequences.some(({ score }) => score) ? ['scores' as const] : []),
    ...(sequences.some(({ rounds }) => rounds.length > 0) ? ['budget' as const] : []),
    'compare',
  ];
  return [...new Set([main, ...others])];
}

/** The tab to show: the wished one where the run has it. */
export function shownTab(wished: StageTab, tabs: readonly StageTab[]): StageTab {
  return tabs.includes(wished) ? wished : (tabs[0] ?? 'thoughts');
}

/** Where a new run starts: where the person is, if it is the same strategy again, else at its own picture. */
export function tabAtStart(kind: StrategyKind, before: StrategyKind | undefined, tab: StageTab): StageTab {
  const stays = tab !== 'compare' && (kind === before || (kind === 'self-consistency' && (tab === 'thoughts' || tab === 'votes')));
  return stays ? tab : mainTab(kind);
}
