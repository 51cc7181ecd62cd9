import { ModelFileError } from '#policy/model-files/model-file-error.ts';
import { type ModelFolder, readModelFolder } from '#policy/model-files/read-folder.ts';
import { embeddedModel } from '#policy/models.ts';
import { toFailure } from '#policy/policy-error.ts';
import { saveFile } from '../sharing/save-file.ts';
import type { App } from '../store/app.ts';
import { folderOfOwn, keepOwnModel, type KeptModel, sayOfOwn } from './own-models.ts';
import type { OwnOrigin, OwnRecord } from './own-record.ts';

/** Keeps the model of a zip, or of a folder's files. The list of models says what came of it. */
export async function importModel(app: App, files: readonly File[]): Promise<void> {
  sayOfOwn({ kind: 'reading' });
  app.view.openDialog('models');
  const wanted = embeddedModel(inUse(app)) ? null : inUse(app);
  try {
    const { folder } = await readModelFolder(files);
    const kept = await keepOwnModel(folder, { kind: 'file' }, inUse(app));
    sayOfOwn({ kind: 'kept', ...kept });
    // What is set up waited for this one: there is nothing left to choose.
    if (kept.id === wanted) app.view.openDialog('none');
  } catch (error) {
    const fault =
      error instanceof ModelFileError
        ? error.fault
        : ({ kind: 'damaged', failure: toFailure(error) } as const);
    sayOfOwn({ kind: 'fault', fault });
  }
}

const inUse = (app: App): string => app.store.getState().draft.model;

/** The next run's model, in Play. */
export function playModel(app: App, id: string): void {
  if (inUse(app) !== id) app.setup.takeModel(id);
  app.view.openDialog('none');
  app.view.toPlay();
}

/** Keeps a model that was made here, such as one that a training has come to, and takes it into Play. Rejects with ModelFileError. */
export async function keepAndPlay(app: App, folder: ModelFolder, origin: OwnOrigin): Promise<KeptModel> {
  const kept = await keepOwnModel(folder, origin, inUse(app));
  playModel(app, kept.id);
  return kept;
}

/** Hands a model's folder to the person, as a zip. */
export async function exportOwn(record: OwnRecord): Promise<void> {
  const [folder, { folderZip }] = await Promise.all([
    folderOfOwn(record),
    import('#policy/model-files/folder-zip.ts'),
  ]);
  const { name, content } = folderZip(folder);
  saveFile(name, content);
}
