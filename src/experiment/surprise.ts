import type { Family, Problem } from './problem.ts';
import { puzzleKind } from './puzzle/canonical.ts';
import { questions } from './questions.ts';

/**
 * A held-out problem, or one of this page's own questions, picked by a random number that the caller draws: any whole
 * number from 0. Only the list of that family is loaded.
 *
 * @param like a family, or a problem: of puzzles, one of the same kind.
 * @param fetched imports the list; a page may have its own way where it does not come.
 */
export async function surpriseProblem(
  like: Family | Problem,
  randomInteger: number,
  fetched: Fetched = (load) => load(),
): Promise<Problem> {
  const problems = await problemsLike(like, fetched);
  const problem = problems[randomInteger % problems.length];
  if (!problem) throw new RangeError(`${randomInteger} is not a whole number from 0`);
  return problem;
}

type Fetched = <Part>(load: () => Promise<Part>) => Promise<Part>;

async function problemsLike(like: Family | Problem, fetched: Fetched): Promise<readonly Problem[]> {
  const family = typeof like === 'string' ? like : like.family;
  switch (family) {
    case 'countdown':
      return (await fetched(() => import('./held-out/countdown.ts')))
        .heldOutCountdown()
        .map(({ problem }) => problem);
    case 'arithmetic':
      return (await fetched(() => import('./held-out/arithmetic.ts')))
        .heldOutArithmetic()
        .map(({ problem }) => problem);
    case 'puzzle': {
      const { heldOutPuzzles } = await fetched(() => import('./held-out/puzzle.ts'));
      const kind = typeof like === 'object' && like.family === 'puzzle' ? puzzleKind(like.text) : null;
      return heldOutPuzzles('held-out')
        .filter((one) => kind === null || one.kind === kind)
        .map(({ problem }) => problem);
    }
    case 'question':
      return Object.values(questions);
  }
}
