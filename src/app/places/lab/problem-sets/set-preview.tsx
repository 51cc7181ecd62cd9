import { useId } from 'react';
import { answersTo } from '#answers/families.ts';
import type { Problem } from '#experiment/problem.ts';
import { problemSets } from '#words/en/problem-sets.ts';
import { problems as problemWords } from '#words/en/problems.ts';
import styles from './set-preview.module.css';

const shown = 5;

/** The first problems of a set with their right answers, as they were read. */
export function SetPreview({
  title,
  problems,
}: {
  readonly title: string;
  readonly problems: readonly Problem[];
}) {
  const id = useId();
  return (
    <div className={styles.root}>
      <p className="knob-label" id={id}>
        {title}
      </p>
      <table className={styles.table} aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col">{problemSets.preview.problem}</th>
            <th scope="col">{problemSets.preview.answer}</th>
          </tr>
        </thead>
        <tbody translate="no">
          {problems.slice(0, shown).map((problem, place) => {
            const answer = answersTo(problem).reference(problem);
            return (
              <tr key={place}>
                <td>
                  <span className={styles.text}>{problemWords.text(problem)}</span>
                </td>
                <td
                  className={answer === null ? 'quiet' : styles.answer}
                  translate={answer === null ? 'yes' : 'no'}
                >
                  {answer ?? problemSets.noAnswer}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
