import { familySheet, type Problem } from '#experiment/families.ts';
import type { CodeGap } from '#experiment/code-gap.ts';
import { samplingFor } from '#experiment/defaults.ts';
import type { Experiment, Sampling } from '#experiment/experiment.ts';
import { answerForm } from '#experiment/problem.ts';
import { answerAtOnce, inSteps, likeExamples, thinkFirst } from '#policy/prompts/answer.ts';
import { workedExamples } from '#policy/prompts/families.ts';
import { valueQuestion, yesNoQuestion } from '#policy/prompts/judge.ts';
import { reviseWords } from '#policy/prompts/revise.ts';
import { namesIn } from '#answers/names.ts';
import { type CodeFor, type CodePlan, type CodeScore, planOf, takesStart } from '../plan.ts';
import { asked, serverAsking, drawing, firstModel, settings } from './asking.ts';
import { deciding, type JudgeWords } from './deciding.ts';
import { pythonText } from './literals.ts';
import { reading } from './reading.ts';

export interface PythonProgram {
  readonly code: string;
  /** Where it does something else than the page. */
  readonly gaps: readonly CodeGap[];
}

/** Whose prompts a program of an experiment can have, the one that says the same as the page first. */
export function codeForms({ problem }: Experiment, embedded: boolean): readonly CodeFor[] {
  const formula = familySheet(problem).trained?.formula(problem) ?? null;
  return embedded && formula !== null ? ['embedded', 'instructions'] : ['instructions'];
}

/**
 * An experiment as a Python program against a server with OpenAI's interface. It needs nothing but Python 3.9; BASE_URL,
 * API_KEY and MODEL come from the environment. The prompts, the sampling, the seeds and the choice are the page's.
 *
 * @param say what to write into its head of each gap, and how it is run.
 */
export function pythonProgram(
  experiment: Experiment,
  codeFor: CodeFor,
  say: { readonly head: readonly string[]; readonly gap: (gap: CodeGap) => string },
): PythonProgram {
  const { plan, gaps: planned } = planOf(experiment, codeFor);
  const sampling = samplingOf(experiment.sampling, codeFor, plan);
  const gaps: readonly CodeGap[] =
    sampling.max_tokens > experiment.sampling.maxTokens && plan.kind !== 'wait'
      ? [...planned, { kind: 'more-tokens', tokens: sampling.max_tokens }]
      : planned;
  const { problem, model } = experiment;
  const by = codeFor === 'embedded' || plan.kind === 'wait' ? 'completions' : 'chat';
  const prompt = promptOf(experiment, codeFor, plan);
  const score = 'score' in plan ? plan.score : null;
  const body = [
    serverAsking,
    ...(codeFor === 'embedded' ? [] : [firstModel]),
    `${asked({ name: by === 'completions' ? 'PROMPT' : 'MESSAGE', text: prompt }, sampling, experiment.seed)}${
      needsMark(plan) ? `\nMARK = ${pythonText(mark)}  # stands for what was written` : ''
    }`,
    drawing(by, score?.kind === 'likelihood'),
    reading(answerForm(problem) ?? 'words', opensThought(plan, codeFor), namesOf(problem)),
    ...deciding(plan, {
      judge: judgeWords(problem, score, plan.kind === 'search'),
      game: problem.family === 'countdown' ? problem : null,
      close: codeFor === 'embedded' ? ' </think>' : '\n</think>\n\n',
      joint: codeFor === 'embedded' ? ' ' : '\n\n',
      revise: around(reviseWords(problem, [mark]), `Attempt 1:\n${mark}\n`),
      nextStep: `\n\nSteps so far:\n${mark}\n\nWrite the next step only. If the problem is solved, write its answer within \\boxed{} instead.`,
    }),
  ];
  const head = [...say.head, ...gaps.map(say.gap)].map(comment).join('\n');
  const imports = modules.filter(
    (name) => new RegExp(`\\b${name}\\.`).test(body.join('\n')) || name === 'os',
  );
  const code = [
    `#!/usr/bin/env python3\n${head}\n\n${[...imports, 'urllib.error', 'urllib.request'].map((name) => `import ${name}`).join('\n')}\n\n${settings(
      codeFor === 'embedded'
        ? { url: 'http://127.0.0.1:8331/v1', model }
        : { url: 'http://127.0.0.1:8000/v1', model: null },
    )}`,
    ...body,
  ].join('\n\n\n');
  return { code: `${code}\n`, gaps };
}

/** Lines that stay comments, whatever the text holds. */
function comment(text: string): string {
  const lines = text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').match(/\S.{0,95}(?=\s|$)|\S+/g) ?? [];
  return lines.map((line) => `# ${line}`).join('\n');
}

