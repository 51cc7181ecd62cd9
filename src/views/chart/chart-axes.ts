import { charts } from '#words/en/charts.ts';
import type { ChartAxis } from './chart-data.ts';

/** An axis of shares, from none to all. */
export const shareAxis = (label: string): ChartAxis => ({
  label,
  format: charts.exactShare,
  tick: charts.share,
  domain: [0, 1],
});

/** An axis of amounts, such as tokens or seconds. @param ticks values that count, such as numbers of samples */
export const amountAxis = (label: string, ticks?: readonly number[]): ChartAxis => ({
  label,
  format: charts.amount,
  tick: charts.shortAmount,
  ...(ticks ? { ticks } : {}),
});
