import { useWorded } from '../use-spoken.ts';
import { useRef, useState } from 'react';
import { charts } from '#words/en/charts.ts';
import { useScale } from '../use-scale.ts';
import { useWidth } from '../use-width.ts';
import type { ChartAxis, ChartSeries, ChartSpot, OnSpot } from './chart-data.ts';
import { ChartFrame, type ChartFrameProps } from './chart-frame.tsx';
import { ChartLegend } from './chart-legend.tsx';
import type { Extent } from './chart-scales.ts';
import { type LineChartData, type LineLayout, lineLayout } from './line-layout.ts';
import { LinePlot } from './line-plot.tsx';
import { lineTable, pointText } from './line-words.ts';
import styles from './line-chart.module.css';

export interface LineChartProps extends ChartFrameProps {
  readonly series: readonly ChartSeries[];
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  /** Whether the x axis may be logarithmic, and is so at first. */
  readonly logarithmic?: boolean;
  /** As high as wide, with a diagonal. */
  readonly square?: boolean;
  /** What follows where a point is pressed, such as its runs. */
  readonly onSpot?: OnSpot;
}

/** Lines over one axis, with intervals, read point by point by pointer, finger or keys. */
export function LineChart({
  series,
  x,
  y,
  logarithmic = false,
  square = false,
  onSpot,
  ...frameProps
}: LineChartProps) {
  const figure = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const scale = useScale();
  const [log, setLog] = useState(logarithmic);
  const [looked, setLooked] = useState<{ readonly axis: string; readonly extent: Extent } | null>(null);
  const [spot, setSpot] = useState<ChartSpot | null>(null);
  const [alone, setAlone] = useState<string | null>(null);
  const [lit, setLit] = useState<string | null>(null);
  const [layOut] = useState(settlingLayout);

  // A part of another axis is no part of this one.
  const axis = `${x.label} ${log}`;
  const zoom = looked?.axis === axis ? looked.extent : null;
  const layout = useWorded(
    () =>
      width === 0
        ? null
        : layOut({ series, x, y, log, square, low: frameProps.bare ?? false, zoom }, width, scale, axis),
    [layOut, series, x, y, log, square, frameProps.bare, zoom, width, scale, axis],
  );
  const table = useWorded(() => lineTable(series, x, y), [series, x, y]);
  const isolated = series.some(({ key }) => key === alone) ? alone : null;
  const told = spot && pointText(series, spot, { x, y });
  return (
    <ChartFrame
      {...frameProps}
      figure={figure}
      table={table}
      tools={
        <>
          {logarithmic && (
            <button
              type="button"
              className="button button-small"
              aria-pressed={log}
              onClick={() => setLog(!log)}
            >
              {charts.logarithmic}
            </button>
          )}
          {zoom && (
            <button type="button" className="button button-small" onClick={() => setLooked(null)}>
              {charts.wholeRange}
            </button>
          )}
        </>
      }
    >
      <p
        className={styles.told}
        data-bare={frameProps.bare ? '' : undefined}
        aria-live="polite"
        data-picture="no"
      >
        {told ?? (frameProps.bare ? '' : charts.howToRead)}
      </p>
      <div ref={frame} className={styles.frame}>
        {layout && (
          <LinePlot
            layout={layout}
            x={x}
            y={y}
            log={log}
            spot={spot}
            lit={isolated ?? lit}
            isShown={(key) => isolated === null || isolated === key}
            summary={charts.summary({
              title: frameProps.title,
              lines: series.length,
              x: x.label,
              y: y.label,
            })}
            onSpot={setSpot}
            onPress={onSpot}
            onZoom={(extent) => setLooked(extent && { axis, extent })}
            zoomed={zoom !== null}
          />
        )}
      </div>
      {series.length > 1 && (
        <ChartLegend
          series={series}
          alone={isolated}
          bare={frameProps.bare ?? false}
          onAlone={setAlone}
          onLit={setLit}
        />
      )}
    </ChartFrame>
  );
}

type LayOut = (data: LineChartData, width: number, scale: number, axis: string) => LineLayout;

/** Lays out one picture after another: of the same axis and size, each where the one before left it. */
function settlingLayout(): LayOut {
  let before: { readonly same: string; readonly layout: LineLayout } | null = null;
  return (data, width, scale, axis) => {
    const same = `${axis} ${width} ${scale}`;
    const layout = lineLayout(data, width, scale, before?.same === same ? before.layout.settled : null);
    before = { same, layout };
    return layout;
  };
}
