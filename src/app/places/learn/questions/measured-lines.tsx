import type { PlacedQuestion } from '#learn/questions/questions.ts';
import { allTested } from '#app/places/lab/evidence.ts';
import { VerdictChip } from '#app/places/lab/verdict-chip.tsx';
import { effects } from '#words/en/effects.ts';
import { questionWords } from '#words/en/questions.ts';
import styles from './measured-lines.module.css';

/** The claims that an answer rests on, as they were measured for this page. */
export function MeasuredLines({ question: { shows } }: { readonly question: PlacedQuestion }) {
  const claims = Object.values(shows).flatMap((one) => (one.kind === 'claim' ? [one.claim] : []));
  const tested = allTested.filter(({ claim }) => claims.includes(claim));
  if (tested.length === 0) return null;
  return (
    <ul className={styles.lines} aria-label={questionWords.measured}>
      {tested.map(({ claim, arms, problems, verdict }) => (
        <li key={claim} className={styles.line}>
          <span className={styles.what}>{effects.claims[claim]}</span>
          <span className="mono">{questionWords.shares(arms.map(({ solved }) => solved.share))}</span>
          <span className="quiet">{questionWords.problems(problems)}</span>
          <VerdictChip verdict={verdict} />
        </li>
      ))}
    </ul>
  );
}
