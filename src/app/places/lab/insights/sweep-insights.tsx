import { AttemptsGrid } from './attempts-grid.tsx';
import { DifficultyGrid } from './difficulty-grid.tsx';
import { DrawsChart } from './draws-chart.tsx';
import type { InsightProps } from './insight.ts';
import { PriceBars } from './price-bars.tsx';
import styles from './sweep-insights.module.css';
import { VerifierInsight } from './verifier-insight.tsx';
import { WaitsChart } from './waits-chart.tsx';

/** What else the outcomes of a sweep say: each picture is there where its arms have what it needs. */
export function SweepInsights(props: InsightProps) {
  return (
    <div className={styles.root}>
      <DrawsChart {...props} />
      <DifficultyGrid {...props} />
      <AttemptsGrid {...props} />
      <WaitsChart {...props} />
      <VerifierInsight {...props} />
      <PriceBars {...props} />
    </div>
  );
}
