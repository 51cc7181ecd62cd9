/**
 * Words that rStar puts into a trace for the actions that ask for something (Qi et al. 2024, arXiv 2408.06195, table 1: A3,
 * A4, A5). The paper's code puts each to the model in a prompt of its own with worked examples; here they stand in the one
 * trace, in the model's own reply, so that any model that follows instructions can go on from them.
 */
export const rStarWords = {
  question: (number: number) => `Sub-question ${number}:`,
  answer: (number: number) => `Answer ${number}:`,
  rephrase: 'In other words, the question is:',
} as const;
