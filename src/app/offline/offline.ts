import type { StoreApi } from 'zustand/vanilla';
import type { AppState } from '../store/app-state.ts';
import { isKeepable, keepModels, keeps } from './kept-models.ts';
import { keepWords } from './kept-words.ts';
import { installed } from './newest.ts';

/**
 * Makes the page work with its server gone: the service worker keeps the build, and with it the models that are used. A
 * new build waits until a person asks for it; the page says that there is one. Never rejects: where the browser
 * refuses, the page works as long as its server does.
 */
export async function startOffline(store: StoreApi<AppState>): Promise<void> {
  try {
    const address = new URL('service-worker.js', document.baseURI);
    const registration = await navigator.serviceWorker.register(address, { updateViaCache: 'none' });
    watchForNews(registration, store);
    await navigator.serviceWorker.ready;
    const keep = () => {
      keepUsedModels(store);
      keepWords();
    };
    if (keeps()) keep();
    else navigator.serviceWorker.addEventListener('controllerchange', keep, { once: true });
  } catch {
    // Private windows and full disks refuse.
  }
}

/** What was fetched before the service worker was there is not kept by it yet. */
function keepUsedModels(store: StoreApi<AppState>): void {
  const asked = new Set<string>();
  const never = new AbortController().signal;
  const look = ({ view, phase }: AppState) => {
    // Not while a run needs the connection.
    if (phase !== 'idle') return;
    const used = [view.model?.id, view.verifierModel?.id].filter((id) => id !== undefined);
    const news = used.filter((id) => isKeepable(id) && !asked.has(id));
    news.forEach((id) => asked.add(id));
    if (news.length > 0) void keepModels(news, never).catch(() => news.forEach((id) => asked.delete(id)));
  };
  look(store.getState());
  store.subscribe(look);
}

function watchForNews(registration: ServiceWorkerRegistration, store: StoreApi<AppState>): void {
  const look = async (worker: ServiceWorker | null) => {
    // The very first build is no news.
    if (worker && navigator.serviceWorker.controller && (await installed(worker))) offerNews(store);
  };
  void look(registration.waiting ?? registration.installing);
  registration.addEventListener('updatefound', () => void look(registration.installing));
  // A page that stays open for days asks when it is looked at again.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') registration.update().catch(() => undefined);
  });
}

/** Says it once nothing else is said. */
function offerNews(store: StoreApi<AppState>): void {
  const say = ({ notice }: AppState): boolean => {
    if (notice) return false;
    store.setState({ notice: { kind: 'offer', what: { kind: 'new-version' } } });
    return true;
  };
  if (say(store.getState())) return;
  const stop = store.subscribe((state) => {
    if (!state.notice) {
      stop();
      say(state);
    }
  });
}
