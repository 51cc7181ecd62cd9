import { useWorded } from '#views/use-spoken.ts';
import type { LoadedSweep } from '#app/sweeps/sweeps-state.ts';
import { classes } from '#views/classes.ts';
import { sweepWords } from '#words/en/sweeps.ts';
import { SweepInsights } from '../insights/sweep-insights.tsx';
import { armNames } from './arm-names.ts';
import styles from './insights-view.module.css';
import { saveChartOf } from './save-chart-of.ts';

/** Fewer samples, difficulty, verifiers, waits and prices: each where the sweep's arms have what it needs. */
export function InsightsView({ loaded: { sweep, results } }: { readonly loaded: LoadedSweep }) {
  const names = useWorded(() => armNames(sweep), [sweep]);
  return (
    <>
      <SweepInsights sweep={sweep} measured={results} names={names} onSave={saveChartOf(sweep)} />
      <p className={classes('quiet', styles.needs)}>{sweepWords.needs}</p>
    </>
  );
}
