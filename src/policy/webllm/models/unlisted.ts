import type { EngineKind, ModelFacts } from '#policy/model-handle.ts';
import { gpuAbilities } from './gpu-abilities.ts';

/**
 * A model of which only the id is known, from a link, or from an earlier visit: WebLLM's (`Qwen3-0.6B-q4f16_1-MLC` is Qwen3 0.6B), or one
 * of somebody's own. It is taken for one that can do anything.
 */
export function unlistedModel(id: string, engine: EngineKind): ModelFacts {
  const known = unlisted.get(id) ?? describe(id, engine);
  unlisted.set(id, known);
  return known;
}

/** The same value each time: what is drawn from it is not drawn again. */
const unlisted = new Map<string, ModelFacts>();

function describe(id: string, engine: EngineKind): ModelFacts {
  return {
    ...gpuAbilities,
    engine,
    id,
    name: id.replace(/-q\d+f\d+(_\d)?(-MLC)?(-\d+k)?$/i, '').replaceAll('-', ' '),
    parameters: null,
    downloadBytes: null,
  };
}
