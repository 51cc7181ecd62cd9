import { type KeyboardEvent, type MouseEvent, type PointerEvent, useRef, useState } from 'react';
import { charts } from '#words/en/charts.ts';
import type { ChartAxis, ChartSpot, OnSpot } from './chart-data.ts';
import type { Extent } from './chart-scales.ts';
import { ChartAxes, PlacedLine, EndNames } from './line-parts.tsx';
import { type LineLayout, spotAt, spotBeside } from './line-layout.ts';
import styles from './line-chart.module.css';

export interface LinePlotProps {
  readonly layout: LineLayout;
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  readonly log: boolean;
  readonly spot: ChartSpot | null;
  /** A line that stands out; null where all do. */
  readonly lit: string | null;
  readonly isShown: (series: string) => boolean;
  /** What the whole is and what is read, for who does not see it. */
  readonly summary: string;
  readonly onSpot: (spot: ChartSpot | null) => void;
  readonly onPress: OnSpot | undefined;
  readonly onZoom: (extent: Extent | null) => void;
  readonly zoomed: boolean;
}

/** Within so many pixels a pointer means a point. */
const reach = 44;
/** A pointer that was moved less was pressed, not dragged. */
const slip = 8;

/** The plot as one stop of the keyboard: arrows go from point to point. */
export function LinePlot(props: LinePlotProps) {
  const { layout, x, y, log, spot, lit, isShown, summary, onSpot, onPress, onZoom, zoomed } = props;
  const { width, height, left, right, top, bottom } = layout;
  const [drag, setDrag] = useState<Extent | null>(null);
  const dragged = useRef(false);
  const shown = layout.series.filter(({ series }) => isShown(series.key));
  const seen = shown.flatMap(({ series, points }) =>
    points.flatMap((point) => (point.seen ? { series: series.key, point: point.key } : [])),
  );
  const here = seen.find((one) => one.series === spot?.series && one.point === spot.point) ?? seen[0];

  const placeOf = (event: MouseEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const ratio = width / (box.width || width);
    return { px: (event.clientX - box.left) * ratio, py: (event.clientY - box.top) * ratio };
  };
  const within = (px: number) => Math.max(left, Math.min(right, px));

  function onPointerDown(event: PointerEvent<HTMLElement>) {
    dragged.current = false;
    const { px } = placeOf(event);
    if (event.pointerType === 'mouse' && event.button === 0) setDrag([within(px), within(px)]);
    else onPointerMove(event);
  }
  function onPointerMove(event: PointerEvent<HTMLElement>) {
    const { px, py } = placeOf(event);
    if (drag) setDrag([drag[0], within(px)]);
    const found = spotAt(layout, px, py, reach, isShown);
    if (found && (found.series !== spot?.series || found.point !== spot.point)) onSpot(found);
  }
  function onPointerUp() {
    setDrag(null);
    if (!drag || Math.abs(drag[1] - drag[0]) < slip) return;
    dragged.current = true;
    onZoom([layout.x.invert(Math.min(...drag)), layout.x.invert(Math.max(...drag))]);
  }
  function onClick(event: MouseEvent<HTMLElement>) {
    if (dragged.current) return;
    // Keys press where they stand; a pointer what is below it.
    const { px, py } = placeOf(event);
    const pressed = event.detail === 0 ? here : spotAt(layout, px, py, reach, isShown);
    if (pressed) onPress?.(pressed);
  }
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = here && spotBeside(layout, here, event.key, isShown);
    if (event.key === 'Escape' && zoomed) onZoom(null);
    else if (event.key === '+' || event.key === '-') zoomAround(event.key === '+' ? 0.5 : 2);
    else if (next) onSpot(next);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  function zoomAround(factor: number) {
    const point = shown
      .find(({ series }) => series.key === here?.series)
      ?.points.find(({ key }) => key === here?.point);
    if (!point) return;
    const half = ((right - left) * factor) / 2;
    const { extent } = layout.settled;
    const from = Math.max(extent[0], layout.x.invert(point.left - half));
    const to = Math.min(extent[1], layout.x.invert(point.left + half));
    onZoom(from <= extent[0] && to >= extent[1] ? null : [from, to]);
  }

  return (
    <div className={styles.plot}>
      <svg
        className={styles.svg}
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        aria-hidden="true"
      >
        <ChartAxes layout={layout} x={log ? charts.onLogAxis(x.label) : x.label} y={y.label} />
        {layout.diagonal !== null && <path className={styles.diagonal} d={layout.diagonal} />}
        {drag && (
          <rect
            className={styles.brush}
            x={Math.min(...drag)}
            y={top}
            width={Math.abs(drag[1] - drag[0])}
            height={bottom - top}
          />
        )}
        {shown.map((placed) => (
          <PlacedLine
            key={placed.series.key}
            placed={placed}
            met={placed.series.key === spot?.series ? spot.point : null}
            banded={shown.length <= 3 || lit === placed.series.key}
            aside={lit !== null && lit !== placed.series.key}
          />
        ))}
        <EndNames layout={layout} isShown={isShown} />
      </svg>
      {/* Over the drawing, not around it: what it is called is not what is written in the drawing. */}
      <button
        type="button"
        className={styles.reader}
        aria-label={summary}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerLeave={() => setDrag(null)}
        onDoubleClick={() => onZoom(null)}
        onClick={onClick}
        onFocus={() => onSpot(here ?? null)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
