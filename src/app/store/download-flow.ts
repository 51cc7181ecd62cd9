import type { StoreApi } from 'zustand/vanilla';
import type { ModelActions } from './actions.ts';
import type { AppState } from './app-state.ts';
import { withModel } from './draft.ts';
import type { LibraryControl } from './library-control.ts';
import { engineOf, suitedVariant } from './library-state.ts';

export interface DownloadFlow extends Pick<
  ModelActions,
  'askDownload' | 'declineDownload' | 'fetchAsked' | 'retryDownload'
> {
  /** Takes the variant of a WebLLM model that suits this machine, where the page and not the person chose one. */
  readonly suitMachine: () => Promise<void>;
}

/** From wanting a model to having it: the question, the download, and the run that waited for it. */
export function createDownloadFlow(
  store: StoreApi<AppState>,
  library: LibraryControl,
  run: () => void,
): DownloadFlow {
  const get = store.getState;
  const set = store.setState;

  function declineDownload(): void {
    library.ask(null);
    set(({ dialog }) => (dialog === 'download' ? { dialog: 'none' } : {}));
  }

  /** Fetches the model that was asked about. Where Run had been pressed, it runs, unless the person went on to something else. */
  async function fetchAsked(): Promise<void> {
    const { question } = get().library;
    if (!question) return;
    const { model, thenRun } = question;
    const there = await library.download(model);
    const { dialog, draft, library: after } = get();
    const stillAsked = after.question?.model === model;
    // One that failed says so where it was asked for; one that was stopped is over.
    if (stillAsked && (there || !after.downloads.has(model))) declineDownload();
    if (!there) return;
    if (stillAsked && thenRun && dialog === 'download' && draft.model === model) run();
    else if (dialog !== 'models') set({ notice: { kind: 'done', what: { kind: 'downloaded', model } } });
  }

  return {
    askDownload(model: string, thenRun = false) {
      set(({ dialog }) => ({ dialog: dialog === 'models' ? dialog : 'download' }));
      library.ask(model, thenRun);
    },
    declineDownload,
    fetchAsked,
    retryDownload: async (model: string) => {
      if (get().library.question?.model === model) await fetchAsked();
      else await library.download(model);
    },
    async suitMachine() {
      if (engineOf(get().draft.model, get().library).ships) return;
      if (!get().library.report) await library.refresh();
      set(({ draft, library: known }) => ({
        draft: withModel(draft, suitedVariant(known, draft.model), known),
      }));
    },
  };
}
