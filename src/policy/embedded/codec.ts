import type { Effort } from '#experiment/experiment.ts';
import { problemText, type Problem } from '#experiment/problem.ts';
import { PolicyError } from '../policy-error.ts';
import type { PromptStyle, TokenId, WorkedExample } from '../language-model.ts';
import type { TokenCodec } from '../runtime/token-codec.ts';
import { type Manifest, trainedForm } from './manifest.ts';
import { mostExamples, skill, skillTokens } from './skills.ts';
import { EmbeddedReader, joinTokens } from './token-reader.ts';
import { control, Vocabulary } from './vocabulary.ts';

type Steps = Extract<PromptStyle, { kind: 'judge' | 'value' }>['steps'];
type Capabilities = Partial<Manifest['capabilities']>;

/**
 * The codec of an embedded model. Its prompts are those of `training/`: `<bos> 24 : 2 11 2 9 <low> <think>`, or with
 * `<none>` and no `<think>` for a direct answer. Further prompts depend on the model's skills: see `skills.ts`.
 */
export function createCodec(
  manifest: Pick<Manifest, 'family' | 'name' | 'vocabulary'> & { readonly capabilities?: Capabilities },
): TokenCodec {
  const { name, family, capabilities = {} } = manifest;
  const vocabulary = new Vocabulary(manifest.vocabulary, skillTokens(capabilities));
  const reader = (prefix: readonly TokenId[]) => {
    const it = new EmbeddedReader(vocabulary);
    for (const token of prefix) it.read(token);
    return it;
  };
  return {
    endOfText: new Set([vocabulary.id(control.end)]),
    prompt(problem, style) {
      if (problem.family !== family) {
        throw new PolicyError({
          code: 'unsupported',
          why: { kind: 'problem', model: name, problem: problemText(problem) },
        });
      }
      refuse(style, name, capabilities);
      const formula = problemFormula(problem, name);
      const promptWith = (...tags: readonly string[]) =>
        vocabulary.spell([control.begin, formula, ...tags].join(' '));
      const thought = (steps: Steps) => promptWith(control[shownEffort(steps, family)], control.think);
      switch (style.kind) {
        case 'answer-only':
          return promptWith(control.none);
        case 'think':
          return promptWith(control[style.effort], control.think);
        case 'steps':
          return promptWith(control.low, control.think);
        case 'few-shot':
          return vocabulary.spell(
            [
              control.begin,
              ...style.examples.slice(0, mostExamples).map(shown),
              formula,
              control.low,
              control.think,
            ].join(' '),
          );
        case 'judge':
          return [...thought(style.steps), ...thoughtIds(style.steps), vocabulary.id(skill.judge)];
        case 'value':
          return [
            ...thought(style.steps),
            ...traceIds(style.steps, vocabulary.id(control.end)),
            vocabulary.id(skill.value),
          ];
      }
    },
    encode: (text) => vocabulary.spell(text),
    decode(tokens) {
      const it = reader([]);
      return joinTokens(tokens.map((token) => it.read(token)));
    },
    reader,
  };
}

/** The problem in the form that the model was trained on. */
function problemFormula(problem: Problem, model: string): string {
  const formula = trainedForm(problem.family).formula(problem);
  if (formula !== null) return formula;
  throw new PolicyError({ code: 'unsupported', why: { kind: 'leading-minus', model } });
}

/** Throws PolicyError `unsupported` for a style that the model has not learnt. */
function refuse(
  style: PromptStyle,
  model: string,
  { fewShot, judge, value }: Capabilities,
): asserts style is Exclude<PromptStyle, { kind: 'ask' }> {
  switch (style.kind) {
    case 'answer-only':
    case 'think':
    case 'steps':
      return;
    case 'few-shot':
      if (fewShot) return;
      throw new PolicyError({ code: 'unsupported', why: { kind: 'examples', model } });
    case 'ask':
      throw new PolicyError({ code: 'unsupported', why: { kind: 'instructions', model } });
    case 'judge':
      if (judge) return;
      throw new PolicyError({ code: 'unsupported', why: { kind: 'judging', model } });
    case 'value':
      if (value) return;
      throw new PolicyError({ code: 'unsupported', why: { kind: 'valuing', model } });
  }
}

/** A worked example in the form that precedes a problem. */
function shown({ question, thought, answer }: WorkedExample): string {
  return [question, control.low, control.think, thought, control.endThink, answer, skill.next].join(' ');
}

/** The effort that the steps imply: in some families only a high one continues after a "Wait". */
function shownEffort(steps: Steps, family: Manifest['family']): Effort {
  return steps.some((step) => step.some(({ role }) => role === 'wait'))
    ? trainedForm(family).effortOfWaits
    : 'low';
}

/**
 * The thought so far, without the answer. Models are trained to judge the last step of a thought; they have never judged
 * an answer, which only repeats it.
 */
function thoughtIds(steps: Steps): readonly TokenId[] {
  return steps
    .flat()
    .filter(({ role }) => role === 'thought' || role === 'wait')
    .map(({ id }) => id);
}

/** Thought and answer so far. Models learn to value a finished trace after its answer and before the end-of-text token. */
function traceIds(steps: Steps, endOfText: TokenId): readonly TokenId[] {
  return steps
    .flat()
    .map(({ id }) => id)
    .filter((id) => id !== endOfText);
}
