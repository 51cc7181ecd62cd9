import { type Family, type Problem, familySheet } from './families.ts';

/**
 * A held-out problem, or one of the page's own questions, picked by a random number that the caller draws: any whole
 * number from 0. Only the file of that family is loaded.
 *
 * @param like a family, or a problem: of puzzles, one of the same kind.
 * @param fetched imports the file; a page may have its own way where it does not come.
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
  const sheet = familySheet(like);
  const { usual } = sheet.heldOut;
  const own = sheet.surprises && (await fetched(sheet.surprises));
  const all = own ?? (usual && (await fetched(usual)).heldOut('usual')) ?? [];
  return typeof like === 'string' ? all : all.filter((problem) => sheet.alike?.(problem, like) ?? true);
}
