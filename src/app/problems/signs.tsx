import { arithmeticText } from '#experiment/families/arithmetic.ts';
import type { ArithmeticProblem } from '#experiment/families/arithmetic-problem.ts';
import type { CountdownProblem } from '#experiment/families/countdown-problem.ts';
import type { SignsProps } from './family-props.ts';
import { classes } from '#views/classes.ts';
import { problems } from '#words/en/problems.ts';
import styles from './problem-picture.module.css';

/** Number cards and a target. */
export function CountdownSigns({ problem }: { readonly problem: CountdownProblem }) {
  return (
    <>
      {problem.numbers.map((number, index) => (
        <span key={index} className={classes(styles.numberCard, 'mono')}>
          {number}
        </span>
      ))}
      <span className={styles.make}>{problems.countdown.make}</span>
      <span className={classes(styles.numberCard, styles.target, 'mono')}>{problem.target}</span>
    </>
  );
}

/** A sum of products, and what it came to once a run has answered: where that is wrong, the signs say so. */
export function ArithmeticSigns({ problem, answer, outcome }: SignsProps<ArithmeticProblem>) {
  return (
    <>
      <span className={classes(styles.sum, 'mono')}>
        {arithmeticText(problem)}
        {answer !== null && (
          <>
            {' '}
            <span className={styles.comesTo}>
              {outcome === 'wrong' ? '≠' : '='}
              <span className={classes(styles.numberCard, styles.target)} data-outcome={outcome}>
                {answer ?? '?'}
              </span>
            </span>
          </>
        )}
      </span>
    </>
  );
}
