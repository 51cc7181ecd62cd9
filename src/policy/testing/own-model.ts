import type { OwnModel } from '../own-models.ts';

/** A model of a person's own of which nothing but its name is looked at. */
export const ownModelNamed = (id: string): OwnModel => ({
  model: {
    engine: 'embedded',
    id,
    name: id,
    families: ['arithmetic'],
    capabilities: { valueHead: false, fewShot: false, instructions: false },
    parameters: 1,
    downloadBytes: 1,
  },
  about: '',
  files: {},
});
