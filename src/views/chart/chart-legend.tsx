import { charts } from '#words/en/charts.ts';
import type { ChartSeries } from './chart-data.ts';
import { seriesStyle } from './series-style.ts';
import styles from './chart-legend.module.css';

/** The lines by name. Pressing one shows it alone, pressing it again all. */
export function ChartLegend({
  series,
  alone,
  bare = false,
  onAlone,
  onLit,
}: {
  readonly series: readonly ChartSeries[];
  readonly alone: string | null;
  /** Close together: the text around it is to be seen with it. */
  readonly bare?: boolean;
  readonly onAlone: (series: string | null) => void;
  /** A line that is pointed at. */
  readonly onLit: (series: string | null) => void;
}) {
  return (
    <ul className={styles.root} data-bare={bare ? '' : undefined} aria-label={charts.lines}>
      {series.map(({ key, name, place, ideal = false }) => {
        const { colour, sign, dash } = seriesStyle(place, ideal);
        return (
          <li key={key}>
            <button
              type="button"
              className={styles.entry}
              aria-pressed={alone === key}
              data-aside={alone !== null && alone !== key ? '' : undefined}
              title={alone === key ? charts.showAll : charts.showAlone}
              onClick={() => onAlone(alone === key ? null : key)}
              onPointerEnter={() => onLit(key)}
              onPointerLeave={() => onLit(null)}
            >
              <svg width="28" height="12" aria-hidden="true" data-series={ideal ? 'ideal' : colour}>
                <path className={styles.line} d="M0 6H28" strokeDasharray={dash || undefined} />
                {!ideal && <path className={styles.sign} d={sign} transform="translate(14,6)" />}
              </svg>
              <span translate="no">{name}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
