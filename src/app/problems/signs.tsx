import { type ArithmeticProblem, arithmeticText } from '#experiment/families/arithmetic.ts';
import type { CountdownProblem } from '#experiment/families/countdown.ts';
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

/** A sum of products. */
export function ArithmeticSigns({ problem }: { readonly problem: ArithmeticProblem }) {
  return (
    <>
      <span className={classes(styles.sum, 'mono')}>{arithmeticText(problem)} =</span>
      <span className={classes(styles.numberCard, styles.target, 'mono')}>?</span>
    </>
  );
}
