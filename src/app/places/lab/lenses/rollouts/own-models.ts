import { embeddedModels } from '#policy/models.ts';

/** The models that ship and think. */
export const models = embeddedModels.filter(({ verifier }) => verifier === undefined);
