import type { Family } from '#experiment/families.ts';
import { room } from '../language.ts';
import { list } from './format.ts';

/** Problem families: their names, their forms, what is said of one. */
export const problems = room('problems', {
  /** In the middle of a sentence. */
  several: {
    countdown: 'countdown games',
    arithmetic: 'arithmetic',
    puzzle: 'puzzles',
    question: 'problems in words',
  } satisfies Record<Family, string>,
  onlyKnows: ({ known, wanted }: { readonly known: readonly Family[]; readonly wanted: Family }): string =>
    `This model only knows ${list(known.map((family) => problems.several[family]))}, not ${problems.several[wanted]}.`,

  hasNoSolution: 'This problem has no solution.',
  noSolution: (problem: string) => `This problem has no solution: ${problem}.`,
  runAllTheSame: (problem: string) =>
    `This problem has no solution: ${problem}. Run it all the same to see what a model makes of that.`,
  alsoNoSolution: 'this problem has no solution',
});
