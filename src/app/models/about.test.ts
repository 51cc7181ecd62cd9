import { expect, it } from 'vitest';
import { embeddedModels } from '#policy/models.ts';
import { models } from '#words/en/models.ts';

it('there is a sentence about every model that ships, and about no other', () => {
  expect(Object.keys(models.about).toSorted()).toEqual(embeddedModels.map(({ id }) => id).toSorted());
});
