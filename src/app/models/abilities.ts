import type { ModelAbilities } from '../../experiment/abilities.ts';
import { verifierModel, type VerifierSpec } from '../../experiment/verifier.ts';
import { catalogModel } from '../../policy/catalog.ts';

/** What every WebLLM model can be asked: it reads words, and has no value head. */
export const gpuAbilities: ModelAbilities = {
  families: ['countdown', 'arithmetic', 'question', 'puzzle'],
  capabilities: { valueHead: false, fewShot: true, instructions: true },
};
/** One that only follows instructions does not mark its thinking. */
export const instructAbilities: ModelAbilities = { ...gpuAbilities, thinks: false };

/** Whether a model runs on the graphics processor: all that do not ship with the page do. */
export const isGpuModel = (id: string): boolean => catalogModel(id) === undefined;

/** The model that a verifier names to be read instead of the policy; null where it names none, or none that ships with the page. */
export function judgeOf(spec: VerifierSpec): ModelAbilities | null {
  const id = verifierModel(spec);
  return (id === null ? undefined : catalogModel(id)) ?? null;
}

/** A model as a person reads it, from its id alone: `Qwen3-0.6B-q4f16_1-MLC` is Qwen3 0.6B. */
export function modelName(id: string): string {
  const known = catalogModel(id);
  if (known) return known.name;
  return id.replace(/-q\d+f\d+(_\d)?(-MLC)?(-\d+k)?$/i, '').replaceAll('-', ' ');
}
