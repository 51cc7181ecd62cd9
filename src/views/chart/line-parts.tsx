import { type LineLayout, longestLabel, type PlacedSeries } from './line-layout.ts';
import { seriesStyle } from './series-style.ts';
import styles from './line-chart.module.css';

/** Grid, ticks and names of the axes. */
export function ChartAxes({
  layout: { left, right, top, bottom, height, xTicks, yTicks },
  x,
  y,
}: {
  readonly layout: LineLayout;
  readonly x: string;
  readonly y: string;
}) {
  return (
    <>
      {yTicks.map(({ at, text }) => (
        <g key={text}>
          <path className={styles.grid} d={`M${left} ${at}H${right}`} />
          <text className={styles.tick} x={left - 8} y={at} dy="0.32em" textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      {xTicks.map(({ at, text }) => (
        <g key={text}>
          <path className={styles.grid} d={`M${at} ${top}V${bottom}`} />
          <text className={styles.tick} x={at} y={bottom} dy="1.3em" textAnchor="middle">
            {text}
          </text>
        </g>
      ))}
      <path className={styles.axis} d={`M${left} ${bottom}H${right}`} />
      <text className={styles.unit} x={(left + right) / 2} y={height} dy="-0.35em" textAnchor="middle">
        {x}
      </text>
      <text className={styles.unit} x={0} y={0} dy="0.8em">
        {y}
      </text>
    </>
  );
}

/** A line with its band or whiskers and a sign at each point. */
export function PlacedLine({
  placed: { series, points, path, band, dense },
  met,
  banded,
  aside,
}: {
  readonly placed: PlacedSeries;
  /** The point that is read; null where it is of another line. */
  readonly met: string | null;
  readonly banded: boolean;
  /** Another line stands out. */
  readonly aside: boolean;
}) {
  const { colour, sign, dash } = seriesStyle(series.place, series.ideal);
  return (
    <g
      className={styles.series}
      data-series={series.ideal ? 'ideal' : colour}
      data-aside={aside ? '' : undefined}
    >
      {banded && band !== '' && <path className={styles.band} d={band} />}
      <path className={styles.line} d={path} strokeDasharray={dash || undefined} />
      {points
        .filter(({ key, seen }) => seen && (!dense || key === met))
        .map(({ key, left, top, whisker }) => (
          <g key={key} className={styles.point} data-met={key === met ? '' : undefined}>
            {whisker && (
              <path
                className={styles.whisker}
                d={`M${left} ${whisker[0]}V${whisker[1]}M${left - 3} ${whisker[0]}h6M${left - 3} ${whisker[1]}h6`}
              />
            )}
            <path className={styles.sign} d={sign} transform={`translate(${left},${top})`} />
          </g>
        ))}
    </g>
  );
}

/** The way from a line's end to its name is level, so that it is no slope, up to so far from the edge. */
const bend = 16;

/** Names beside the ends of the lines. */
export function EndNames({
  layout: { labels, series, right },
  isShown,
}: {
  readonly layout: LineLayout;
  readonly isShown: (series: string) => boolean;
}) {
  return labels.map(({ key, y, wished }) => {
    const placed = series.find((one) => one.series.key === key);
    const end = placed?.points.findLast(({ seen }) => seen);
    if (!placed || !end || !isShown(key)) return null;
    const { name, place, ideal = false } = placed.series;
    return (
      <g key={key} data-series={ideal ? 'ideal' : seriesStyle(place).colour}>
        {(Math.abs(y - wished) > 3 || end.left < right - 3) && (
          <path
            className={styles.leader}
            d={`M${end.left + 6} ${wished}H${Math.max(end.left + 6, right - bend)}L${right + 5} ${y}`}
          />
        )}
        <text className={styles.label} x={right + 9} y={y} dy="0.32em">
          {name.length > longestLabel ? `${name.slice(0, longestLabel - 1)}…` : name}
        </text>
      </g>
    );
  });
}
