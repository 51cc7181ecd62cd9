import type { Effort } from '#experiment/experiment.ts';
import { problemText, type Problem } from '#experiment/problem.ts';
import type { WorkedExample } from '../language-model.ts';
import { taskOf } from './families.ts';
import { workedText } from './examples.ts';

/** Prompts for instruction-tuned models. Embedded models have their own prompt tokens instead. */

/**
 * The instruction that DeepSeek-R1's and Qwen3's model cards recommend for mathematics: "Please reason step by step, and put
 * your final answer within \boxed{}." The further sentences for the efforts are this page's own.
 */
export function thinkFirst(problem: Problem, effort: Effort): string {
  return `${taskOf(problem).task}\n\nPlease reason step by step, and put your ${taskOf(problem).result} within \\boxed{}. ${efforts[effort]}`;
}

const efforts: Readonly<Record<Effort, string>> = {
  low: 'Keep your reasoning short.',
  high: 'Before you answer, check your result, and try another way where it fails.',
};

/** The beginning of a reply without thinking tags: zero-shot chain of thought (Kojima et al. 2022, arXiv 2205.11916, section 3). */
export const chainOfThoughtBegin = "Let's think step by step.";

/**
 * The same in steps that a search can branch on. Models with thinking tags skip them here, because inside the tags a
 * thought may have a hundred paragraphs; they solve most problems without (Ma et al. 2025, "Reasoning models can be
 * effective without thinking", arXiv 2504.09858). The wording is this page's own.
 */
export function inSteps(problem: Problem): string {
  return `${taskOf(problem).task}\n\nPlease reason step by step, in a few short steps with a blank line after each, and put your ${taskOf(problem).result} within \\boxed{}.`;
}

/** The reply's beginning is a paragraph of its own, so that the first step follows it. */
export const stepsBegin = `${chainOfThoughtBegin}\n\n`;

/** A direct answer without a thought: the baseline ("standard prompting") of Wei et al. 2022 (arXiv 2201.11903). */
export function answerAtOnce(problem: Problem): string {
  return `${taskOf(problem).task}\n\nReply with your ${taskOf(problem).result} within \\boxed{}, and nothing else.`;
}

/** Worked examples, then the problem in the same form (Wei et al. 2022, arXiv 2201.11903, section 2 and appendix G). */
export function likeExamples(problem: Problem, examples: readonly WorkedExample[]): string {
  const shown = examples.map((example) => `Q: ${example.question}\nA: ${workedText(example)}\n\n`);
  return `${shown.join('')}Q: ${problemText(problem)}\n\nSolve the last question in the same way, and end with “The answer is”.`;
}

/** Makes a model say its answer at once after a closed thought, as s1 does (Muennighoff et al. 2025, arXiv 2501.19393, section 3.1: "Final Answer:"). */
export const finalAnswerBegin = '**Final Answer**\n\\boxed{';
