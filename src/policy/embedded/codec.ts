import { problemText, type ArithmeticProblem, type CountdownProblem } from '../../experiment/problem.ts';
import { PolicyError } from '../policy-error.ts';
import type { PromptStyle, TokenId } from '../language-model.ts';
import type { TokenCodec } from '../runtime/token-codec.ts';
import type { Manifest } from './manifest.ts';
import { EmbeddedReader, joinTokens } from './token-reader.ts';
import { control, Vocabulary } from './vocabulary.ts';

type Steps = Extract<PromptStyle, { kind: 'judge' }>['steps'];

const judgeToken = '<judge>';
/** What a model that has learnt to judge says of a step. */
export const verdicts = { yes: 'yes', no: 'no' } as const;
const judgeTokens: readonly string[] = [judgeToken, ...Object.values(verdicts)];

/**
 * The words of an embedded model. Its prompts are those of `training/`:
 * `<bos> 24 : 2 11 2 9 <low> <think>`, or with `<none>` and no `<think>` for the answer at once.
 */
export function createCodec(manifest: Pick<Manifest, 'family' | 'name' | 'vocabulary'> & { readonly capabilities?: Pick<Manifest['capabilities'], 'judge'> }): TokenCodec {
  const judges = manifest.capabilities?.judge === true;
  const vocabulary = new Vocabulary(manifest.vocabulary, judges ? judgeTokens : []);
  const reader = (prefix: readonly TokenId[]) => {
    const it = new EmbeddedReader(vocabulary);
    for (const token of prefix) it.read(token);
    return it;
  };
  return {
    endOfText: new Set([vocabulary.id(control.end)]),
    prompt(problem, style) {
      if (problem.family !== manifest.family) {
        throw new PolicyError('unsupported', `${manifest.name} was not trained on problems such as “${problemText(problem)}”.`, 'Pick a model that knows this kind of problem.');
      }
      const asked = (tags: readonly string[]) => vocabulary.spell([control.begin, problemFormula(problem, manifest.name), ...tags].join(' '));
      if (style.kind === 'judge' && judges) return [...asked(effortTags(style.steps)), ...thoughtIds(style.steps), vocabulary.id(judgeToken)];
      return asked(styleTags(style, manifest.name));
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
function problemFormula(problem: CountdownProblem | ArithmeticProblem, model: string): string {
  if (problem.family === 'countdown') return `${problem.target} : ${problem.numbers.join(' ')}`;
  const [first, ...rest] = problem.terms.map(({ sign, left, right }) => ({ sign, product: `${left} * ${right}` }));
  if (first?.sign !== '+') {
    throw new PolicyError('unsupported', `${model} cannot read a problem that begins with a minus.`, 'Put a product that is added first.');
  }
  return [first.product, ...rest.map(({ sign, product }) => `${sign} ${product}`)].join(' ');
}

function styleTags(style: PromptStyle, model: string): readonly string[] {
  switch (style.kind) {
    case 'answer-only':
      return [control.none];
    case 'think':
      return [control[style.effort], control.think];
    case 'steps':
      return [control.low, control.think];
    case 'few-shot':
      throw new PolicyError('unsupported', `${model} cannot make use of worked examples: it was trained on single problems.`, 'Pick another strategy, or a model that reads examples.');
    case 'ask':
      throw new PolicyError('unsupported', `${model} cannot be asked in words: it knows only the problems it was trained on.`, 'Pick another strategy, or a model that follows instructions.');
    case 'judge':
      throw new PolicyError('unsupported', `${model} has not learnt to judge steps.`, 'Pick another verifier, or a model that can judge.');
  }
}

/** The effort that the steps themselves show: only a high one goes on after a "Wait". */
function effortTags(steps: Steps): readonly string[] {
  const effort = steps.some((step) => step.some(({ role }) => role === 'wait')) ? 'high' : 'low';
  return [control[effort], control.think];
}

/**
 * The thought as far as it goes. Models learn to judge its last step; an answer after it says the same again, and they
 * have never seen one judged.
 */
function thoughtIds(steps: Steps): readonly TokenId[] {
  return steps.flat().filter(({ role }) => role === 'thought' || role === 'wait').map(({ id }) => id);
}
