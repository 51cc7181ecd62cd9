import { compare } from '#words/en/compare.ts';
import { useApp } from '#app/store/use-app.tsx';
import { ProblemPicture } from '#app/problems/problem-picture.tsx';
import { classes } from '#views/classes.ts';
import styles from '../stage/run-heading.module.css';
import { BackToQuestion } from '../teacher/back-to-question.tsx';
import { inCommon } from './side-words.ts';
import { useStagesState } from './use-stages.ts';
import { problems as problemWords } from '#words/en/problems.ts';

/** What is compared: the problem, and what all sides have in common. */
export function CompareHeading() {
  const sides = useStagesState((state) => state.sides);
  const draft = useApp((state) => state.draft);
  const first = sides[0]?.experiment ?? draft;
  return (
    <div className={styles.root}>
      <h2 className={styles.comparison}>
        {compare.heading.title}
        <span className="hidden-visually" translate="no">
          {compare.heading.of(problemWords.text(first.problem))}
        </span>
      </h2>
      <ProblemPicture problem={first.problem} answer={null} />
      <p className={classes(styles.line, 'quiet')}>
        <span data-part="experiment">{inCommon(sides)}</span>
      </p>
      <BackToQuestion />
    </div>
  );
}
