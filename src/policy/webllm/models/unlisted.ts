import type { ModelFacts } from '#policy/model-handle.ts';
import { gpuAbilities } from './gpu-abilities.ts';

/** A WebLLM model of which only the id is known: from a link, or from an earlier visit. `Qwen3-0.6B-q4f16_1-MLC` is Qwen3 0.6B. */
export function unlistedModel(id: string): ModelFacts<'gpu'> {
  const known = unlisted.get(id) ?? describe(id);
  unlisted.set(id, known);
  return known;
}

/** The same value each time: what is drawn from it is not drawn again. */
const unlisted = new Map<string, ModelFacts<'gpu'>>();

function describe(id: string): ModelFacts<'gpu'> {
  return {
    ...gpuAbilities,
    engine: 'gpu',
    id,
    name: id.replace(/-q\d+f\d+(_\d)?(-MLC)?(-\d+k)?$/i, '').replaceAll('-', ' '),
    parameters: null,
    downloadBytes: null,
  };
}
