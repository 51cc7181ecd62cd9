import type { Proportion } from '#lab/statistics.ts';
import { amounts } from '#words/en/amounts.ts';
import { effects } from '#words/en/effects.ts';
import { lab } from '#words/en/lab.ts';
import type { TestedClaim } from './evidence.ts';
import styles from './shares-table.module.css';

const marks = [0, 0.25, 0.5, 0.75, 1];

/** How many problems each way to answer solves: as numbers, and as points with their 95% intervals on one axis. */
export function SharesTable({ tested: { claim, arms } }: { readonly tested: TestedClaim }) {
  return (
    <table className={styles.root}>
      <caption className="hidden-visually">{lab.caption(effects.claims[claim])}</caption>
      <thead>
        <tr>
          <th scope="col">{lab.columns.way}</th>
          <td aria-hidden="true">
            <ShareScale />
          </td>
          <th scope="col" className={styles.number}>
            {lab.columns.right}
          </th>
        </tr>
      </thead>
      <tbody>
        {arms.map(({ arm, solved, tokens, parameters }) => (
          <tr key={arm.name}>
            <th scope="row">
              {effects.arms[arm.name]}
              <span className={styles.cost}>{lab.cost({ tokens, parameters })}</span>
            </th>
            <td className={styles.picture} aria-hidden="true">
              <IntervalPlot solved={solved} />
            </td>
            <td className={styles.number}>
              <b>{amounts.percent(solved.share)}</b>{' '}
              <span className={styles.interval}>{lab.interval(solved.low, solved.high)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The axis of such a picture: 0, 50 and 100% above its lines. */
export function ShareScale() {
  return (
    <span className={styles.axis}>
      <span>{amounts.percent(0)}</span>
      <span>{amounts.percent(0.5)}</span>
      <span>{amounts.percent(1)}</span>
    </span>
  );
}

/** A point and its interval, from 0 to 100% across; hollow where it stands for comparison beside another. */
export function IntervalPlot({
  solved: { share, low, high },
  hollow = false,
}: {
  readonly solved: Proportion;
  readonly hollow?: boolean;
}) {
  const x = (value: number) => `${(value * 100).toFixed(2)}%`;
  return (
    <svg className={styles.plot} width="100%" height="100%" data-hollow={hollow ? '' : undefined}>
      {marks.map((mark) => (
        <line key={mark} className={styles.mark} x1={x(mark)} x2={x(mark)} y1="0" y2="100%" />
      ))}
      <line className={styles.whisker} x1={x(low)} x2={x(high)} y1="50%" y2="50%" />
      <circle className={styles.dot} cx={x(share)} cy="50%" r="4.5" />
    </svg>
  );
}
