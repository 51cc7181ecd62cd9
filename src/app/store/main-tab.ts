import type { Experiment, StrategyKind } from '#experiment/experiment.ts';
import { strategySheet } from '#experiment/strategies.ts';
import type { StrategyPicture } from '#experiment/strategies/sheet.ts';
import type { StageTab } from './stage-tab.ts';
import type { AppState, RunLog } from './app-state.ts';

/** Which tab of the stage shows what is best seen of a run. */
const tabOf: Readonly<Record<StrategyPicture, StageTab>> = {
  traces: 'thoughts',
  scores: 'scores',
  rounds: 'budget',
  tree: 'tree',
};

/** The picture that matters most for a strategy. */
export function mainTab(kind: StrategyKind): StageTab {
  return tabOf[strategySheet(kind).picture];
}

/** What the run on the stage was asked, at whatever step it is shown. */
export function experimentOf(log: RunLog | null): Experiment | null {
  const first = log?.entries[0]?.event;
  return first?.type === 'run-started' ? first.experiment : null;
}

/** What the page is about: what the run on the stage was asked, else what is set up. */
export function shownExperiment({ log, draft }: Pick<AppState, 'log' | 'draft'>): Experiment {
  return experimentOf(log) ?? draft;
}

/** The tab to show: the wished one where the run has it. */
export function shownTab(wished: StageTab, tabs: readonly StageTab[]): StageTab {
  return tabs.includes(wished) ? wished : (tabs[0] ?? 'thoughts');
}

/** Where a new run starts: where the person is, if it is the same strategy again, else at its own picture. */
export function tabAtStart(kind: StrategyKind, before: StrategyKind | undefined, tab: StageTab): StageTab {
  const stays =
    tab !== 'compare' &&
    (kind === before || (kind === 'self-consistency' && (tab === 'thoughts' || tab === 'votes')));
  return stays ? tab : mainTab(kind);
}
