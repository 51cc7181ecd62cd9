import { problemText, type Problem } from '../experiment/problem.ts';
import { traceText } from '../run/trace-text.ts';
import type { PartialTrace } from './verifier.ts';

/** The questions that verifiers ask a model in words. Bounded by the trace itself, which the context bounds. */

function described(problem: Problem, steps: PartialTrace['steps']): string {
  const lines = steps.map((step, index) => `${index + 1}. ${traceText(step)}`);
  return `Problem: ${problemText(problem)}\nSteps so far:\n${lines.join('\n')}\n`;
}

/** Generative verification (Zhang et al. 2024, arXiv 2408.15240, section 3.1): a question whose answer is Yes or No. */
export function yesNoQuestion(problem: Problem, steps: PartialTrace['steps'], finished: boolean): string {
  const question = finished ? 'Is the answer right?' : `Is step ${steps.length} right?`;
  return `${described(problem, steps)}${question} Answer Yes or No.\nAnswer:`;
}

export const yes = ' Yes';
export const no = ' No';

/** The value prompt of Tree of Thoughts (Yao et al. 2023, arXiv 2305.10601, section 3, "value each state independently"). */
export function valueQuestion(problem: Problem, steps: PartialTrace['steps'], finished: boolean): string {
  const question = finished ? 'Is this a right solution of the problem?' : 'Can these steps still lead to a right solution of the problem?';
  return `${described(problem, steps)}${question} Answer with one word: sure, likely or impossible.\nAnswer:`;
}
