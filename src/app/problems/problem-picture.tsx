import type { Problem } from '#experiment/problem.ts';
import { classes } from '#views/classes.ts';
import { problemViews } from './families.tsx';
import type { SignsProps } from './family-props.ts';
import { problems as problemWords } from '#words/en/problems.ts';
import styles from './problem-picture.module.css';

/** The problem as it is posed: in signs, such as number cards and a target, or in words. In a line it is as high as the line; words are opened whole. */
export function ProblemPicture({
  problem,
  large = false,
  ...run
}: SignsProps<Problem> & {
  /** Alone on the stage, before the first run. */
  readonly large?: boolean;
}) {
  const size = large ? '' : undefined;
  const own = problemViews(problem);
  return own.Signs ? (
    <p className={styles.root} data-large={size} translate="no">
      <span className="hidden-visually">{problemWords.text(problem)}</span>
      <span className={styles.signs} aria-hidden="true">
        <own.Signs problem={problem} {...run} />
      </span>
    </p>
  ) : large ? (
    <p className={classes(styles.root, styles.question)} data-large={size} translate="no">
      {own.lines?.(problem) ?? problemWords.text(problem)}
    </p>
  ) : (
    <details className={styles.question} translate="no">
      <summary>{own.lines?.(problem) ?? problemWords.text(problem)}</summary>
    </details>
  );
}
