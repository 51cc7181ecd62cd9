import { bisector, line, scaleLinear, type ScaleLinear } from 'd3';
import { itemAt, lastItem } from '#experiment/surely.ts';
import { curve } from '#words/en/curve.ts';
import { type CurvePoint, type Measure, measuresOf, valueAt } from './curve-points.ts';

export interface CurveRow {
  readonly measure: Measure;
  /** The plot's upper and lower edge. */
  readonly top: number;
  readonly bottom: number;
  readonly y: ScaleLinear<number, number>;
  readonly ticks: readonly CurveTick[];
  /** Every point, as an SVG path. */
  readonly path: string;
  /** The same with its noise averaged out. */
  readonly trend: string;
}

interface CurveTick {
  readonly at: number;
  readonly label: string;
}

export interface CurveLayout {
  readonly width: number;
  readonly height: number;
  /** Titles stand above the plots; where there is room, beside them. */
  readonly narrow: boolean;
  /** Left and right edge of all plots. */
  readonly left: number;
  readonly right: number;
  readonly x: ScaleLinear<number, number>;
  readonly ticks: readonly CurveTick[];
  readonly rows: readonly CurveRow[];
}

const tickRoom = 42;
const labelRoom = 164;
const rightRoom = 14;
const axisRoom = 24;
const wide = { above: 10, plot: 52, below: 8 };
const slim = { above: 26, plot: 54, below: 10 };

/** Small multiples of one curve, one below the other on one axis of steps, for a width in CSS pixels. */
export function curveLayout(points: readonly CurvePoint[], width: number): CurveLayout {
  const narrow = width < 560;
  const row = narrow ? slim : wide;
  const rowHeight = row.above + row.plot + row.below;
  const left = tickRoom + (narrow ? 0 : labelRoom);
  const right = Math.max(left + 80, width - rightRoom);
  const measures = measuresOf(points);
  const x = scaleLinear([itemAt(points, 0).step, lastItem(points).step], [left, right]);
  return {
    width,
    narrow,
    left,
    right,
    x,
    height: measures.length * rowHeight + axisRoom,
    ticks: x
      .ticks(Math.max(3, Math.floor((right - left) / 80)))
      .filter(Number.isInteger)
      .map((step) => ({ at: x(step), label: curve.tick(step) })),
    rows: measures.map((measure, place) => {
      const top = place * rowHeight + row.above;
      return curveRow(points, measure, x, top, top + row.plot);
    }),
  };
}

function curveRow(
  points: readonly CurvePoint[],
  measure: Measure,
  x: ScaleLinear<number, number>,
  top: number,
  bottom: number,
): CurveRow {
  const share = measure === 'accuracy' || measure === 'best' || measure === 'thinking';
  const values = points.map((point) => valueAt(point, measure));
  const y = scaleLinear([Math.min(0, ...values), share ? 1 : Math.max(...values) || 1], [bottom, top]).nice(
    2,
  );
  const drawn = (heights: readonly number[]) =>
    line<number>(
      (_, place) => round(x(itemAt(points, place).step)),
      (value) => round(y(value)),
    )(heights) ?? '';
  const format = share ? curve.share : curve.tick;
  return {
    measure,
    top,
    bottom,
    y,
    ticks: y.ticks(2).map((value) => ({ at: y(value), label: format(value) })),
    path: drawn(values),
    // A dozen rounds have nothing to be averaged out.
    trend: drawn(trend(values, values.length < 24 ? 0 : Math.ceil(values.length / 24))),
  };
}

const round = (pixels: number): number => Math.round(pixels * 10) / 10;

/** Means over as many neighbours on either side as there are, at most `radius`: the ends stay what they are. */
export function trend(values: readonly number[], radius: number): readonly number[] {
  return values.map((_, place) => {
    const reach = Math.min(radius, place, values.length - 1 - place);
    const window = values.slice(place - reach, place + reach + 1);
    return window.reduce((sum, value) => sum + value, 0) / window.length;
  });
}

const byStep = bisector(({ step }: CurvePoint) => step);

/** The point nearest to a place on the axis, in pixels. */
export function pointAt(
  points: readonly CurvePoint[],
  x: ScaleLinear<number, number>,
  pixels: number,
): number {
  return byStep.center(points, x.invert(pixels));
}
