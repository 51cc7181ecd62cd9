import { problemText, type Problem } from '#experiment/problem.ts';

/** Characters of an attempt that are shown again, from its end. */
const longestAttempt = 2000;

/** The problem and earlier attempts, oldest first, with a request for a better one (Snell et al. 2024, arXiv 2408.03314, section 6.1; the wording is this page's own: the paper fine-tunes instead). */
export function reviseWords(problem: Problem, attempts: readonly string[]): string {
  const shown = attempts.map(
    (attempt, index) => `Attempt ${index + 1}:\n${attempt.slice(-longestAttempt)}\n`,
  );
  return `Problem: ${problemText(problem)}\n${shown.join('\n')}
Read the attempts above, find what is wrong in them, and solve the problem again, step by step. End with "The answer is" and the answer.`;
}

/** The beginning of the reply. */
export function revisionBegin(attempts: readonly string[]): string {
  return `Attempt ${attempts.length + 1}:\n`;
}
