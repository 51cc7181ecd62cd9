import type { ClaimVerdict } from '#lab/effects/verdict.ts';
import { areaFragment } from '#app/store/areas.ts';
import { amounts } from '#words/en/amounts.ts';
import { effects } from '#words/en/effects.ts';
import { lab } from '#words/en/lab.ts';
import type { TestedClaim } from './evidence.ts';
import styles from './overview.module.css';
import { VerdictChip } from './verdict-chip.tsx';

/** All claims at a glance: from the share that the first way solves to that of the last, on one axis. */
export function Overview({ claims }: { readonly claims: readonly TestedClaim[] }) {
  return (
    <table className={styles.root}>
      <caption className="hidden-visually">{lab.overview}</caption>
      <thead>
        <tr>
          <th scope="col">{lab.columns.claim}</th>
          <td className={styles.axis} aria-hidden="true">
            <span>{amounts.percent(0)}</span>
            <span>{amounts.percent(0.5)}</span>
            <span>{amounts.percent(1)}</span>
          </td>
          <th scope="col" className={styles.change}>
            {lab.columns.change}
          </th>
          <th scope="col" className={styles.verdict}>
            {lab.outcome}
          </th>
        </tr>
      </thead>
      <tbody>
        {claims.map(({ claim, arms, verdict }) => {
          const from = arms[0]?.solved.share ?? 0;
          const to = arms.at(-1)?.solved.share ?? 0;
          return (
            <tr key={claim}>
              <th scope="row">
                <a href={areaFragment('lab', claim)}>{effects.claims[claim]}</a>
              </th>
              <td className={styles.picture} aria-hidden="true">
                <Change from={from} to={to} verdict={verdict} />
              </td>
              <td className={styles.change}>{lab.change(amounts.percent(from), amounts.percent(to))}</td>
              <td className={styles.verdict}>
                <VerdictChip verdict={verdict} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface ChangeProps {
  readonly from: number;
  readonly to: number;
  readonly verdict: ClaimVerdict;
}

/** A ring for the first way, a dot for the last, and the line between them. */
function Change({ from, to, verdict }: ChangeProps) {
  const x = (value: number) => `${(value * 100).toFixed(2)}%`;
  return (
    <svg className={styles.plot} width="100%" height="100%" data-verdict={verdict}>
      {[0, 0.5, 1].map((mark) => (
        <line key={mark} className={styles.mark} x1={x(mark)} x2={x(mark)} y1="0" y2="100%" />
      ))}
      <line className={styles.way} x1={x(from)} x2={x(to)} y1="50%" y2="50%" />
      <circle className={styles.first} cx={x(from)} cy="50%" r="4" />
      <circle className={styles.last} cx={x(to)} cy="50%" r="4.5" />
    </svg>
  );
}
