import { dsvFormat } from 'd3-dsv';
import { type Problem, problemText } from '#experiment/problem.ts';

/** A problem set as JSON Lines. Every line names its family, so that a question that looks like a sum stays one. */
export const asJsonLines = (problems: readonly Problem[]): string =>
  problems.map((problem) => `${JSON.stringify(problem)}\n`).join('');

/** As CSV with the columns family, question and answer. */
export function asCsv(problems: readonly Problem[], delimiter = ','): string {
  return dsvFormat(delimiter).formatRows([
    ['family', 'question', 'answer'],
    ...problems.map((problem) =>
      problem.family === 'question'
        ? [problem.family, problem.text, problem.answer ?? '']
        : [problem.family, problemText(problem), ''],
    ),
  ]);
}
