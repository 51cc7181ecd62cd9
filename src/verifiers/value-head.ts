import type { LanguageModel, ModelInfo, TokenId } from '../policy/language-model.ts';
import { PolicyError } from '../policy/policy-error.ts';
import type { Session } from '../policy/session/session.ts';

/** A value head that reads the policy's tokens. */
export interface ValueHead extends Pick<LanguageModel, 'evaluate'> {
  /** For people: `the value head`, or whose. */
  readonly name: string;
}

/**
 * The value head that scores a run: the policy's own, or that of the model that the experiment names for it, as in papers,
 * where the verifier is a model apart from the generator (Cobbe et al. 2021, arXiv 2110.14168; Lightman et al. 2023, arXiv
 * 2305.20050). Each model numbers its tokens in its own order, so they are handed over by their texts.
 *
 * Throws PolicyError `unsupported` where the named model does not know all tokens that the policy writes with.
 */
export function valueHeadOf({ model, verifierModel }: Session): ValueHead {
  const own: ValueHead = { name: 'the value head', evaluate: (prefixes, signal) => model.evaluate(prefixes, signal) };
  if (!verifierModel) return own;
  const name = `the value head of ${verifierModel.info.name}`;
  if (verifierModel.info.id === model.info.id) return { ...own, name };
  const idOf = translation(model.info, verifierModel.info);
  return { name, evaluate: (prefixes, signal) => verifierModel.evaluate(prefixes.map((prefix) => prefix.map(idOf)), signal) };
}

/** From the policy's token ids to the other model's. */
function translation(policy: ModelInfo, scorer: ModelInfo): (id: TokenId) => TokenId {
  const known = new Map((scorer.vocabulary ?? []).map((text, id) => [text, id] as const));
  const ids = (policy.vocabulary ?? []).map((text) => known.get(text));
  const missing = ids.indexOf(undefined);
  if (!policy.vocabulary || missing >= 0) {
    const what = policy.vocabulary ? `does not know the token “${policy.vocabulary[missing]}” of ${policy.name}` : `does not share its tokens with ${policy.name}`;
    throw new PolicyError('unsupported', `${scorer.name} ${what}, so it cannot read what that one writes.`, 'Pick another verifier, or a model that writes with the same tokens.');
  }
  return (id) => {
    const translated = ids[id];
    if (translated === undefined) throw new PolicyError('unknown-token', `${policy.name} has no token ${id}.`, 'Choose the model the tokens were made with.');
    return translated;
  };
}
