import { scaleLinear, scaleLog, type ScaleContinuousNumeric } from 'd3';
import type { ChartAxis, ChartSeries } from './chart-data.ts';

export type ChartScale = ScaleContinuousNumeric<number, number>;
export type Extent = readonly [number, number];

/** From the least to the greatest x of all points that an axis can show; null where there is none. */
export function xExtentOf(series: readonly ChartSeries[], log: boolean): Extent | null {
  const xs = series.flatMap(({ points }) => points.map(({ x }) => x)).filter((x) => !log || x > 0);
  return xs.length === 0 ? null : [Math.min(...xs), Math.max(...xs)];
}

/**
 * The ends of an axis: round values around the data, which move rarely while data come, and never inwards: what was in sight
 * stays where it can be expected.
 */
export function settledExtent(
  { domain }: ChartAxis,
  data: Extent | null,
  before: Extent | null,
  log: boolean,
): Extent {
  const wanted: Extent = domain ?? data ?? (log ? [1, 10] : [0, 1]);
  const outer: Extent = before ? [Math.min(before[0], wanted[0]), Math.max(before[1], wanted[1])] : wanted;
  if (domain) return domain;
  return log ? [roundDown(outer[0]), roundUp(outer[1])] : linearExtent(outer);
}

function linearExtent([from, to]: Extent): Extent {
  const [low = 0, high = 1] = scaleLinear([Math.min(0, from), to > from ? to : from + 1], [0, 1])
    .nice(6)
    .domain();
  return [low, high];
}

/** 1, 2 or 5 times a power of ten. */
const roundDown = (value: number): number => {
  const power = 10 ** Math.floor(Math.log10(value));
  const first = value / power;
  return (first >= 5 ? 5 : first >= 2 ? 2 : 1) * power;
};
const roundUp = (value: number): number => {
  const power = 10 ** Math.floor(Math.log10(value));
  const first = value / power;
  return (first > 5 ? 10 : first > 2 ? 5 : first > 1 ? 2 : 1) * power;
};

export function scaleOf([from, to]: Extent, range: Extent, log: boolean): ChartScale {
  return log && from > 0 ? scaleLog([from, to], range) : scaleLinear([from, to], range);
}

/** Values that are ticked, at least so many pixels from each other. */
export function ticksOf(
  scale: ChartScale,
  axis: ChartAxis,
  extent: Extent,
  log: boolean,
  apart: number,
): readonly number[] {
  const [from = 0, to = 1] = scale.range();
  const most = Math.max(2, Math.floor(Math.abs(to - from) / apart));
  const within = (value: number) => value >= extent[0] * (1 - 1e-9) && value <= extent[1] * (1 + 1e-9);
  if (axis.ticks) return spaced(axis.ticks.filter(within), scale, apart);
  if (!log) return scale.ticks(most);
  const candidates = [[1, 2, 5], [1, 3], [1]].map((firsts) => powersIn(extent, firsts).filter(within));
  const few = candidates.find((values) => values.length <= most && values.length >= 2);
  return few ?? spaced(candidates[0] ?? [], scale, apart);
}

function powersIn([from, to]: Extent, firsts: readonly number[]): readonly number[] {
  const values: number[] = [];
  for (let power = Math.floor(Math.log10(from)); power <= Math.ceil(Math.log10(to)); power++)
    for (const first of firsts) values.push(Number((first * 10 ** power).toPrecision(6)));
  return values;
}

/** As many from the first on as have room. */
function spaced(values: readonly number[], scale: ChartScale, apart: number): readonly number[] {
  const kept: number[] = [];
  for (const value of values) {
    const last = kept.at(-1);
    if (last === undefined || Math.abs(scale(value) - scale(last)) >= apart) kept.push(value);
  }
  return kept;
}
