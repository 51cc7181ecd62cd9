import type { WorkedExample } from '../language-model.ts';

type Written = readonly [question: string, thought: string, answer: string];

const written = (examples: readonly Written[]): readonly WorkedExample[] =>
  examples.map(([question, thought, answer]) => ({ question, thought, answer }));

/** Worked examples, eight per family. Tests check every one of them. */

/** The worked answer below an example's question, for instruction-tuned models. */
export function workedText({ thought, answer }: WorkedExample): string {
  return `${thought} The answer is ${answer}.`;
}

export const countdownExamples: readonly WorkedExample[] = written([
  [
    'Make 24 from 4, 4, 6, 8',
    '4 + 8 = 12, left 4 6 12. 6 - 4 = 2, left 2 12. 2 * 12 = 24.',
    '(6 - 4) * (4 + 8)',
  ],
  [
    'Make 24 from 2, 9, 10, 12',
    '12 * 2 = 24, left 9 10 24. 10 - 9 = 1, left 1 24. 24 * 1 = 24.',
    '(12 * 2) * (10 - 9)',
  ],
  ['Make 24 from 1, 4, 8, 8', '8 / 4 = 2, left 1 2 8. 1 + 2 = 3, left 3 8. 3 * 8 = 24.', '(1 + 8 / 4) * 8'],
  [
    'Make 24 from 5, 5, 5, 9',
    '5 + 5 = 10, left 5 9 10. 10 + 5 = 15, left 9 15. 15 + 9 = 24.',
    '((5 + 5) + 5) + 9',
  ],
  [
    'Make 24 from 1, 1, 4, 6',
    '6 * 4 = 24, left 1 1 24. 1 * 24 = 24, left 1 24. 1 * 24 = 24.',
    '1 * (1 * (6 * 4))',
  ],
  [
    'Make 24 from 1, 1, 11, 11',
    '11 + 11 = 22, left 1 1 22. 1 + 1 = 2, left 2 22. 2 + 22 = 24.',
    '(1 + 1) + (11 + 11)',
  ],
  [
    'Make 24 from 3, 3, 8, 9',
    '8 * 3 = 24, left 3 9 24. 9 / 3 = 3, left 3 24. 24 - 3 = 21, not 24. Again: 3 + 3 = 6, left 6 8 9. 9 - 6 = 3, left 3 8. 3 * 8 = 24.',
    '(9 - (3 + 3)) * 8',
  ],
  [
    'Make 24 from 2, 2, 3, 12',
    '12 / 3 = 4, left 2 2 4. 2 + 2 = 4. 4 + 4 = 8. Again: 12 * 2 = 24, left 2 3 24. 3 - 2 = 1, left 1 24. 24 * 1 = 24.',
    '(12 * 2) * (3 - 2)',
  ],
]);

export const arithmeticExamples: readonly WorkedExample[] = written([
  ['23 × 4 + 15 × 3 = ?', '23 × 4 = 92. 15 × 3 = 45. 92 + 45 = 137.', '137'],
  ['47 × 6 = ?', '47 × 6 = 40 × 6 + 7 × 6 = 240 + 42 = 282.', '282'],
  ['38 × 5 − 12 × 7 = ?', '38 × 5 = 190. 12 × 7 = 84. 190 − 84 = 106.', '106'],
  ['64 × 8 + 27 × 2 = ?', '64 × 8 = 512. 27 × 2 = 54. 512 + 54 = 566.', '566'],
  ['91 × 3 − 45 × 4 = ?', '91 × 3 = 273. 45 × 4 = 180. 273 − 180 = 93.', '93'],
  [
    '56 × 7 + 33 × 6 + 18 × 2 = ?',
    '56 × 7 = 392. 33 × 6 = 198. 18 × 2 = 36. 392 + 198 = 590. 590 + 36 = 626.',
    '626',
  ],
  ['79 × 9 = ?', '79 × 9 = 80 × 9 − 1 × 9 = 720 − 9 = 711.', '711'],
  [
    '85 × 4 − 29 × 3 + 16 × 5 = ?',
    '85 × 4 = 340. 29 × 3 = 87. 16 × 5 = 80. 340 − 87 = 253. 253 + 80 = 333.',
    '333',
  ],
]);

/** In the format of the examples of Wei et al. 2022 (appendix G, table 20): the sums written out, then the answer. */
export const questionExamples: readonly WorkedExample[] = written([
  [
    'Mia has 7 pears and buys 2 bags of 4 pears. How many pears does she have?',
    'She starts with 7 pears. 2 bags of 4 pears are 2 * 4 = 8 pears. 7 + 8 = 15.',
    '15',
  ],
  [
    'A train with 60 seats is three quarters full. How many seats are free?',
    'A quarter of the seats is free. 60 / 4 = 15.',
    '15',
  ],
  [
    'Tom reads 12 pages on each of 5 days. The book has 80 pages. How many pages are left?',
    'He has read 12 * 5 = 60 pages. 80 - 60 = 20.',
    '20',
  ],
  [
    'Which is heavier, 900 grams or 1.1 kilograms?',
    '1.1 kilograms are 1100 grams. 1100 is more than 900.',
    '1.1 kilograms',
  ],
  [
    'Lea is older than Max. Max is older than Ida. Who is the youngest?',
    'Lea is older than Max, so she is not the youngest. Max is older than Ida, so he is not. Ida is left.',
    'Ida',
  ],
  [
    'A shirt costs 40 euros. It is sold for 25 % less. What does it cost then, in euros?',
    '25 % of 40 are 40 / 4 = 10 euros. 40 - 10 = 30.',
    '30',
  ],
  [
    'If today is Friday, which day is it in 10 days?',
    '7 days from today it is Friday again. 10 - 7 = 3 days are left: Saturday, Sunday, Monday.',
    'Monday',
  ],
  [
    'Three friends share 50 marbles as evenly as they can. How many are left over?',
    '3 * 16 = 48. 50 - 48 = 2.',
    '2',
  ],
]);
