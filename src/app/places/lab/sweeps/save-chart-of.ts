import type { Sweep } from '#lab/sweeps/spec.ts';
import { saveChart } from '#app/sharing/save-chart.ts';
import type { ChartToSave } from '#views/chart/chart-frame.tsx';
import { sweepTitle } from './sweep-title.ts';

/** Hands a chart of a sweep to the person, with what it is of. */
export const saveChartOf =
  (sweep: Sweep) =>
  (chart: ChartToSave): void =>
    void saveChart(chart, { caption: sweepTitle(sweep), link: location.href });
