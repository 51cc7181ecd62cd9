import type { ModelInfo } from '../language-model.ts';

export interface RStarWords {
  /** @param number of the sub-question in its trace, from 1. */
  question(number: number): string;
  answer(number: number): string;
  readonly rephrase: string;
}

/**
 * Words that rStar puts into a trace for the actions that ask for something (Qi et al. 2024, arXiv 2408.06195, table 1: A3,
 * A4, A5). The paper's code puts each to the model in a prompt of its own with worked examples; here they stand in the one
 * trace, in the model's own reply, so that any model that follows instructions can go on from them. A model that has
 * learnt to takes its own words, which have no numbers.
 */
export function rStarWords({ actionWords }: Pick<ModelInfo, 'actionWords'>): RStarWords {
  if (!actionWords) return inPlainWords;
  const { question, answer, rephrase } = actionWords;
  return { question: () => question, answer: () => answer, rephrase };
}

const inPlainWords: RStarWords = {
  question: (number) => `Sub-question ${number}:`,
  answer: (number) => `Answer ${number}:`,
  rephrase: 'In other words, the question is:',
};
