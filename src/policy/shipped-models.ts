import { entries } from '#embedded-catalog';
import type { EmbeddedModel } from './model-handle.ts';

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

export function embeddedModel(id: string): EmbeddedModel | undefined {
  return embeddedModels.find((model) => model.id === id);
}
