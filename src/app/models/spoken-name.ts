import { modelName } from '#policy/models.ts';
import { models } from '#words/en/models.ts';

/** A model as a person reads it in the page. What ships is called in the language that is spoken, all else as it names itself. */
export const spokenName = (id: string): string =>
  (Object.hasOwn(models.names, id) && models.names[id]) || modelName(id);
