import { ownModel } from '#policy/own-models.ts';
import { models } from '#words/en/models.ts';

const known = (id: string): id is keyof typeof models.about => Object.hasOwn(models.about, id);

/** What an embedded model is good for, in a sentence; undefined for models that are none. */
export function aboutModel(id: string): string | undefined {
  return known(id) ? models.about[id] : ownModel(id)?.about;
}
