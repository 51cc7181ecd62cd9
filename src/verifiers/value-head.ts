import type { Values } from '#policy/language-model.ts';
import { valuesOf } from '#policy/model-parts.ts';
import type { Session } from '#policy/session/session.ts';
import { translation } from '#policy/translation.ts';
import { checkedValues } from './checked.ts';

/** A value head that reads the policy's tokens. */
export interface ValueHead extends Values {
  /** The name of the model it belongs to, where the experiment names one. */
  readonly model: string | null;
}

/**
 * The value head that scores a run: the policy's own, or that of the model that the experiment names for it, as in papers,
 * where the verifier is a model apart from the generator (Cobbe et al. 2021, arXiv 2110.14168; Lightman et al. 2023, arXiv
 * 2305.20050).
 *
 * Throws PolicyError `unsupported` where there is no value head, or the named model does not know all tokens that the policy
 * writes with; reading it throws `kernel-failed` where a value is not in [0, 1].
 */
export function valueHeadOf(session: Session): ValueHead {
  const head = uncheckedHead(session);
  const name = head.model ?? session.model.info.name;
  return {
    model: head.model,
    evaluate: async (prefixes, signal) => checkedValues(await head.evaluate(prefixes, signal), name),
  };
}

function uncheckedHead({ model, verifierModel }: Session): ValueHead {
  const values = valuesOf(verifierModel ?? model);
  const name = verifierModel?.info.name ?? null;
  if (!verifierModel || verifierModel.info.id === model.info.id)
    return { model: name, evaluate: (prefixes, signal) => values.evaluate(prefixes, signal) };
  const idOf = translation(model.info, verifierModel.info);
  for (const id of model.info.vocabulary?.keys() ?? []) idOf(id);
  return {
    model: name,
    evaluate: (prefixes, signal) =>
      values.evaluate(
        prefixes.map((prefix) => prefix.map(idOf)),
        signal,
      ),
  };
}
