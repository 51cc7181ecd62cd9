import { votePicture } from '#views/vote-histogram/vote-rows.ts';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { tabRow, tabsOf } from '#app/stage-tabs.tsx';
import { experimentOf, shownTab } from '#app/store/main-tab.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { TabList, tabPanel } from '#app/ui/tabs.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { lazyPart } from '#app/ui/lazy-part.tsx';
import { usePart } from '#app/ui/use-part.ts';
import { recordsPart } from '#app/records/entry.ts';
import { SharedNote } from '#app/sharing/share-dialog.tsx';
import { sideBySide } from '../compare/side-by-side.ts';
import { side } from '../side.ts';
import { EmptyStage } from './empty-stage.tsx';
import { Opening, OpeningFailure, useOpening } from './opening.tsx';
import { RunHeading } from './run-heading.tsx';
import { classes } from '#views/classes.ts';
import styles from './stage.module.css';
import { stage } from '#words/en/stage.ts';
import ifItFits from './if-it-fits.module.css';

const CompareHeading = lazyPart(sideBySide, (part) => part.CompareHeading);

/** The middle of the page: the run as far as the cursor. What a new run has to say before its first step floats above it. */
export function Stage() {
  const hasLog = useApp((state) => state.log !== null);
  const comparing = useApp((state) => state.tab === 'compare');
  const shared = useApp((state) => state.shared !== null);
  const opening = useOpening();
  const kept = usePart(recordsPart);
  const later = usePart(side);
  return (
    <main className={styles.root} id="stage" tabIndex={-1} aria-label={stage.title}>
      {shared && <SharedNote />}
      {kept && <kept.BrokenRun />}
      {later && <later.DropRun />}
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
  const opened = useStore(app.runs.compare.store, (state) => state.opened?.log);
  const picture = useMemo(() => votePicture(view), [view]);
  const tabs = tabsOf({ log, view });
  const tab = shownTab(wished, tabs);
  const kind = experimentOf(log)?.strategy.kind;
  const voting = kind === 'self-consistency' || kind === 'adaptive-consistency' || picture.votes > 0;
  const drawn = { view, picture, voting };
  return (
    <>
      {tab === 'compare' ? <CompareHeading /> : <RunHeading />}
      <div className={styles.bar}>
        <TabList
          label={stage.views}
          current={tab}
          onChange={app.view.showTab}
          tabs={tabs.map((id) => {
            // Beside other runs the numbers of this one would be misread.
            const count = tab === 'compare' ? undefined : tabRow(id).count?.(drawn);
            return { id, label: stage.tabs[id], ...(count === undefined ? {} : { count }) };
          })}
        />
        {tab === 'thoughts' && <ThoughtsTools />}
        {log && log === opened && (
          <button type="button" className="button button-small" onClick={() => app.view.showTab('compare')}>
            <Icon name="back" size={14} />
            {stage.backToComparison}
          </button>
        )}
        {!log && (
          <button type="button" className="button button-small" onClick={() => app.view.showTab('thoughts')}>
            <Icon name="back" size={14} />
            {stage.back}
          </button>
        )}
      </div>
      <div className={styles.panel} {...tabPanel(tab)}>
        {tabRow(tab).draw(drawn)}
      </div>
    </>
  );
}

function ThoughtsTools() {
  const app = useActions();
  const show = useApp((state) => state.showThinking);
  const enlarged = useApp((state) => state.enlarged);
  const thinks = useApp(({ view }) => view.experiment?.strategy.kind !== 'direct');
  return (
    <div className={styles.tools}>
      {enlarged !== null && (
        <button type="button" className="button button-small" onClick={() => app.view.enlarge(null)}>
          <Icon name="back" size={14} />
          {stage.allTraces}
        </button>
      )}
      <span className={classes(styles.legend, ifItFits.root)}>
        <span className="hidden-visually">{stage.doubt}</span>
        <span aria-hidden="true">
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
            {'< 25%'}
          </span>
        </span>
      </span>
      {thinks && (
        <button
          type="button"
          className="button button-small"
          aria-pressed={show}
          onClick={() => app.view.showThinking(!show)}
        >
          {show ? stage.hideThinking : stage.showThinking}
        </button>
      )}
    </div>
  );
}
