import type { ModelInfo, TokenId } from './language-model.ts';
import { PolicyError } from './policy-error.ts';

/**
 * From one model's token ids to another's: each model numbers its tokens in its own order, so they are handed over by their texts.
 *
 * Throws PolicyError `unsupported` where one of the two does not list its tokens. What it returns throws the same for a token that the
 * other model does not know, and `unknown-token` for one that there is not.
 */
export function translation(from: ModelInfo, to: ModelInfo): (id: TokenId) => TokenId {
  if (from.id === to.id) return (id) => id;
  const { vocabulary } = from;
  if (!vocabulary || !to.vocabulary)
    throw unreadable(from, to, `does not share its tokens with ${from.name}`);
  const known = new Map(to.vocabulary.map((text, id) => [text, id] as const));
  const ids = vocabulary.map((text) => known.get(text));
  return (id) => {
    const text = vocabulary[id];
    if (text === undefined)
      throw new PolicyError(
        'unknown-token',
        `${from.name} has no token ${id}.`,
        'Choose the model the tokens were made with.',
      );
    const translated = ids[id];
    if (translated === undefined)
      throw unreadable(from, to, `does not know the token “${text}” of ${from.name}`);
    return translated;
  };
}

function unreadable(from: ModelInfo, to: ModelInfo, why: string): PolicyError {
  return new PolicyError(
    'unsupported',
    `${to.name} ${why}, so it cannot read what that one writes.`,
    `Pick another model in its place, or one that writes with the same tokens in place of ${from.name}.`,
  );
}
