import { problemText, type Problem } from '#experiment/problem.ts';
import type { LoggedToken } from '#run/events.ts';
import { traceText } from '#run/trace-text.ts';

/**
 * The questions that verifiers ask in words about a trace; its steps as they were written. Bounded by the trace itself,
 * which the context bounds.
 */

/** Steps as words, without the tags around the thought and what ends the text. */
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

/** What a state is called that is asked about: the words of Tree of Thoughts, best first. */
export const valueWords = ['sure', 'likely', 'impossible'] as const;

/** The value prompt of Tree of Thoughts (Yao et al. 2023, arXiv 2305.10601, section 3, "value each state independently"). */
export function valueQuestion(problem: Problem, steps: readonly string[], finished: boolean): string {
  const question = finished
    ? 'Is this a right solution of the problem?'
    : 'Can these steps still lead to a right solution of the problem?';
  return `${described(problem, steps)}${question} Answer with one word: sure, likely or impossible.`;
}
