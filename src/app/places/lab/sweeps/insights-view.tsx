import { useMemo } from 'react';
import { saveChart } from '#app/sharing/save-chart.ts';
import type { LoadedSweep } from '#app/sweeps/sweeps-state.ts';
import { SweepInsights } from '../insights/sweep-insights.tsx';
import { armNames } from './arm-names.ts';
import { sweepTitle } from './sweep-title.ts';

/** Fewer samples, difficulty, verifiers, waits and prices: each where the sweep's arms have what it needs. */
export function InsightsView({ loaded: { sweep, results } }: { readonly loaded: LoadedSweep }) {
  const names = useMemo(() => armNames(sweep), [sweep]);
  return (
    <SweepInsights
      sweep={sweep}
      measured={results}
      names={names}
      onSave={(chart) => void saveChart(chart, { caption: sweepTitle(sweep), link: location.href })}
    />
  );
}
