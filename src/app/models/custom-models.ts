import * as v from 'valibot';
import type { CustomModel } from '#worker/library.ts';

/** Where small things outlive the page. */
export interface PageStorage {
  /** '' where nothing is kept. */
  readonly read: (name: string) => string;
  readonly write: (name: string, text: string) => void;
  /** Does something while no other page of this site does anything under the same name. Settles as the work does. */
  readonly withLock: <T>(name: string, work: () => Promise<T>) => Promise<T>;
  /** Calls back when another page of this site has written under a name. */
  readonly onChange: (name: string, callback: () => void) => void;
}

/** More than anyone needs; a longer text was not written by this page. */
const most = { models: 32, characters: 64_000 };

/** What they are kept under. */
export const customName = 'custom-models';

/** Its shape alone; whether it makes sense is checked where all models are, by the library. */
const shape = v.strictObject({
  id: v.string(),
  weights: v.string(),
  library: v.string(),
  context: v.number(),
  integrity: v.exactOptional(
    v.strictObject({
      config: v.exactOptional(v.string()),
      library: v.exactOptional(v.string()),
      tokenizer: v.exactOptional(v.string()),
    }),
  ),
});

/** The models a person added on earlier visits. Whatever does not look like one is left out. */
export function readCustom(storage: PageStorage): readonly CustomModel[] {
  const text = storage.read(customName);
  if (text.length > most.characters) return [];
  try {
    const list = v.safeParse(v.array(v.unknown()), JSON.parse(text === '' ? '[]' : text));
    if (!list.success) return [];
    return list.output.slice(0, most.models).flatMap((one) => {
      const model = v.safeParse(shape, one);
      return model.success ? [model.output] : [];
    });
  } catch {
    return [];
  }
}

export function writeCustom(storage: PageStorage, custom: readonly CustomModel[]): void {
  storage.write(customName, JSON.stringify(custom));
}
