import type { RunState } from '#run/state.ts';
import { type VotePicture, votePicture } from '#views/vote-histogram/vote-rows.ts';
import { useMemo } from 'react';
import type { StageTab } from '#app/store/app-state.ts';
import { experimentOf, shownTab, tabsOf } from '#app/store/stage-tabs.ts';
import { ErrorBoundary } from '#app/error-boundary.tsx';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { lazyPart } from '#app/ui/lazy-part.tsx';
import { TabList, tabPanel } from '#app/ui/tabs.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { BudgetTab } from '../search/budget-tab.tsx';
import { ScoresTab } from '../search/scores-tab.tsx';
import { EmptyStage } from './empty-stage.tsx';
import { Opening, OpeningFailure, useOpening } from './opening.tsx';
import { RunHeading } from './run-heading.tsx';
import { Thoughts } from './thoughts.tsx';
import { VoteStrip } from './vote-strip.tsx';
import { Votes } from './votes.tsx';
import styles from './stage.module.css';
import { stage } from '#words/en/stage.ts';

/** Loaded when they are first looked at. */
const TreeTab = lazyPart(
  () => import('../search/tree-tab.tsx'),
  (part) => part.TreeTab,
);
const CompareTab = lazyPart(
  () => import('../compare/compare-tab.tsx'),
  (part) => part.CompareTab,
);

/** The middle of the page: the run as far as the cursor. What a new run has to say before its first step floats above it. */
export function Stage() {
  const hasLog = useApp((state) => state.log !== null);
  const comparing = useApp((state) => state.tab === 'compare');
  const opening = useOpening();
  return (
    <main className={styles.root} id="stage" tabIndex={-1} aria-label={stage.title}>
      {hasLog || comparing ? <RunStage /> : <EmptyStage />}
      {(hasLog || comparing) && (
        <div className={styles.float}>{opening ? <Opening /> : <OpeningFailure />}</div>
      )}
    </main>
  );
}

function RunStage() {
  const app = useActions();
  const view = useApp((state) => state.view);
  const log = useApp((state) => state.log);
  const wished = useApp((state) => state.tab);
  const picture = useMemo(() => votePicture(view), [view]);
  const tabs = tabsOf({ log, view });
  const tab = shownTab(wished, tabs);
  const counts: Partial<Record<StageTab, number>> = {
    tree: view.tree.length,
    thoughts: view.sequences.length,
    votes: picture.votes,
  };
  return (
    <>
      <RunHeading />
      <div className={styles.bar}>
        <TabList
          label={stage.views}
          current={tab}
          onChange={app.view.showTab}
          tabs={tabs.map((id) => ({
            id,
            label: stage.tabs[id],
            ...(counts[id] === undefined ? {} : { count: counts[id] }),
          }))}
        />
        {tab === 'thoughts' && <ThoughtsTools />}
        {!log && (
          <button type="button" className="button button-small" onClick={() => app.view.showTab('thoughts')}>
            <Icon name="back" size={14} />
            {stage.back}
          </button>
        )}
      </div>
      <div className={styles.panel} {...tabPanel(tab)}>
        <TabContent tab={tab} view={view} picture={picture} />
      </div>
    </>
  );
}

function TabContent({
  tab,
  view,
  picture,
}: {
  readonly tab: StageTab;
  readonly view: RunState;
  readonly picture: VotePicture;
}) {
  const kind = useApp((state) => experimentOf(state.log)?.strategy.kind);
  const voting = kind === 'self-consistency' || kind === 'adaptive-consistency' || picture.votes > 0;
  switch (tab) {
    case 'tree':
      return (
        <ErrorBoundary part="tree">
          <TreeTab view={view} />
        </ErrorBoundary>
      );
    case 'thoughts':
      return (
        <>
          {voting && <VoteStrip picture={picture} running={view.status === 'running'} />}
          <Thoughts view={view} />
        </>
      );
    case 'votes':
      return <Votes view={view} picture={picture} voting={voting} />;
    case 'scores':
      return <ScoresTab view={view} />;
    case 'budget':
      return <BudgetTab view={view} />;
    case 'compare':
      return (
        <ErrorBoundary part="comparison">
          <CompareTab />
        </ErrorBoundary>
      );
  }
}

function ThoughtsTools() {
  const app = useActions();
  const show = useApp((state) => state.showThinking);
  const enlarged = useApp((state) => state.enlarged);
  return (
    <div className={styles.tools}>
      {enlarged !== null && (
        <button type="button" className="button button-small" onClick={() => app.view.enlarge(null)}>
          <Icon name="back" size={14} />
          {stage.allTraces}
        </button>
      )}
      <span className={styles.legend}>
        <span className="hidden-visually">{stage.doubt}</span>
        <span aria-hidden="true" translate="no">
          <span className={styles.legendWord}>{stage.unsure}</span>{' '}
          <span className={styles.legendStep} data-doubt="3">
            70–90
          </span>{' '}
          <span className={styles.legendStep} data-doubt="2">
            50–70
          </span>{' '}
          <span className={styles.legendStep} data-doubt="1">
            25–50
          </span>{' '}
          <span className={styles.legendStep} data-doubt="0">
            {'< 25 %'}
          </span>
        </span>
      </span>
      <button
        type="button"
        className="button button-small"
        aria-pressed={show}
        onClick={() => app.view.showThinking(!show)}
      >
        {show ? stage.hideThinking : stage.showThinking}
      </button>
    </div>
  );
}
