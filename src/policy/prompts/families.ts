import type { Family, Problem, ProblemOf } from '#experiment/families.ts';
import { problemText } from '#experiment/problem.ts';
import { puzzleKind } from '#experiment/puzzle/canonical.ts';
import type { WorkedExample } from '../language-model.ts';
import { arithmeticExamples, countdownExamples, questionExamples } from './examples.ts';
import { puzzleExamples } from './puzzle-examples.ts';

/** Prompts of a family for instruction-tuned models. Embedded models have their own prompt tokens. */
interface Prompts<P> {
  /** The problem as a task. */
  task(problem: P): string;
  /** What to call the answer in the prompt. */
  readonly result: string;
  /** Eight examples (as in Wei et al. 2022 for arithmetic), the most similar first. All are this page's own. */
  examples(problem: P): readonly WorkedExample[];
}

const knightRules =
  'Knights always tell the truth, knaves always lie. The answer is the names of the knights, with commas between them, or “nobody”.';

const prompts: { readonly [F in Family]: Prompts<ProblemOf<F>> } = {
  countdown: {
    task: ({ numbers, target }) =>
      `Make ${target} from the numbers ${numbers.join(', ')}: use each of them exactly once, with +, -, *, / and parentheses.`,
    result: 'final expression, such as (1 + 2) * 3,',
    examples: () => countdownExamples,
  },
  arithmetic: {
    task: (problem) => `Work out ${problemText(problem)}`,
    result: 'final answer',
    examples: () => arithmeticExamples,
  },
  puzzle: {
    task: (problem) =>
      puzzleKind(problem.text) === 'knights'
        ? `${problemText(problem)}\n\n${knightRules}`
        : problemText(problem),
    result: 'final answer',
    examples: ({ text }) => puzzleExamples(text),
  },
  question: {
    task: ({ text }) => text.trim(),
    result: 'final answer',
    examples: () => questionExamples,
  },
};

function promptsOf(problem: Problem): Prompts<Problem> {
  return prompts[problem.family];
}

/** The problem as a task, and what its answer is called. */
export function taskOf(problem: Problem): { readonly task: string; readonly result: string } {
  const own = promptsOf(problem);
  return { task: own.task(problem), result: own.result };
}

/** Examples to show before the problem, the most similar first. */
export function workedExamples(problem: Problem): readonly WorkedExample[] {
  return promptsOf(problem).examples(problem);
}
