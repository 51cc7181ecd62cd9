import { useWorded } from '../use-spoken.ts';
import { useRef } from 'react';
import { charts } from '#words/en/charts.ts';
import { ChartFrame, type ChartFrameProps } from './chart-frame.tsx';
import type { ChartTable } from './chart-table.ts';
import { seriesStyle } from './series-style.ts';
import styles from './bar-chart.module.css';

export interface Bar {
  readonly key: string;
  readonly name: string;
  /** Null where there is nothing to show: what it says then stands in `note`. */
  readonly value: number | null;
  readonly low?: number;
  readonly high?: number;
  readonly note?: string;
  /** Place among the colours. */
  readonly place: number;
}

export interface BarChartProps extends ChartFrameProps {
  readonly bars: readonly Bar[];
  /** What the bars are, and what their lengths are. */
  readonly barsAre: string;
  readonly label: string;
  readonly format: (value: number) => string;
  /** Where the axis ends; without it, at the longest bar. */
  readonly most?: number;
}

/** Amounts side by side, each with its number. */
export function BarChart({ bars, barsAre, label, format, most, ...frameProps }: BarChartProps) {
  const figure = useRef<HTMLDivElement>(null);
  const longest = most ?? Math.max(0, ...bars.map(({ value, high }) => high ?? value ?? 0));
  const table = useWorded(
    (): ChartTable => ({
      columns: [barsAre, label, charts.low, charts.high, charts.remark],
      formats: [null, format, format, format, null],
      rows: bars.map(({ name, value, low = null, high = null, note = null }) => [
        name,
        value,
        low,
        high,
        note,
      ]),
    }),
    [bars, barsAre, label, format],
  );
  return (
    <ChartFrame {...frameProps} figure={figure} table={table}>
      <table className={styles.bars}>
        <thead>
          <tr>
            <th scope="col">{barsAre}</th>
            <td aria-hidden="true" />
            <th scope="col" className={styles.number}>
              {label}
            </th>
          </tr>
        </thead>
        <tbody>
          {bars.map(({ key, name, place, value, low, high, note }) => (
            <tr key={key}>
              <th scope="row" translate="no">
                {name}
              </th>
              <td className={styles.drawn} aria-hidden="true">
                {value !== null && (
                  <svg width="100%" height="100%" data-series={seriesStyle(place).colour}>
                    <rect className={styles.bar} y="20%" width={part(value, longest)} height="60%" />
                    {low !== undefined && high !== undefined && (
                      <line
                        className={styles.whisker}
                        x1={part(low, longest)}
                        x2={part(high, longest)}
                        y1="50%"
                        y2="50%"
                      />
                    )}
                  </svg>
                )}
              </td>
              <td className={styles.number}>
                {value === null ? '–' : format(value)}
                {note !== undefined && <span className={styles.note}>{note}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ChartFrame>
  );
}

const part = (value: number, of: number): string => `${of > 0 ? ((value / of) * 100).toFixed(2) : 0}%`;
