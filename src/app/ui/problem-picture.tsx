import { arithmeticText, type Problem, problemText } from '#experiment/problem.ts';
import { classes } from '#views/classes.ts';
import styles from './problem-picture.module.css';

/** The problem as it is posed: number cards and a target, a sum of products, or words. */
export function ProblemPicture({
  problem,
  large = false,
}: {
  readonly problem: Problem;
  /** Alone on the stage, before the first run. */
  readonly large?: boolean;
}) {
  const size = large ? '' : undefined;
  switch (problem.family) {
    case 'countdown':
      return (
        <p className={styles.root} data-large={size}>
          <span className="hidden-visually">{problemText(problem)}</span>
          {problem.numbers.map((number, index) => (
            <span key={index} className={classes(styles.numberCard, 'mono')} aria-hidden="true">
              {number}
            </span>
          ))}
          <span className={styles.make} aria-hidden="true">
            make
          </span>
          <span className={classes(styles.numberCard, styles.target, 'mono')} aria-hidden="true">
            {problem.target}
          </span>
        </p>
      );
    case 'arithmetic':
      return (
        <p className={styles.root} data-large={size}>
          <span className="hidden-visually">{problemText(problem)}</span>
          <span className={classes(styles.sum, 'mono')} aria-hidden="true">
            {arithmeticText(problem)}
          </span>
          <span className={styles.make} aria-hidden="true">
            =
          </span>
          <span className={classes(styles.numberCard, styles.target, 'mono')} aria-hidden="true">
            ?
          </span>
        </p>
      );
    case 'question':
      return (
        <p className={classes(styles.root, styles.question)} data-large={size}>
          {problem.text}
        </p>
      );
    case 'puzzle':
      return (
        <p className={classes(styles.root, styles.question)} data-large={size}>
          {problemText(problem)}
        </p>
      );
  }
}
