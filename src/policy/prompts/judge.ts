import { problemText, type Problem } from '#experiment/problem.ts';
import type { LoggedToken } from '#run/events.ts';
import { traceText } from '#run/trace-text.ts';

/**
 * The questions that verifiers ask about a trace, with its steps as they were written. Their length is bounded by the
 * trace's, which the context bounds.
 */

/** Steps as text, without thinking tags and end-of-text tokens. */
export function stepTexts(steps: readonly (readonly LoggedToken[])[]): readonly string[] {
  return steps
    .map((step) => traceText(step.filter(({ role }) => role !== 'control')).trim())
    .filter((text) => text !== '');
}

function described(problem: Problem, steps: readonly string[]): string {
  const lines = steps.map((step, index) => `${index + 1}. ${step}`);
  return `Problem: ${problemText(problem)}\nSteps so far:\n${lines.join('\n')}\n\n`;
}

/** Generative verification (Zhang et al. 2024, arXiv 2408.15240, section 3.1): a question whose answer is Yes or No. */
export function yesNoQuestion(problem: Problem, steps: readonly string[], finished: boolean): string {
  const question = finished ? 'Is the answer right?' : `Is step ${steps.length} right?`;
  return `${described(problem, steps)}${question} Answer with one word, Yes or No.`;
}

/** The values of a state in Tree of Thoughts, best first. */
export const valueWords = ['sure', 'likely', 'impossible'] as const;

/** The value prompt of Tree of Thoughts (Yao et al. 2023, arXiv 2305.10601, section 3, "value each state independently"). */
export function valueQuestion(problem: Problem, steps: readonly string[], finished: boolean): string {
  const question = finished
    ? 'Is this a right solution of the problem?'
    : 'Can these steps still lead to a right solution of the problem?';
  return `${described(problem, steps)}${question} Answer with one word: sure, likely or impossible.`;
}
