import { charts } from '#words/en/charts.ts';
import type { ChartAxis, ChartSeries, ChartSpot } from './chart-data.ts';
import type { ChartTable } from './chart-table.ts';

/** A point in a sentence; null where it is gone. */
export function pointText(
  series: readonly ChartSeries[],
  spot: ChartSpot,
  { x, y }: { readonly x: ChartAxis; readonly y: ChartAxis },
): string | null {
  const one = series.find(({ key }) => key === spot.series);
  const point = one?.points.find(({ key }) => key === spot.point);
  if (!one || !point) return null;
  return charts.point({
    name: one.name,
    x: x.format(point.x),
    xLabel: x.label,
    y: y.format(point.y),
    yLabel: y.label,
    interval:
      point.low === undefined || point.high === undefined
        ? null
        : [y.format(point.low), y.format(point.high)],
    note: point.note ?? null,
  });
}

/** All points of a line chart. */
export function lineTable(series: readonly ChartSeries[], x: ChartAxis, y: ChartAxis): ChartTable {
  return {
    columns: [charts.line, x.label, y.label, charts.low, charts.high, charts.remark],
    formats: [null, x.format, y.format, y.format, y.format, null],
    rows: series.flatMap(({ name, points }) =>
      points.map((point) => [
        name,
        point.x,
        point.y,
        point.low ?? null,
        point.high ?? null,
        point.note ?? null,
      ]),
    ),
  };
}
