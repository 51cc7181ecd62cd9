import type { Problem } from '#experiment/problem.ts';
import { readProblemSet, type ReadingOptions } from '../read-problem-set.ts';

/** The problems of a text that must be readable. */
export function problemsIn(
  text: string,
  fileName = 'set.jsonl',
  options?: ReadingOptions,
): readonly Problem[] {
  const read = readProblemSet(text, fileName, options);
  if (!read.ok) throw new Error(JSON.stringify(read.fault));
  return read.problems;
}

export function notesOn(text: string, options?: ReadingOptions) {
  const read = readProblemSet(text, 'set', options);
  if (!read.ok) throw new Error(JSON.stringify(read.fault));
  return read.notes;
}

export function faultIn(text: string) {
  const read = readProblemSet(text, 'set');
  return read.ok ? null : read.fault;
}

/** Line numbers and kinds of what is wrong. */
export function badLines(text: string) {
  const fault = faultIn(text);
  return fault?.kind === 'bad-lines' ? fault.lines.map((one) => [one.line, one.fault.kind]) : fault;
}

export const questionInWords = (text: string, answer?: string): Problem => ({
  family: 'question',
  text,
  ...(answer === undefined ? {} : { answer }),
});
export const sumOfProducts: Problem = {
  family: 'arithmetic',
  terms: [
    { sign: '+', left: 47, right: 6 },
    { sign: '-', left: 38, right: 4 },
  ],
};
export const gameOf24: Problem = { family: 'countdown', numbers: [4, 9, 10, 13], target: 24 };
