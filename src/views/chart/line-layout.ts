import { area, curveStepAfter, line } from 'd3';
import type { ChartAxis, ChartPoint, ChartSeries, ChartSpot } from './chart-data.ts';
import { type ChartScale, type Extent, xExtentOf, scaleOf, settledExtent, ticksOf } from './chart-scales.ts';
import { type EndLabel, placeEndLabels } from './end-labels.ts';

export interface LineChartData {
  readonly series: readonly ChartSeries[];
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  readonly log: boolean;
  /** As high as it is wide, with a line from corner to corner: a ROC curve, a calibration. */
  readonly square: boolean;
  /** Lower than wide charts are: the text around it is to be seen with it. */
  readonly low?: boolean;
  /** Part of the x axis that is looked at; null for all. */
  readonly zoom: Extent | null;
}

/** What stays from one picture of the same chart to the next. */
export interface SettledChart {
  readonly extent: Extent;
  readonly labels: ReadonlyMap<string, number>;
}

interface ChartTick {
  readonly at: number;
  readonly text: string;
}

export interface PlacedPoint extends ChartPoint {
  readonly left: number;
  readonly top: number;
  /** Upper and lower end of the interval; null without one. */
  readonly whisker: readonly [number, number] | null;
  readonly seen: boolean;
}

export interface PlacedSeries {
  readonly series: ChartSeries;
  readonly points: readonly PlacedPoint[];
  readonly path: string;
  /** Between the ends of the intervals. */
  readonly band: string;
  /** So many that signs would hide the line. */
  readonly dense: boolean;
}

export interface LineLayout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: ChartScale;
  readonly y: ChartScale;
  readonly xTicks: readonly ChartTick[];
  readonly yTicks: readonly ChartTick[];
  readonly series: readonly PlacedSeries[];
  /** Names beside the ends of the lines; none where there is no room. */
  readonly labels: readonly EndLabel[];
  /** From corner to corner; null where there is none. */
  readonly diagonal: string | null;
  readonly settled: SettledChart;
}

/** Pixels of a character, about, at the usual size of type. */
const character = 6.9;
/** Longer names are cut beside the lines; the legend has them whole. */
export const longestLabel = 30;

/** Lays a line chart out for a width. @param scale by how much type is larger than at its usual size */
export function lineLayout(
  data: LineChartData,
  width: number,
  scale: number,
  before: SettledChart | null,
): LineLayout {
  const { series, x: xAxis, y: yAxis, log, square, low = false } = data;
  const extent = settledExtent(xAxis, xExtentOf(series, log), before?.extent ?? null, log);
  const longest = Math.max(0, ...series.map(({ name }) => Math.min(longestLabel, name.length)));
  const room = longest * character * scale + 18;
  const named = !square && series.length > 1 && width >= 560 * scale && room < width * 0.34;
  const left = 50 * scale;
  // Above the plot stands what the y axis is.
  const top = 26 * scale;
  const right = Math.max(left + 60, width - (named ? room : 24 * scale));
  const plot = right - left;
  const height = square
    ? Math.min(plot, 440 * scale)
    : Math.max((low ? 120 : 220) * scale, Math.min(plot * (low ? 0.4 : 0.56), 430 * scale));
  const end = square ? left + height : right;
  const bottom = top + height;
  const shown = data.zoom ?? extent;
  const x = scaleOf(shown, [left, end], log);
  const y = scaleOf(yAxis.domain ?? yExtent(series), [bottom, top], false);
  const placed = series.map((one) => placedSeries(one, x, y, shown, log));
  const ends = named ? placed.flatMap((one) => labelEnd(one, top, bottom)) : [];
  const labels = placeEndLabels(ends, 17 * scale, top, bottom, before?.labels);
  const write = (axis: ChartAxis) => axis.tick ?? axis.format;
  return {
    width,
    height: bottom + 46 * scale,
    left,
    right: end,
    top,
    bottom,
    x,
    y,
    xTicks: ticksOf(x, xAxis, shown, log, 56 * scale).map((value) => ({
      at: x(value),
      text: write(xAxis)(value),
    })),
    yTicks: ticksOf(y, yAxis, [y.domain()[0] ?? 0, y.domain()[1] ?? 1], false, 48 * scale).map((value) => ({
      at: y(value),
      text: write(yAxis)(value),
    })),
    series: placed,
    labels,
    diagonal: square ? `M${left} ${bottom}L${end} ${top}` : null,
    settled: { extent, labels: new Map(labels.map((label) => [label.key, label.y])) },
  };
}

