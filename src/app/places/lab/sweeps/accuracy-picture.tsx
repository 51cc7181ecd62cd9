import { format, scaleLinear, scaleLog } from 'd3';
import { useRef } from 'react';
import { useWidth } from '#views/use-width.ts';
import { sweepWords } from '#words/en/sweeps.ts';
import styles from './accuracy-picture.module.css';
import type { SweepSeries } from './sweep-series.ts';

const height = 380;
const margin = { top: 16, right: 12, bottom: 44, left: 48 };
/** As many signs as there are colours: no line is told by its colour alone. */
const signs = [
  'M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0',
  'M-4 -4H4V4H-4Z',
  'M0 -5.5L5 4H-5Z',
  'M0 -5.5L5.5 0L0 5.5L-5.5 0Z',
  'M0 5.5L5 -4H-5Z',
  'M-5 -1.7H-1.7V-5H1.7V-1.7H5V1.7H1.7V5H-1.7V1.7H-5Z',
] as const;

/** Share of problems solved against compute, a line a strategy. What it shows stands in the table beside it. */
export function AccuracyPicture({
  series,
  currency,
}: {
  readonly series: readonly SweepSeries[];
  /** What compute is counted in, in words. */
  readonly currency: string;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const computes = series.flatMap(({ points }) => points.map(({ compute }) => compute)).filter((x) => x > 0);
  const [least, most] = [Math.min(...computes), Math.max(...computes)];
  const x = scaleLog(
    [least / 1.15, most * 1.15],
    [margin.left, Math.max(margin.left + 1, width - margin.right)],
  );
  const y = scaleLinear([0, 1], [height - margin.bottom, margin.top]);
  const ticks = x.ticks(width < 500 ? 3 : 6).filter((tick) => /^[125]/.test(tick.toExponential()));
  return (
    <div className={styles.root}>
      <div ref={frame} className={styles.frame}>
        {width > 0 && computes.length > 0 && (
          <svg width={width} height={height} role="img" aria-label={sweepWords.accuracyOf(currency)}>
            {[0, 0.25, 0.5, 0.75, 1].map((mark) => (
              <g key={mark} transform={`translate(0,${y(mark)})`}>
                <line className={styles.grid} x1={margin.left} x2={width - margin.right} />
                <text className={styles.tick} x={margin.left - 8} dy="0.32em" textAnchor="end">
                  {sweepWords.percent(mark)}
                </text>
              </g>
            ))}
            {ticks.map((tick) => (
              <g key={tick} transform={`translate(${x(tick)},${height - margin.bottom})`}>
                <line className={styles.axis} y2="5" />
                <text className={styles.tick} y="19" textAnchor="middle">
                  {tick < 1 ? format('.2~f')(tick) : format('~s')(tick)}
                </text>
              </g>
            ))}
            <text className={styles.tick} x={width - margin.right} y={height - 6} textAnchor="end">
              {currency}
            </text>
            {series.map(({ key, points, oracle }, place) => (
              <g key={key} className={styles.series} data-hue={oracle ? 'oracle' : place % signs.length}>
                <path
                  className={styles.line}
                  d={points
                    .map(
                      ({ compute, solved }, at) => `${at === 0 ? 'M' : 'L'}${x(compute)} ${y(solved.share)}`,
                    )
                    .join('')}
                />
                {points.map(({ amount, compute, solved }) => (
                  <g key={compute} transform={`translate(${x(compute)},0)`}>
                    <line className={styles.whisker} y1={y(solved.low)} y2={y(solved.high)} />
                    <path
                      className={styles.sign}
                      d={signs[place % signs.length]}
                      transform={`translate(0,${y(solved.share)})`}
                    />
                    {amount !== null && Number.isFinite(amount) && (
                      <title>{`${series[place]?.name ?? ''}, ${sweepWords.amount} = ${sweepWords.number(amount)}: ${sweepWords.percent(solved.share)}`}</title>
                    )}
                  </g>
                ))}
              </g>
            ))}
          </svg>
        )}
      </div>
      <ul className={styles.legend}>
        {series.map(({ key, name, oracle, points }, place) => (
          <li key={key} className={styles.entry}>
            <svg
              className={styles.series}
              width="28"
              height="14"
              viewBox="-14 -7 28 14"
              aria-hidden="true"
              data-hue={oracle ? 'oracle' : place % signs.length}
            >
              <path className={styles.line} d="M-14 0H14" />
              <path className={styles.sign} d={signs[place % signs.length]} />
            </svg>
            <span>{name}</span>
            <b className={styles.end}>{sweepWords.percent(points.at(-1)?.solved.share ?? 0)}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}