const modules = [
  'ast',
  'collections',
  'fractions',
  'json',
  'math',
  'operator',
  're',
  'os',
  'sys',
  'time',
].sort();

/** What no problem holds: it stands for a text that the program puts there. */
const mark = '<<<what was written>>>';

function promptOf(experiment: Experiment, codeFor: CodeFor, plan: CodePlan): string {
  const { problem, strategy, start } = experiment;
  const effort = 'effort' in strategy ? strategy.effort : 'low';
  const begun = start && takesStart(plan, codeFor) ? start.text : '';
  if (codeFor === 'embedded') {
    const formula = familySheet(problem).trained?.formula(problem) ?? '';
    if (plan.kind === 'one' && plan.ask === 'answer') return `${formula} <none>`;
    return `${formula} <${effort}> <think>${begun && ` ${begun}`}`;
  }
  switch (plan.kind) {
    case 'one':
      if (plan.ask === 'answer') return answerAtOnce(problem);
      if (plan.ask === 'examples') return likeExamples(problem, workedExamples(problem).slice(0, plan.shots));
      return thinkFirst(problem, effort);
    // ChatML, as in the templates of Qwen's models.
    case 'wait':
      return `<|im_start|>user\n${thinkFirst(problem, effort)}<|im_end|>\n<|im_start|>assistant\n<think>\n${begun}`;
    case 'revise':
    case 'search':
      return inSteps(problem);
    case 'vote':
    case 'vote-until-decided':
    case 'best':
      return thinkFirst(problem, effort);
  }
}

/** Whether what is drawn begins inside of a thought. */
const opensThought = (plan: CodePlan, codeFor: CodeFor): boolean =>
  codeFor === 'embedded' ? !(plan.kind === 'one' && plan.ask === 'answer') : plan.kind === 'wait';

/** As the interface names them; those that OpenAI's own servers refuse only where they do something. */
function samplingOf(
  { temperature, topP, topK, minP, maxTokens }: Sampling,
  codeFor: CodeFor,
  plan: CodePlan,
) {
  const prose = samplingFor({ capabilities: { instructions: true, fewShot: true, valueHead: false } });
  const longEnough =
    codeFor === 'embedded' || plan.kind === 'wait' ? maxTokens : Math.max(maxTokens, prose.maxTokens);
  return {
    temperature,
    max_tokens: longEnough,
    ...(topP < 1 ? { top_p: topP } : {}),
    ...(topK > 0 ? { top_k: topK } : {}),
    ...(minP > 0 ? { min_p: minP } : {}),
  };
}

const namesOf = (problem: Problem): readonly string[] => namesIn(familySheet(problem).text(problem));

/** @param numbered whether the steps come with their numbers. */
function judgeWords(problem: Problem, score: CodeScore | null, numbered: boolean): JudgeWords {
  const ask = score?.kind === 'sure-or-not' ? valueQuestion : yesNoQuestion;
  const words = (finished: boolean) =>
    numbered
      ? ask(problem, [mark], finished).replace(`1. ${mark}`, () => mark)
      : ask(problem, [mark], finished);
  // Of a step that is not the last the question names its number, which nobody knows yet.
  const stepQuestion = words(false).replace('Is step 1 right?', 'Is the last step right?');
  return { question: words(true), stepQuestion };
}

const needsMark = (plan: CodePlan): boolean =>
  plan.kind === 'search' ||
  ('score' in plan && (plan.score.kind === 'yes-or-no' || plan.score.kind === 'sure-or-not'));

/** What stands before and behind a part. */
function around(text: string, part: string): { readonly before: string; readonly after: string } {
  const at = text.indexOf(part);
  return { before: text.slice(0, at), after: text.slice(at + part.length) };
}
