import { shipsWithPage } from '#policy/models.ts';
import { keptWhenUsed } from '#worker/offline/kept.ts';

const filesOf = (model: string): readonly string[] =>
  ['manifest.json', 'weights.bin'].map((name) => new URL(`models/${model}/${name}`, document.baseURI).href);

/** Whether what this page fetches is kept: its service worker is there and at work. */
export const keeps = (): boolean =>
  'serviceWorker' in navigator && navigator.serviceWorker.controller !== null;

/** The models whose files are all on this computer, and work without a connection. Rejects where the browser refuses. */
export async function keptModels(models: readonly string[]): Promise<ReadonlySet<string>> {
  const { scope } = await navigator.serviceWorker.ready;
  const cache = await caches.open(keptWhenUsed(scope));
  const kept = new Set((await cache.keys()).map(({ url }) => url.split('?')[0]));
  return new Set(models.filter((model) => filesOf(model).every((file) => kept.has(file))));
}

/**
 * Keeps models on this computer: their files are fetched, and the service worker keeps what is. Those that are there are not
 * fetched again. Rejects where a file does not come, or with AbortError.
 */
export async function keepModels(
  models: readonly string[],
  signal: AbortSignal,
  onKept: (model: string) => void = () => undefined,
): Promise<void> {
  for (const model of models) {
    for (const file of filesOf(model)) {
      const response = await fetch(file, { signal });
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      await response.arrayBuffer();
    }
    onKept(model);
  }
}

/** Only models that come with the page have files there. */
export const isKeepable = (model: string): boolean => shipsWithPage(model);
