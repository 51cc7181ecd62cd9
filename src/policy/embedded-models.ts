import { entries } from '#embedded-catalog';
import type { EmbeddedModel } from './model-handle.ts';
import { ownModels } from './own-models.ts';

/** The models that ship with the page, in the order of lists; their manifests say which there are. */
export const embeddedModels: readonly EmbeddedModel[] = entries.map(
  ({ family, judges, bytes, ...facts }) => ({
    ...facts,
    engine: 'embedded',
    families: [family],
    downloadBytes: bytes,
    ...(judges && { verifier: judges }),
  }),
);

export const shipsWithPage = (id: string): boolean => embeddedModels.some((model) => model.id === id);

/** Those that ship, then those of a person's own that are at hand. */
export const allEmbedded = (): readonly EmbeddedModel[] =>
  embeddedModels.concat(ownModels().map(({ model }) => model));

export function embeddedModel(id: string): EmbeddedModel | undefined {
  return allEmbedded().find((model) => model.id === id);
}
