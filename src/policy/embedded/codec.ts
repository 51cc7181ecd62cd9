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
 * The words of an embedded model. Its prompts are those of `training/`:
 * `<bos> 24 : 2 11 2 9 <low> <think>`, or with `<none>` and no `<think>` for the answer at once. What a model can be asked
 * besides depends on what it has learnt: see `skills.ts`.
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
      const asked = (...tags: readonly string[]) =>
        vocabulary.spell([control.begin, formula, ...tags].join(' '));
      const thought = (steps: Steps) => asked(control[shownEffort(steps, family)], control.think);
      switch (style.kind) {
        case 'answer-only':
          return asked(control.none);
        case 'think':
          return asked(control[style.effort], control.think);
        case 'steps':
          return asked(control.low, control.think);
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

/** The problem as the model was trained to read it. */
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

/** A worked example as it stands before a problem. */
function shown({ question, thought, answer }: WorkedExample): string {
  return [question, control.low, control.think, thought, control.endThink, answer, skill.next].join(' ');
}

/** The effort that the steps themselves show: in some families only a high one goes on after a "Wait". */
function shownEffort(steps: Steps, family: Manifest['family']): Effort {
  return steps.some((step) => step.some(({ role }) => role === 'wait'))
    ? trainedForm(family).effortOfWaits
    : 'low';
}

/**
 * The thought as far as it goes. Models learn to judge its last step; an answer after it says the same again, and they
 * have never seen one judged.
 */
function thoughtIds(steps: Steps): readonly TokenId[] {
  return steps
    .flat()
    .filter(({ role }) => role === 'thought' || role === 'wait')
    .map(({ id }) => id);
}

/** Thought and answer as far as they go: models learn to value a finished trace by its answer, before its text is ended. */
function traceIds(steps: Steps, endOfText: TokenId): readonly TokenId[] {
  return steps
    .flat()
    .map(({ id }) => id)
    .filter((id) => id !== endOfText);
}
