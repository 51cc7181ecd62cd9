import { binomial, type Signal } from '#lab/grpo/signal.ts';
import { grpo } from '#words/en/grpo.ts';
import styles from './signal-picture.module.css';
import foldedTable from '#app/ui/folded-table.module.css';

const [width, height, foot] = [640, 180, 24];

/** Groups by how many traces are right, and the curve that they would follow if all problems were equally hard. */
export function SignalPicture({ signal, size }: { readonly signal: Signal; readonly size: number }) {
  const expected = binomial(signal.rightShare, size).map((chance) => chance * signal.groups);
  const most = Math.max(1, ...signal.histogram, ...expected);
  const band = width / (size + 1);
  const y = (count: number) => height - (count / most) * (height - 16);
  return (
    <figure className={styles.root}>
      <svg
        className={styles.plot}
        viewBox={`0 0 ${width} ${height + foot}`}
        role="img"
        aria-label={grpo.survey.picture}
      >
        {signal.histogram.map((count, right) => {
          const end = right === 0 || right === size;
          return (
            <g key={right}>
              <rect
                className={styles.bar}
                data-end={end ? '' : undefined}
                x={right * band + 1}
                width={band - 2}
                y={y(count)}
                height={height - y(count)}
              />
              {count > 0 && (
                <text className={styles.count} x={(right + 0.5) * band} y={y(count) - 4}>
                  {count}
                </text>
              )}
              {(size <= 20 || right % 4 === 0) && (
                <text className={styles.tick} x={(right + 0.5) * band} y={height + 15}>
                  {right}
                </text>
              )}
            </g>
          );
        })}
        <polyline
          className={styles.curve}
          points={expected.map((count, right) => `${(right + 0.5) * band},${y(count)}`).join(' ')}
        />
        <line className={styles.base} x1="0" x2={width} y1={height} y2={height} />
      </svg>
      <figcaption className={styles.caption}>
        {grpo.survey.axis} · {grpo.survey.curve}
      </figcaption>
      <details className={foldedTable.root}>
        <summary>{grpo.survey.table}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{grpo.survey.rights}</th>
              <th scope="col">{grpo.survey.groups}</th>
              <th scope="col">{grpo.survey.equallyHard}</th>
            </tr>
          </thead>
          <tbody>
            {signal.histogram.map((count, right) => (
              <tr key={right}>
                <td>{right}</td>
                <td>{count}</td>
                <td>{grpo.survey.some(expected[right] ?? 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
