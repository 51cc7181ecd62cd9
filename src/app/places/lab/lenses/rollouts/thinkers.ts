import { families } from '#experiment/families.ts';
import type { EmbeddedModel } from '#policy/model-handle.ts';
import { modelsFor } from '#policy/models.ts';

/** The embedded models that think: those that ship, and a person's own. */
export const thinkers = (): readonly EmbeddedModel[] => families.flatMap(modelsFor);
