import { charts } from '#words/en/charts.ts';
import type { ChartAxis } from './chart-data.ts';

/** An axis of shares, from none to all. */
export const shareAxis = (label: string): ChartAxis => ({
  label,
  format: charts.exactShare,
  tick: charts.share,
  domain: [0, 1],
});

/** An axis of amounts, such as tokens or seconds. */
export const amountAxis = (label: string): ChartAxis => ({
  label,
  format: charts.amount,
  tick: charts.shortAmount,
});

/** An axis of whole numbers of which each counts, such as samples; it reaches from the first to the last of them. */
export function stepAxis(label: string, ticks: readonly number[]): ChartAxis {
  const [first, last] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  return { ...amountAxis(label), ticks, ...(last > first ? { domain: [first, last] } : {}) };
}
