import { noSolution } from '#answers/solve-countdown.ts';
import type { Problem } from '#experiment/problem.ts';
import { Icon } from '../ui/icon.tsx';

/** That a problem has no right answer, before anybody waits for one; nothing where it has. */
export function NoSolutionNote({ problem }: { readonly problem: Problem }) {
  const sentence = noSolution(problem);
  if (sentence === null) return null;
  return (
    <p className="no-solution">
      <Icon name="warning" size={13} />
      <span>{sentence} Run it all the same to see what a model makes of that.</span>
    </p>
  );
}
