import { useDeferredValue, useState } from 'react';
import type { LoadedSweep } from '#app/sweeps/sweeps-state.ts';
import { TabList } from '#app/ui/tabs.tsx';
import { insights } from '#words/en/insights.ts';
import { sweepWords } from '#words/en/sweeps.ts';
import { AccuracyView } from './accuracy-view.tsx';
import { InsightsView } from './insights-view.tsx';
import { MatrixView } from './matrix-view.tsx';
import { PairedView } from './paired-view.tsx';
import styles from './sweep-results-view.module.css';

const tabs = ['accuracy', 'matrix', 'paired', 'insights'] as const;
type SweepTab = (typeof tabs)[number];

/** What came of a sweep so far, in several pictures. It is drawn when there is time: controls come first. */
export function SweepResultsView({ loaded: newest }: { readonly loaded: LoadedSweep }) {
  const loaded = useDeferredValue(newest);
  const [tab, show] = useState<SweepTab>('accuracy');
  const failed = loaded.results.filter(({ outcome }) => outcome.failure).length;
  return (
    <div className={styles.root}>
      <TabList
        label={sweepWords.tabs}
        tabs={tabs.map((id) => ({
          id,
          label: id === 'insights' ? insights.tab : sweepWords.tabNames[id],
        }))}
        current={tab}
        onChange={show}
      />
      <div className={styles.panel} role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`}>
        {tab === 'accuracy' && <AccuracyView loaded={loaded} />}
        {tab === 'matrix' && <MatrixView loaded={loaded} />}
        {tab === 'paired' && <PairedView loaded={loaded} />}
        {tab === 'insights' && <InsightsView loaded={loaded} />}
      </div>
      {failed > 0 && <p className="quiet">{sweepWords.failedRuns(failed)}</p>}
    </div>
  );
}
