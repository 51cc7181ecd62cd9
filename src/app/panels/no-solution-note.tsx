import { isSolvable } from '#answers/solvable.ts';
import type { Problem } from '#experiment/problem.ts';
import { problems } from '#words/en/problems.ts';
import { Icon } from '../ui/icon.tsx';
import styles from './no-solution-note.module.css';

/** That a problem has no right answer, before anybody waits for one; nothing where it has. */
export function NoSolutionNote({ problem }: { readonly problem: Problem }) {
  if (isSolvable(problem)) return null;
  return (
    <p className={styles.root}>
      <Icon name="warning" size={13} />
      <span>{problems.runAllTheSame(problems.text(problem))}</span>
    </p>
  );
}
