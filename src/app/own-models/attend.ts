import { onOwnModels, ownModels } from '#policy/own-models.ts';
import { onSpeak } from '#words/language.ts';
import { onRecordsChanged } from '../records/changes.ts';
import type { App } from '../store/app.ts';
import { lookAtOwn, publishOwn } from './own-models.ts';

/**
 * Has the page know the models that are kept in this browser, and what becomes of them, in whichever tab.
 *
 * @param draw draws all of the page: any part of it may show the name of one.
 */
export async function attendOwn({ store }: Pick<App, 'store'>, draw: () => void): Promise<void> {
  onOwnModels(() => {
    store.setState(({ library }) => ({
      library: { ...library, own: ownModels().map(({ model }) => model.id) },
    }));
    draw();
  });
  // They are named in the language that is spoken.
  onSpeak(publishOwn);
  onRecordsChanged((changed) => changed === 'models' && void lookAtOwn());
  await lookAtOwn();
}
