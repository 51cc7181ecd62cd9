import type { TokenId } from '#policy/language-model.ts';
import type { PartialTrace } from './verifier.ts';

/** The prefix that ends with each step: prompt and all steps up to it. */
export function stepPrefixes({ prompt, steps }: PartialTrace): readonly (readonly TokenId[])[] {
  const path: TokenId[] = [...prompt];
  return steps.map((step) => {
    for (const { id } of step) path.push(id);
    return [...path];
  });
}

/** Prompt and all steps. */
export function wholePrefix({ prompt, steps }: PartialTrace): readonly TokenId[] {
  return [...prompt, ...steps.flat().map((token) => token.id)];
}
