import { embeddedModels } from '#policy/models.ts';

/** Models whose training has a curve to be looked at. */
export const trainedModels = embeddedModels.filter(({ learnt }) => learnt);
