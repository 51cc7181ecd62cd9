import { useState } from 'react';
import { pText } from '#lab/paired.ts';
import { laterPart } from '#app/later-part.ts';
import { areaFragment } from '#app/store/areas.ts';
import { Icon } from '#app/ui/icon.tsx';
import { lazyPart } from '#app/ui/lazy-part.tsx';
import { classes } from '#views/classes.ts';
import { effects } from '#words/en/effects.ts';
import { lab } from '#words/en/lab.ts';
import { topicWords } from '#words/en/topics.ts';
import styles from './claim-card.module.css';
import type { TestedClaim } from './evidence.ts';
import { SharesTable } from './shares-table.tsx';
import { TryProblem } from './try-problem.tsx';
import { VerdictChip } from './verdict-chip.tsx';

const Reproduce = lazyPart(
  laterPart(() => import('./sweeps/reproduce.tsx')),
  (part) => part.ReproduceHere,
);

/** A claim, who made it, what was measured of it here, and the way to see one of its problems happen. */
export function ClaimCard({
  tested,
  named,
}: {
  readonly tested: TestedClaim;
  /** The address names it. */
  readonly named: boolean;
}) {
  const { claim, verdict, arms, comparisons, problems, measured } = tested;
  const [again, setAgain] = useState(false);
  const [trying, setTrying] = useState(false);
  const wayOf = (place: number): string => {
    const arm = arms[place];
    return arm ? effects.arms[arm.arm.name] : '';
  };
  return (
    <li className={styles.card} id={`lab-${claim}`} data-named={named ? '' : undefined}>
      <div className={styles.what}>
        <p className={styles.verdict}>
          <VerdictChip verdict={verdict} />
          <span className="quiet">{topicWords.names[tested.topic]}</span>
        </p>
        <h3 className={styles.claim}>{effects.claims[claim]}</h3>
        <p className="quiet">{effects.literature[claim]}</p>
        <p className={classes('quiet', styles.when)}>
          {lab.of({ problems, date: measured.date, commit: measured.commit })}{' '}
          <a
            href={areaFragment('lab', claim)}
            aria-label={lab.linkTo(effects.claims[claim])}
            className={styles.own}
          >
            <Icon name="link" size={13} />
          </a>
        </p>
      </div>
      <div className={styles.here}>
        <SharesTable tested={tested} />
        {comparisons.map(({ arms: [first, second], onlyFirst, onlySecond, corrected }) => (
          <p key={`${first} ${second}`} className={styles.compared}>
            {lab.compared({
              first: wayOf(first),
              second: wayOf(second),
              onlyFirst,
              onlySecond,
              p: pText(corrected, lab.correctedP),
            })}
          </p>
        ))}
        <details className={styles.try} onToggle={(event) => setAgain(event.currentTarget.open)}>
          <summary>{lab.reproduce}</summary>
          {again && <Reproduce tested={tested} />}
        </details>
        <details className={styles.try} onToggle={(event) => setTrying(event.currentTarget.open)}>
          <summary>{lab.try}</summary>
          {trying && <TryProblem tested={tested} />}
        </details>
      </div>
    </li>
  );
}
