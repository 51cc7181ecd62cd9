import type { Family } from '#experiment/families.ts';
import { arithmeticLimits } from '#experiment/families/arithmetic-problem.ts';
import { longestPuzzle } from '#experiment/families/puzzle-problem.ts';
import { questionLimits } from '#experiment/families/question-problem.ts';
import { problemText } from '#experiment/problem.ts';
import { room } from '../language.ts';
import { list } from './format.ts';

/** Problem families: their names, what is said of their problems, and their forms but for puzzles'. */
export const problems = room('problems', {
  /** Above the form. */
  names: {
    countdown: 'Game of 24',
    arithmetic: 'Arithmetic',
    puzzle: 'Puzzles',
    question: 'In words',
  } satisfies Record<Family, string>,
  /** In the middle of a sentence. */
  several: {
    countdown: 'countdown games',
    arithmetic: 'arithmetic',
    puzzle: 'puzzles',
    question: 'problems in words',
  } satisfies Record<Family, string>,
  /** Above the models that were trained on them. */
  trainedFor: {
    countdown: { title: 'Game of 24 and Countdown', what: 'Make a target from four numbers.' },
    arithmetic: { title: 'Arithmetic', what: 'Sums of products.' },
    puzzle: { title: 'Puzzles', what: 'Word problems, equations, knights and knaves.' },
    question: { title: 'Problems in words', what: 'Anything that can be asked.' },
  } satisfies Record<Family, Record<string, string>>,
  onlyKnows: ({ known, wanted }: { readonly known: readonly Family[]; readonly wanted: Family }): string =>
    `This model only knows ${list(known.map((family) => problems.several[family]))}, not ${problems.several[wanted]}.`,

  /** A problem in a line. What people wrote, and puzzles, stay in the language that they are in. */
  text: problemText,
  title: 'Problem',
  kind: 'Kind of problem',
  surprise: 'Surprise me',
  surpriseHeldOut: 'A problem the model was not trained on',
  surpriseOwn: 'Another question',

  hasNoSolution: 'This problem has no solution.',
  noSolution: (problem: string) => `This problem has no solution: ${problem}.`,
  runAllTheSame: (problem: string) =>
    `This problem has no solution: ${problem}. Run it all the same to see what a model makes of that.`,
  alsoNoSolution: 'this problem has no solution',

  /** On the command line. */
  typed: {
    countdown: 'a game ("24: 4 9 10 13")',
    arithmetic: 'a sum of products ("47*6+38*4")',
    puzzle: 'a puzzle ("puzzle: v = 7. v?")',
    question: 'a question ("question: How many? [12]")',
  } satisfies Record<Family, string>,
  typedEmpty: (forms: readonly string[]) => `The problem is empty. It can be ${list(forms, 'disjunction')}.`,
  typedUnknown: (text: string, forms: readonly string[]) =>
    `"${text}" is not a problem that can be read. It can be ${list(forms, 'disjunction')}.`,
  typedWrong: (text: string, wanted: string) => `"${text}" cannot be asked. ${wanted}`,
  /** What a problem of the family must be. */
  wanted: {
    countdown: 'A game has four numbers from 1 to 13 and a target from 1 to 99.',
    arithmetic: `A sum has up to ${arithmeticLimits.products} products, each of a number from 10 to ${arithmeticLimits.left} by one from 2 to 9, the larger one first.`,
    puzzle: `A puzzle has up to ${longestPuzzle} characters.`,
    question: `A question has words, up to ${questionLimits.text} characters, and its answer up to ${questionLimits.answer}.`,
  } satisfies Record<Family, string>,

  countdown: {
    make: 'make',
    numbers: 'Numbers',
    number: (place: number) => `Number ${place}`,
    target: 'Target',
    help: 'Use each number once, with + − × ÷ and brackets. Numbers 1 to 13, target 1 to 99.',
  },
  arithmetic: {
    product: (place: number) => `Product ${place}`,
    sign: (place: number) => `Sign of product ${place}`,
    larger: 'Larger factor',
    smaller: 'One-digit factor',
    remove: (place: number) => `Remove product ${place}`,
    add: 'Add a product',
    help: ({ products, left }: { readonly products: number; readonly left: number }) =>
      `Up to ${products} products: 10 to ${left} times 2 to 9.`,
    untrained: ({ products, left }: { readonly products: number; readonly left: number }) =>
      `The models that ship were trained on up to ${products} products of factors up to ${left}.`,
  },
});
