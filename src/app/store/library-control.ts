import type { StoreApi } from 'zustand/vanilla';
import { modelIdPattern } from '#experiment/model-id.ts';
import type { Failure } from '#run/events.ts';
import { isAbort } from '#worker/failures.ts';
import { toFailure } from '#policy/policy-error.ts';
import type { CustomModel, Library } from '#worker/library.ts';
import { customName, type PageStorage, readCustom, writeCustom } from '../models/custom-models.ts';
import type { AppState } from './app-state.ts';
import { fitWords } from '../models/fit-words.ts';
import { type Download, engineOf, type LibraryState } from './library-state.ts';

export interface LibraryControl {
  /** Looks again at the machine and at what is stored. */
  refresh(): Promise<void>;
  /** The same unless it is known or under way, or failed: for those who only want to know what a model needs. */
  lookOnce(): void;
  /** Asks the person whether to fetch a model, with its exact size. Null takes the question back. */
  ask(model: string | null, thenRun?: boolean): void;
  /** Fetches a model, or the rest of it. Resolves with whether it is there. */
  download(model: string): Promise<boolean>;
  /** Ends a download; what was fetched is kept. */
  stop(model: string): void;
  remove(model: string): Promise<void>;
  /** Resolves with what is wrong with it; null where it was added. */
  addCustom(model: CustomModel): Promise<Failure | null>;
  removeCustom(id: string): Promise<void>;
  /** A model runs: the next visit offers it again. */
  remember(model: string): void;
}

/** The WebLLM models as the page knows them. Nothing is fetched but by `ask` (a size) and `download`, which only a person's click calls. */
export function createLibraryControl(
  store: StoreApi<AppState>,
  library: Library,
  storage: PageStorage,
  wakeServers: () => void = () => undefined,
): LibraryControl {
  const get = () => store.getState().library;
  const set = (change: Partial<LibraryState>) =>
    store.setState((state) => ({ library: { ...state.library, ...change } }));
  const aborts = new Map<string, AbortController>();
  let asking: AbortController | null = null;
  let synced: Promise<void> | null = null;

  /** The library learns once, before anything else is asked of it, which models were added on earlier visits. */
  const ready = (): Promise<void> =>
    (synced ??= syncCustom().catch((error: unknown) => {
      synced = null; // so that a later try may succeed
      throw error;
    }));
  async function syncCustom(): Promise<void> {
    const kept = readCustom(storage);
    if (kept.length > 0 || get().custom.length > 0) set({ custom: await acceptedOf(kept) });
  }

  /** Hands them to the library: all at once where all are good; else one by one, so that a bad one takes none of the others with it. */
  async function acceptedOf(models: readonly CustomModel[]): Promise<readonly CustomModel[]> {
    return (await accepts(models)) ? models : goodOnes(models);
  }

  /** False where one is not valid; what else goes wrong says nothing about them. */
  async function accepts(models: readonly CustomModel[]): Promise<boolean> {
    try {
      await library.setCustom(models);
      return true;
    } catch (error) {
      if (toFailure(error).code !== 'custom-model-invalid') throw error;
      return false;
    }
  }

  async function goodOnes(models: readonly CustomModel[]): Promise<readonly CustomModel[]> {
    let good: readonly CustomModel[] = [];
    for (const model of models) {
      const more = [...good, model];
      if (await accepts(more)) good = more;
    }
    await library.setCustom(good);
    return good;
  }

  async function refresh(): Promise<void> {
    set({ looking: true });
    try {
      await ready();
      const [report] = await Promise.all([library.report(), fitWords.come()]);
      set({ report, failure: null, looking: false });
    } catch (error) {
      set({ failure: toFailure(error), looking: false });
    }
  }

  function lookOnce(): void {
    const { report, looking, failure } = get();
    if (!report && !looking && !failure) void refresh();
  }

  function putDownload(model: string, download: Download | null): void {
    const others = [...get().downloads].filter(([id]) => id !== model);
    set({ downloads: new Map(download ? [...others, [model, download]] : others) });
  }

  /** Changes what is kept, as it is now: another page may have added or removed one since this page looked. */
  async function putCustom(
    change: (kept: readonly CustomModel[]) => readonly CustomModel[],
  ): Promise<Failure | null> {
    try {
      await ready();
      await storage.withLock(customName, async () => {
        const kept = await acceptedOf(readCustom(storage));
        set({ custom: kept });
        const custom = change(kept);
        await library.setCustom(custom);
        set({ custom });
        writeCustom(storage, custom);
      });
    } catch (error) {
      return toFailure(error);
    }
    await refresh();
    return null;
  }

  // Added or removed in another page: so it is here, once this page has looked at all.
  storage.onChange(customName, () => {
    if (!synced) return;
    synced = synced.then(() => storage.withLock(customName, syncCustom));
    void refresh();
  });

  // A WebLLM model that is set up must be known: what it needs is said before Run is pressed.
  store.subscribe(({ draft }, before) => {
    if (draft.model === before.draft.model) return;
    const { ships, elsewhere } = engineOf(draft.model, get());
    if (elsewhere) wakeServers();
    if (ships || elsewhere) return;
    set({ lastUsed: draft.model });
    lookOnce();
  });
  const lastUsed = storage.read('gpu-model');
  if (
    modelIdPattern.test(lastUsed) &&
    !engineOf(lastUsed, get()).ships &&
    !engineOf(lastUsed, get()).elsewhere
  )
    set({ lastUsed });

  return {
    refresh,
    lookOnce,
    ask(model, thenRun = false) {
      asking?.abort();
      asking = null;
      if (model === null) return set({ question: null });
      const controller = new AbortController();
      asking = controller;
      const put = (change: Partial<LibraryState['question']>) =>
        asking === controller && set({ question: { model, size: null, failure: null, thenRun, ...change } });
      put({});
      ready()
        .then(() => library.size(model, controller.signal))
        .then(
          (size) => put({ size }),
          (error: unknown) => isAbort(error) || put({ failure: toFailure(error) }),
        );
    },
    async download(model) {
      if (aborts.has(model)) return false;
      const controller = new AbortController();
      aborts.set(model, controller);
      putDownload(model, { progress: null, stopping: false, failure: null });
      let failure: Failure | null = null;
      try {
        await ready();
        await library.download(
          model,
          (progress) =>
            !controller.signal.aborted && putDownload(model, { progress, stopping: false, failure: null }),
          controller.signal,
        );
      } catch (error) {
        if (!isAbort(error)) failure = toFailure(error);
      }
      aborts.delete(model);
      await refresh();
      putDownload(model, failure && { progress: null, stopping: false, failure });
      return failure === null && !controller.signal.aborted;
    },
    stop(model) {
      const download = get().downloads.get(model);
      if (download) putDownload(model, { ...download, stopping: true });
      aborts.get(model)?.abort();
    },
    async remove(model) {
      let failure: Failure | null = null;
      try {
        await library.remove(model);
      } catch (error) {
        failure = toFailure(error);
      }
      await refresh();
      putDownload(model, failure && { progress: null, stopping: false, failure });
    },
    remember: (model) => {
      const { ships, elsewhere } = engineOf(model, get());
      if (!ships && !elsewhere) storage.write('gpu-model', model);
    },
    addCustom: (model) => putCustom((kept) => [...kept.filter(({ id }) => id !== model.id), model]),
    async removeCustom(id) {
      await library.remove(id).catch(() => undefined);
      await putCustom((kept) => kept.filter((model) => model.id !== id));
    },
  };
}
