import type { ModelInfo, TokenId } from './language-model.ts';
import { PolicyError } from './policy-error.ts';

/**
 * Maps one model's token ids to another's by the tokens' texts.
 *
 * Throws PolicyError `unsupported` if one of the two does not list its tokens. The returned function throws the same for a
 * token that the other model does not have, and `unknown-token` for an id that does not exist.
 */
export function translation(from: ModelInfo, to: ModelInfo): (id: TokenId) => TokenId {
  if (from.id === to.id) return (id) => id;
  const { vocabulary } = from;
  if (!vocabulary || !to.vocabulary)
    throw new PolicyError({
      code: 'unsupported',
      why: { kind: 'tokens-not-shared', model: to.name, other: from.name },
    });
  const known = new Map(to.vocabulary.map((text, id) => [text, id] as const));
  const ids = vocabulary.map((text) => known.get(text));
  return (id) => {
    const text = vocabulary[id];
    if (text === undefined)
      throw new PolicyError({ code: 'unknown-token', why: { kind: 'id', token: id, model: from.name } });
    const translated = ids[id];
    if (translated === undefined)
      throw new PolicyError({
        code: 'unsupported',
        why: { kind: 'token-not-shared', model: to.name, other: from.name, token: text },
      });
    return translated;
  };
}
