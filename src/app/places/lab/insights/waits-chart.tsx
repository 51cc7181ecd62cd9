import { useWorded } from '#views/use-spoken.ts';
import { groupBy, ofArm } from '#lab/analysis/measured-cell.ts';
import { solvedByWaits } from '#lab/analysis/waits.ts';
import { stepAxis, shareAxis } from '#views/chart/chart-axes.ts';
import type { ChartSeries } from '#views/chart/chart-data.ts';
import { LineChart } from '#views/chart/line-chart.tsx';
import { insights } from '#words/en/insights.ts';
import { type InsightProps, saving } from './insight.ts';

/** Answers by number of waits: what each wait mends and what it breaks. */
export function WaitsChart(props: InsightProps) {
  const { measured, names } = props;
  const series = useWorded(
    () =>
      [...groupBy(measured, ofArm)]
        .map(([arm, cells]): ChartSeries => ({
          key: String(arm),
          name: names[arm] ?? String(arm),
          place: arm,
          points: solvedByWaits(cells).map((point) => ({
            key: String(point.waits),
            x: point.waits,
            y: point.solved.share,
            low: point.solved.low,
            high: point.solved.high,
            note: insights.waitNote(point),
          })),
        }))
        .filter(({ points }) => points.length > 1),
    [measured, names],
  );
  const most = Math.max(0, ...series.map(({ points }) => points.length - 1));
  const x = useWorded(
    () =>
      stepAxis(
        insights.waits,
        Array.from({ length: most + 1 }, (_, at) => at),
      ),
    [most],
  );
  const y = useWorded(() => shareAxis(insights.solved), []);
  if (series.length === 0) return null;
  return (
    <LineChart
      {...saving(props)}
      title={insights.byWaits}
      note={insights.waitsNote}
      series={series}
      x={x}
      y={y}
    />
  );
}
