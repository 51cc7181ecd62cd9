import type { ModelAbilities } from '#experiment/abilities.ts';
import { discriminatorUnavailable, verifierUnavailable } from '#experiment/describe.ts';
import type { Strategy } from '#experiment/experiment.ts';
import type { Problem } from '#experiment/problem.ts';
import { secondModel } from '#experiment/second-model.ts';
import { verifierModel, type VerifierSpec } from '#experiment/verifier.ts';
import { catalogModel } from '#policy/catalog.ts';

/** What every WebLLM model can be asked: it reads words, and has no value head. */
export const gpuAbilities: ModelAbilities = {
  families: ['countdown', 'arithmetic', 'question', 'puzzle'],
  capabilities: { valueHead: false, fewShot: true, instructions: true },
};
/** One that only follows instructions does not mark its thinking. */
export const instructAbilities: ModelAbilities = { ...gpuAbilities, thinks: false };

/** Whether a model runs on the graphics processor: all that do not ship with the page do. */
export const isGpuModel = (id: string): boolean => catalogModel(id) === undefined;

/** A model that ships with the page; null where none does by that name, or none is named. */
export function shippedModel(id: string | null): ModelAbilities | null {
  return (id === null ? undefined : catalogModel(id)) ?? null;
}

/** The model that a verifier names to be read instead of the policy; null where it names none, or none that ships with the page. */
export const judgeOf = (spec: VerifierSpec): ModelAbilities | null => shippedModel(verifierModel(spec));

/** Why whoever judges in a strategy, its verifier or its discriminator, does not fit the model and the problem; null where it does, or nobody judges. */
export function judgeUnavailable(strategy: Strategy, model: ModelAbilities, problem: Problem): string | null {
  const second = shippedModel(secondModel(strategy));
  return 'verifier' in strategy
    ? verifierUnavailable(strategy.verifier, strategy, model, problem, second)
    : discriminatorUnavailable(strategy, model, second);
}

/** A model as a person reads it, from its id alone: `Qwen3-0.6B-q4f16_1-MLC` is Qwen3 0.6B. */
export function modelName(id: string): string {
  const known = catalogModel(id);
  if (known) return known.name;
  return id.replace(/-q\d+f\d+(_\d)?(-MLC)?(-\d+k)?$/i, '').replaceAll('-', ' ');
}
