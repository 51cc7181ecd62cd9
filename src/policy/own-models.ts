import type { EmbeddedModel } from './model-handle.ts';

/** A model of a person's own that is at hand: here the page's workers find it, as they find those that ship in a folder. */
export interface OwnModel {
  readonly model: EmbeddedModel;
  /** What there is to say of it, in the language that is spoken. */
  readonly about: string;
  /** By the names that they have in a model's folder. */
  readonly files: Readonly<Record<string, Blob>>;
}

let own: readonly OwnModel[] = [];
const listeners = new Set<() => void>();

export const ownModels = (): readonly OwnModel[] => own;

export const ownModel = (id: string): OwnModel | undefined => own.find(({ model }) => model.id === id);

/** A file by its path in the models folder, such as `own-0123456789abcdef/curve.json`. */
export function ownFile(path: string): Blob | undefined {
  const [id = '', name = ''] = path.split('/');
  return ownModel(id)?.files[name];
}

/** Says which there are, to this thread. */
export function setOwnModels(models: readonly OwnModel[]): void {
  own = models;
  for (const listener of listeners) listener();
}

/** Calls back when there are others. */
export function onOwnModels(listener: () => void): void {
  listeners.add(listener);
}
