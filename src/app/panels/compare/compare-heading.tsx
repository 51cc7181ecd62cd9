import { modelName } from '#policy/models.ts';
import { compare } from '#words/en/compare.ts';
import { useApp } from '#app/store/use-app.tsx';
import { ProblemPicture } from '#app/problems/problem-picture.tsx';
import { classes } from '#views/classes.ts';
import styles from '../stage/run-heading.module.css';
import { BackToQuestion } from '../teacher/back-to-question.tsx';
import { useStagesState } from './use-stages.ts';
import { problems as problemWords } from '#words/en/problems.ts';

/** What is compared: the problem, and what all sides have in common. */
export function CompareHeading() {
  const sides = useStagesState((state) => state.sides);
  const subject = sides[0]?.branch ? 'branches' : sides[0]?.way ? 'choices' : 'arms';
  const draft = useApp((state) => state.draft);
  const first = sides[0]?.experiment ?? draft;
  const experiments = sides.map(({ experiment }) => experiment);
  const models = [...new Set(sides.map(({ experiment }) => modelName(experiment.model)))];
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
        <span data-part="experiment">
          {subject === 'branches'
            ? compare.heading.branches(sides.length - 1)
            : subject === 'choices'
              ? compare.heading.choices(sides.length)
              : compare.heading.arms({
                  ways: sides.length,
                  models,
                  tokens: common(experiments.map(({ budget }) => budget.tokens)),
                  seed: common(experiments.map(({ seed }) => seed)),
                })}
        </span>
      </p>
      <BackToQuestion />
    </div>
  );
}

/** What all have; null where they differ. Kept runs may differ in anything. */
function common([first, ...others]: readonly number[]): number | null {
  return first !== undefined && others.every((other) => other === first) ? first : null;
}
