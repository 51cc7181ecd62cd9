import { allTested } from '#app/places/lab/evidence.ts';
import { spokenName } from '#app/models/spoken-name.ts';
import { amounts } from '#words/en/amounts.ts';
import { effects } from '#words/en/effects.ts';
import { number } from '#words/en/format.ts';
import { lessonWords } from '#words/en/lessons.ts';
import styles from './measured-widget.module.css';

/** A claim as it was measured: how many problems each way solves, with its interval, and what a problem costs. */
export function MeasuredWidget({ about }: { readonly about: string | undefined }) {
  const tested = allTested.find(({ claim }) => claim === about);
  if (!tested) return null;
  const { arms, problems, claim } = tested;
  return (
    <figure className={styles.root} aria-label={effects.claims[claim]}>
      <ul className={styles.arms}>
        {arms.map(({ arm, solved: { share, low, high }, tokens }) => (
          <li key={arm.name} className={styles.arm}>
            <span className={styles.name} title={spokenName(arm.model)}>
              {effects.arms[arm.name]}
            </span>
            <span className={styles.share}>{amounts.percent(share)}</span>
            <span className={styles.bar} aria-hidden="true">
              <span className={styles.fill} style={{ '--fill': `${share * 100}%` }} />
              <span
                className={styles.interval}
                style={{ '--from': `${low * 100}%`, '--to': `${(1 - high) * 100}%` }}
              />
            </span>
            <span className={styles.cost}>{lessonWords.measured.tokens(number(Math.round(tokens)))}</span>
          </li>
        ))}
      </ul>
      <figcaption className={styles.note}>{lessonWords.measured.of(number(problems))}</figcaption>
    </figure>
  );
}
