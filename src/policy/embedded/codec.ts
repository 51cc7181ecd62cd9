import { problemText, type Problem } from '../../experiment/problem.ts';
import { PolicyError } from '../policy-error.ts';
import type { PromptStyle, TokenId } from '../language-model.ts';
import type { TokenCodec } from '../runtime/token-codec.ts';
import type { Manifest } from './manifest.ts';
import { EmbeddedReader, joinTokens } from './token-reader.ts';
import { control, Vocabulary } from './vocabulary.ts';

/**
 * The words of an embedded model. Its prompts are those of `training/`:
 * `<bos> 24 : 2 11 2 9 <low> <think>`, or with `<none>` and no `<think>` for the answer at once.
 */
export function createCodec(manifest: Pick<Manifest, 'family' | 'name' | 'vocabulary'>): TokenCodec {
  const vocabulary = new Vocabulary(manifest.vocabulary);
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
      return vocabulary.spell([control.begin, problemFormula(problem, manifest.name), ...styleTags(style, manifest.name)].join(' '));
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
    case 'few-shot':
      throw new PolicyError('unsupported', `${model} cannot make use of worked examples: it was trained on single problems.`, 'Pick another strategy, or a model that reads examples.');
  }
}
