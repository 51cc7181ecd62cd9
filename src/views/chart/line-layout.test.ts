import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChartSeries } from './chart-data.ts';
import { settledExtent } from './chart-scales.ts';
import { placeEndLabels } from './end-labels.ts';
import { type LineChartData, lineLayout, spotAt, spotBeside } from './line-layout.ts';

const seriesOf = (key: string, ys: readonly number[], xs = ys.map((_, at) => 2 ** at)): ChartSeries => ({
  key,
  name: `A line called ${key}`,
  place: 0,
  points: ys.map((y, at) => ({ key: String(at), x: xs[at]!, y, low: y / 2, high: (1 + y) / 2 })),
});
const data: LineChartData = {
  series: [seriesOf('a', [0.2, 0.5, 0.7]), seriesOf('b', [0.3, 0.52, 0.71, 0.72])],
  x: { label: 'Samples', format: String },
  y: { label: 'Right', format: String, domain: [0, 1] },
  log: true,
  square: false,
  zoom: null,
};
const shown = () => true;

describe('a line chart', () => {
  it.each([320, 390, 800, 1280])('keeps all it draws inside a width of %i', (width) => {
    const { series, left, right, top, bottom, height, xTicks } = lineLayout(data, width, 1, null);
    expect(right).toBeLessThanOrEqual(width);
    expect(bottom).toBeLessThan(height);
    for (const point of series.flatMap(({ points }) => points)) {
      expect(point.left).toBeGreaterThanOrEqual(left);
      expect(point.left).toBeLessThanOrEqual(right);
      expect(point.whisker?.[0]).toBeGreaterThanOrEqual(top);
      expect(point.whisker?.[1]).toBeLessThanOrEqual(bottom);
    }
    expect(xTicks.length).toBeGreaterThanOrEqual(2);
  });

  it('names lines at their ends where there is room, and nowhere else', () => {
    expect(lineLayout(data, 390, 1, null).labels).toEqual([]);
    const { labels } = lineLayout(data, 1000, 1, null);
    expect(labels.map(({ key }) => key).toSorted((a, b) => a.localeCompare(b))).toEqual(['a', 'b']);
    expect(Math.abs(labels[0]!.y - labels[1]!.y)).toBeGreaterThanOrEqual(17);
  });

  it('leaves out what a logarithmic axis cannot show', () => {
    const zero = { ...data, series: [seriesOf('a', [0.1, 0.2], [0, 8])] };
    expect(lineLayout(zero, 600, 1, null).series[0]?.points.map(({ x }) => x)).toEqual([8]);
    expect(lineLayout({ ...zero, log: false }, 600, 1, null).series[0]?.points).toHaveLength(2);
  });

  it('is empty, not broken, before anything was measured', () => {
    const { series, xTicks } = lineLayout({ ...data, series: [] }, 600, 1, null);
    expect(series).toEqual([]);
    expect(xTicks.length).toBeGreaterThan(0);
  });

  it('draws of a part what is in it', () => {
    const { series } = lineLayout({ ...data, zoom: [1.5, 4.5] }, 600, 1, null);
    expect(series[1]?.points.map(({ seen }) => seen)).toEqual([false, true, true, false]);
    expect(series[1]?.path.match(/[ML]/g)).toHaveLength(2);
  });
});

describe('reading a chart', () => {
  const layout = lineLayout(data, 800, 1, null);
  const [first] = layout.series;
  it('takes the nearest point of the lines that are shown', () => {
    const { left, top } = first!.points[1]!;
    expect(spotAt(layout, left + 2, top + 1, 44, shown)).toEqual({ series: 'a', point: '1' });
    expect(spotAt(layout, left, top, 44, (key) => key === 'b')).toEqual({ series: 'b', point: '1' });
    expect(spotAt(layout, left, layout.bottom, 5, shown)).toBeNull();
  });
  it('goes along a line and from line to line by arrow keys', () => {
    const go = (key: string, series = 'a', point = '1') => spotBeside(layout, { series, point }, key, shown);
    expect(go('ArrowRight')).toEqual({ series: 'a', point: '2' });
    expect(go('ArrowLeft', 'a', '0')).toBeNull();
    expect(go('End')).toEqual({ series: 'a', point: '2' });
    expect(go('ArrowDown')).toEqual({ series: 'b', point: '1' });
    expect(go('ArrowDown', 'b', '3')).toEqual({ series: 'a', point: '2' });
    expect(go('Tab')).toBeNull();
  });
});

describe('axes of a chart that grows', () => {
  const axis = { label: 'Tokens', format: String };
  it('have round ends, which move outwards only', () => {
    const first = settledExtent(axis, [63, 480], null, true);
    expect(first).toEqual([50, 500]);
    expect(settledExtent(axis, [63, 499], first, true)).toEqual(first);
    expect(settledExtent(axis, [70, 90], first, true)).toEqual(first);
    expect(settledExtent(axis, [63, 1200], first, true)).toEqual([50, 2000]);
  });
  it('hold the data and begin at 0 where they are linear', () =>
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e7, noNaN: true }), fc.boolean(), (most, log) => {
        const [from, to] = settledExtent(axis, [most / 7, most], null, log);
        expect(to).toBeGreaterThanOrEqual(most * (1 - 1e-9));
        expect(from).toBeLessThanOrEqual((most / 7) * (1 + 1e-9));
        if (!log) expect(from).toBe(0);
      }),
    ));
});

describe('names at the ends of lines', () => {
  it('cover nobody and keep the order of their lines', () =>
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { maxLength: 12 }), (ys) => {
        const placed = placeEndLabels(
          ys.map((y, at) => ({ key: String(at), y })),
          17,
          0,
          300,
        );
        for (const [at, label] of placed.entries()) {
          const next = placed[at + 1];
          if (!next) continue;
          expect(next.y - label.y).toBeGreaterThanOrEqual(17 - 1e-9);
          expect(next.wished).toBeGreaterThanOrEqual(label.wished);
        }
      }),
    ));
  it('stay where they stood while their line moves a little', () => {
    const before = new Map([['a', 100]]);
    const at = (y: number) => placeEndLabels([{ key: 'a', y }], 17, 0, 300, before)[0]?.y;
    expect([at(103), at(97), at(120)]).toEqual([100, 100, 120]);
  });
});