function yExtent(series: readonly ChartSeries[]): Extent {
  const highest = Math.max(0, ...series.flatMap(({ points }) => points.map(({ y, high }) => high ?? y)));
  const [, to = 1] = scaleOf([0, highest || 1], [0, 1], false)
    .nice(5)
    .domain();
  return [0, to];
}

function placedSeries(
  series: ChartSeries,
  x: ChartScale,
  y: ChartScale,
  [from, to]: Extent,
  log: boolean,
): PlacedSeries {
  const points = series.points
    .filter((point) => !log || point.x > 0)
    .map((point): PlacedPoint => ({
      ...point,
      left: tenth(x(point.x)),
      top: tenth(y(point.y)),
      whisker:
        point.low === undefined || point.high === undefined
          ? null
          : [tenth(y(point.high)), tenth(y(point.low))],
      seen: point.x >= from * (1 - 1e-9) && point.x <= to * (1 + 1e-9),
    }));
  const seen = points.filter((point) => point.seen);
  const drawn = line<PlacedPoint>(
    (point) => point.left,
    (point) => point.top,
  );
  if (series.stepped) drawn.curve(curveStepAfter);
  const banded = area<PlacedPoint>()
    .defined(({ whisker }) => whisker !== null)
    .x((point) => point.left)
    .y0(({ whisker }) => whisker?.[1] ?? 0)
    .y1(({ whisker }) => whisker?.[0] ?? 0);
  return {
    series,
    points,
    // Nothing reaches out of the part that is looked at.
    path: drawn(seen) ?? '',
    band: seen.length > 1 ? (banded(seen) ?? '') : '',
    dense: points.length > 40 || (series.ideal === true && points.length > 1),
  };
}

const tenth = (pixels: number): number => Math.round(pixels * 10) / 10;

function labelEnd(
  { series, points }: PlacedSeries,
  top: number,
  bottom: number,
): readonly { readonly key: string; readonly y: number }[] {
  const last = points.findLast(({ seen }) => seen);
  return last ? [{ key: series.key, y: Math.max(top, Math.min(bottom, last.top)) }] : [];
}

/** The point in sight that is nearest to a place, of those within reach. */
export function spotAt(
  layout: LineLayout,
  left: number,
  top: number,
  reach: number,
  isShown: (series: string) => boolean,
): ChartSpot | null {
  let best: ChartSpot | null = null;
  let nearest = reach;
  for (const { series, points } of layout.series) {
    if (!isShown(series.key)) continue;
    for (const point of points) {
      const distance = Math.hypot(point.left - left, point.top - top);
      if (!point.seen || distance > nearest) continue;
      nearest = distance;
      best = { series: series.key, point: point.key };
    }
  }
  return best;
}

/** The point to which an arrow key leads: along the line, or to the nearest x of the next line. Null where there is none. */
export function spotBeside(
  layout: LineLayout,
  spot: ChartSpot,
  key: string,
  isShown: (series: string) => boolean,
): ChartSpot | null {
  const lines = layout.series
    .filter(({ series }) => isShown(series.key))
    .map((one) => ({ key: one.series.key, points: one.points.filter(({ seen }) => seen) }))
    .filter(({ points }) => points.length > 0);
  const row = lines.findIndex((one) => one.key === spot.series);
  const here = lines[row];
  const at = here?.points.findIndex((point) => point.key === spot.point) ?? -1;
  const point = here?.points[at];
  if (!here || !point) return null;
  const go = (to: PlacedPoint | undefined, of = here): ChartSpot | null =>
    to ? { series: of.key, point: to.key } : null;
  switch (key) {
    case 'ArrowLeft':
      return go(here.points[at - 1]);
    case 'ArrowRight':
      return go(here.points[at + 1]);
    case 'Home':
      return go(here.points[0]);
    case 'End':
      return go(here.points.at(-1));
    case 'ArrowUp':
    case 'ArrowDown': {
      const next = lines[(row + (key === 'ArrowUp' ? lines.length - 1 : 1)) % lines.length];
      if (!next || next === here) return null;
      const near = next.points.toSorted(
        (a, b) => Math.abs(a.left - point.left) - Math.abs(b.left - point.left),
      );
      return go(near[0], next);
    }
    default:
      return null;
  }
}
