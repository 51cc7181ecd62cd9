import { keysOf } from '#experiment/keys-of.ts';
import type { ReactNode } from 'react';
import type { AlgorithmStepKind } from '#experiment/strategies/sheet.ts';
import { algorithmSteps } from '#run/algorithm-steps.ts';
import type { RunState } from '#run/state.ts';
import type { VotePicture } from '#views/vote-histogram/vote-rows.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { sideBySide } from './panels/compare/side-by-side.ts';
import { side } from './panels/side.ts';
import { Thoughts } from './panels/stage/thoughts.tsx';
import type { AppState } from './store/app-state.ts';
import { experimentOf, mainTab } from './store/main-tab.ts';
import type { StageTab } from './store/stage-tab.ts';
import { laterPart } from './later-part.ts';
import { lazyPart } from './ui/lazy-part.tsx';

/** Loaded when they are first looked at. */
const TreeTab = lazyPart(
  laterPart(() => import('./panels/search/tree-tab.tsx')),
  (part) => part.TreeTab,
);
const CompareTab = lazyPart(sideBySide, (part) => part.CompareTab);

const Votes = lazyPart(side, (part) => part.Votes);
const ScoresTab = lazyPart(side, (part) => part.ScoresTab);
const BudgetTab = lazyPart(side, (part) => part.BudgetTab);
/** Before it comes, nobody has voted yet. */
const VoteStrip = lazyPart(
  side,
  (part) => part.VoteStrip,
  () => null,
);

/** What a tab draws from. */
export interface DrawnTab {
  readonly view: RunState;
  readonly picture: VotePicture;
  /** Whether traces vote in this run, or will. */
  readonly voting: boolean;
}

/** A tab of the stage. Its name stands in `words/en/stage.ts`, its keys count the tabs that are there. */
interface Tab {
  /** Whether a run has it, besides those whose main picture it is. `steps`: all kinds of steps of the whole run. */
  readonly shows: (run: {
    readonly steps: ReadonlySet<AlgorithmStepKind>;
    readonly view: RunState;
    readonly votes: boolean;
  }) => boolean;
  /** The number beside its name. */
  readonly count?: (drawn: DrawnTab) => number | undefined;
  readonly draw: (drawn: DrawnTab) => ReactNode;
}

/** The tabs of the stage in their order. */
export const stageTabs = {
  tree: {
    shows: ({ steps }) => steps.has('expand'),
    count: ({ view }) => view.tree.length,
    draw: ({ view }) => (
      <ErrorBoundary part="tree">
        <TreeTab view={view} />
      </ErrorBoundary>
    ),
  },
  thoughts: {
    shows: () => true,
    count: ({ view }) => view.sequences.length,
    draw: ({ view, picture, voting }) => (
      <>
        {voting && <VoteStrip picture={picture} running={view.status === 'running'} />}
        <Thoughts view={view} />
      </>
    ),
  },
  votes: {
    shows: ({ steps, votes }) => votes || steps.has('vote'),
    count: ({ picture, voting }) => (voting ? picture.votes : undefined),
    draw: (drawn) => <Votes {...drawn} />,
  },
  scores: {
    shows: ({ view }) => view.sequences.some(({ score }) => score),
    draw: ({ view }) => <ScoresTab view={view} />,
  },
  budget: {
    shows: ({ steps }) => steps.has('interim-answer') || steps.has('wait'),
    draw: ({ view }) => <BudgetTab view={view} />,
  },
  compare: {
    shows: () => true,
    draw: () => (
      <ErrorBoundary part="comparison">
        <CompareTab />
      </ErrorBoundary>
    ),
  },
} as const satisfies Readonly<Record<StageTab, Tab>>;

const inOrder = keysOf(stageTabs);

export function tabRow(tab: StageTab): Tab {
  return stageTabs[tab];
}

/** The tabs of a run, its main picture first. They are the same at every step of the run, so that none comes and goes. */
export function tabsOf({ log, view }: Pick<AppState, 'log' | 'view'>): readonly StageTab[] {
  const strategy = experimentOf(log)?.strategy;
  if (!log || !strategy) return ['compare'];
  const main = mainTab(strategy.kind);
  const steps = new Set(algorithmSteps(log.entries).map((step) => step.kind));
  const weighs = strategy.kind === 'best-of-n' && strategy.choose === 'weighted-vote';
  const run = { steps, view, votes: main === 'thoughts' || weighs };
  return [main, ...inOrder.filter((tab) => tab !== main && tabRow(tab).shows(run))];
}
