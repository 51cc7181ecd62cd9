import { useWorded } from '../use-spoken.ts';
import { charts } from '#words/en/charts.ts';
import { shareAxis } from './chart-axes.ts';
import type { ChartAxis, ChartSeries } from './chart-data.ts';
import type { ChartFrameProps } from './chart-frame.tsx';
import { LineChart } from './line-chart.tsx';

/** What a threshold on a score lets through. */
export interface RocPoint {
  /** Share of the wrong traces that score at least as much. */
  readonly falsePositives: number;
  /** Share of the right ones. */
  readonly truePositives: number;
  readonly threshold: number;
}

/** How well scores tell right traces from wrong ones, at every threshold; one line for each verifier. */
export function RocChart({
  lines,
  ...frameProps
}: ChartFrameProps & {
  readonly lines: readonly {
    readonly key: string;
    readonly name: string;
    readonly place: number;
    readonly points: readonly RocPoint[];
  }[];
}) {
  const series = useWorded(
    () =>
      lines.map(({ points, ...rest }): ChartSeries => ({
        ...rest,
        points: points.map(({ falsePositives, truePositives, threshold }, at) => ({
          key: String(at),
          x: falsePositives,
          y: truePositives,
          note: charts.threshold(threshold),
        })),
      })),
    [lines],
  );
  const x = useWorded(() => shareAxis(charts.falsePositives), []);
  const y = useWorded(() => shareAxis(charts.truePositives), []);
  return <LineChart {...frameProps} series={series} x={x} y={y} square />;
}

/** Traces whose scores are about the same. */
export interface CalibrationBin {
  readonly score: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly traces: number;
}

/** Whether traces that score 0.7 are right seven times of ten; one line for each verifier. */
export function CalibrationChart({
  lines,
  ...frameProps
}: ChartFrameProps & {
  readonly lines: readonly {
    readonly key: string;
    readonly name: string;
    readonly place: number;
    readonly bins: readonly CalibrationBin[];
  }[];
}) {
  const series = useWorded(
    () =>
      lines.map(({ bins, ...rest }): ChartSeries => ({
        ...rest,
        points: bins.map(({ score, share, low, high, traces }, at) => ({
          key: String(at),
          x: score,
          y: share,
          low,
          high,
          note: charts.traces(traces),
        })),
      })),
    [lines],
  );
  const x = useWorded(
    (): ChartAxis => ({ label: charts.meanScore, format: charts.score, domain: [0, 1] }),
    [],
  );
  const y = useWorded(() => shareAxis(charts.shareRight), []);
  return <LineChart {...frameProps} series={series} x={x} y={y} square />;
}
