import type { ModelInfo } from '../language-model.ts';

export interface RStarWords {
  /** @param number the sub-question's position in its trace, from 1. */
  question(number: number): string;
  answer(number: number): string;
  readonly rephrase: string;
}

/**
 * Texts that rStar inserts into a trace for its prompting actions (Qi et al. 2024, arXiv 2408.06195, table 1: A3, A4, A5).
 * The paper's code uses a separate prompt with worked examples for each. Here they are part of the one trace, in the
 * model's own reply, so that any instruction-tuned model can continue from them. A model that was trained for these
 * actions uses its own words, which have no numbers.
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
