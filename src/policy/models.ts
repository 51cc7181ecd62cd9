import { isOwnModel } from '#experiment/model-id.ts';
import type { Family } from '#experiment/problem.ts';
import type { EmbeddedModel, JudgingModel, ModelFacts, RemoteModel } from './model-handle.ts';
import { remoteModel } from './remote/remote-model.ts';
import { serverModelOf } from './remote/server-model.ts';
import { allEmbedded, embeddedModel, embeddedModels, shipsWithPage } from './embedded-models.ts';
import { unlistedModel } from './webllm/models/unlisted.ts';

export { embeddedModel, embeddedModels, shipsWithPage };

/**
 * What is known of a model by its id.
 *
 * @param listed the models of other engines, as far as they are known. One that nobody lists (yet) is a
 * server's or a person's own where its id says so, else it is taken for WebLLM's.
 */
export function modelFacts(id: string, listed: readonly ModelFacts[] = []): ModelFacts {
  return (
    embeddedModel(id) ??
    listed.find((model) => model.id === id) ??
    unprobedModel(id) ??
    unlistedModel(id, isOwnModel(id) ? 'embedded' : 'gpu')
  );
}

/** A server's model of which only the id is known; the same value each time. */
function unprobedModel(id: string): RemoteModel | undefined {
  const known = unprobed.get(id) ?? remoteModel(id);
  if (known) unprobed.set(id, known);
  return known;
}

const unprobed = new Map<string, RemoteModel>();

/** The address of the server that a model is asked on; null for one that runs in the page. */
export const serverOfModel = (id: string): string | null => serverModelOf(id)?.address ?? null;

/** A model as a person reads it, from its id alone. */
export const modelName = (id: string): string => modelFacts(id).name;

/** The embedded models that think about such problems. */
export function modelsFor(family: Family): readonly EmbeddedModel[] {
  return allEmbedded().filter(({ families, verifier }) => families.includes(family) && !verifier);
}

/** Those that judge what others write about them. */
export function verifiersFor(family: Family): readonly JudgingModel[] {
  return allEmbedded()
    .filter(isJudge)
    .filter(({ families }) => families.includes(family));
}

const isJudge = (model: EmbeddedModel): model is JudgingModel => model.verifier !== undefined;
