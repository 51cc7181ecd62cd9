import { whyNotVerifier, whyNotDiscriminator } from '#words/describe.ts';
import type { ModelAbilities } from '#experiment/abilities.ts';
import type { Strategy } from '#experiment/experiment.ts';
import type { Problem } from '#experiment/problem.ts';
import { secondModel } from '#experiment/second-model.ts';
import { verifierModel, type VerifierSpec } from '#experiment/verifier.ts';
import { embeddedModel } from '#policy/models.ts';

/** What a second model can do, which is opened beside the one that thinks: embedded ones can be. Null where none is named, or another. */
export function secondAbilities(id: string | null): ModelAbilities | null {
  return (id === null ? undefined : embeddedModel(id)) ?? null;
}

/** The model that a verifier names to be read instead of the policy; null where it names none, or one that cannot be opened. */
export const judgeOf = (spec: VerifierSpec): ModelAbilities | null => secondAbilities(verifierModel(spec));

/** Why whoever judges in a strategy, its verifier or its discriminator, does not fit the model and the problem; null where it does, or nobody judges. */
export function judgeUnavailable(strategy: Strategy, model: ModelAbilities, problem: Problem): string | null {
  const second = secondAbilities(secondModel(strategy));
  return 'verifier' in strategy
    ? whyNotVerifier(strategy.verifier, strategy, model, problem, second)
    : whyNotDiscriminator(strategy, model, second);
}
