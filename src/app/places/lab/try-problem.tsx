import { useEffect, useState } from 'react';
import type { Failure } from '#run/events.ts';
import { toFailure } from '#policy/policy-error.ts';
import { explainMissing } from '#worker/new-version.ts';
import { heldOutProblems } from '#experiment/held-out.ts';
import type { Problem } from '#experiment/problem.ts';
import { experimentAt } from '#lab/experiments.ts';
import { ProblemPicture } from '#app/problems/problem-picture.tsx';
import { useActions } from '#app/store/use-app.tsx';
import { FailureText } from '#app/ui/failure-text.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { classes } from '#views/classes.ts';
import { effects } from '#words/en/effects.ts';
import { lab } from '#words/en/lab.ts';
import { type TestedClaim, partingProblems } from './evidence.ts';
import styles from './try-problem.module.css';

/** One problem of the set, how each way to answer came out on it, and the way to see that happen. */
export function TryProblem({ tested }: { readonly tested: TestedClaim }) {
  const app = useActions();
  const { effect, arms } = tested;
  const parting = partingProblems(tested);
  const places = parting.length > 0 ? parting : [...Array(tested.problems).keys()];
  const [at, setAt] = useState(0);
  const [problems, setProblems] = useState<readonly Problem[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    let gone = false;
    const failed = async (error: unknown) => {
      const explained = await explainMissing(toFailure(error));
      if (!gone) setFailure(explained);
    };
    heldOutProblems(effect.family, effect.set)
      .then((all) => gone || setProblems(all), failed)
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [effect]);
  const place = places[at] ?? 0;
  const problem = problems?.[place];
  const move = (by: number) => setAt((at + by + places.length) % places.length);
  if (failure)
    return (
      <p role="alert">
        <FailureText failure={failure} />
      </p>
    );
  if (!problem) return <p className="quiet">{lab.fetching}</p>;
  return (
    <div className={styles.root}>
      <div className={styles.head}>
        <p>
          {lab.problem(place + 1, tested.problems)}{' '}
          <span className="quiet">{parting.length > 0 ? lab.parting(parting.length) : lab.noParting}</span>
        </p>
        {places.length > 1 && (
          <div className="row">
            <button
              type="button"
              className="button button-icon"
              aria-label={lab.previous}
              onClick={() => move(-1)}
            >
              <Icon name="stepBack" size={14} />
            </button>
            <button
              type="button"
              className="button button-icon"
              aria-label={lab.next}
              onClick={() => move(1)}
            >
              <Icon name="stepOn" size={14} />
            </button>
          </div>
        )}
      </div>
      <ProblemPicture problem={problem} />
      <ul className={styles.ways}>
        {arms.map(({ arm, right }) => {
          const way = effects.arms[arm.name];
          return (
            <li key={arm.name} className={styles.way}>
              <span>
                {way}
                <span className={classes(styles.outcome, right[place] ? styles.right : styles.wrong)}>
                  <Icon name={right[place] ? 'right' : 'wrong'} size={13} />
                  {right[place] ? lab.measuredRight : lab.measuredWrong}
                </span>
              </span>
              <button
                type="button"
                className="button"
                aria-label={lab.openOne(way)}
                onClick={() => app.setup.open(experimentAt(arm, problem, place))}
              >
                {lab.open}
              </button>
            </li>
          );
        })}
      </ul>
      <p className="quiet">{lab.same}</p>
    </div>
  );
}
