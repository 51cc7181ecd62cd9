import type { DownloadPlatform } from './download.ts';
import { browserCaches } from './model-caches.ts';

/** The real browser, as downloads need it; on a page or in a worker. Throws PolicyError `unsupported`. */
export function browserPlatform(): DownloadPlatform {
  return {
    caches: browserCaches(),
    fetch: (...ask) => fetch(...ask),
    online: () => navigator.onLine,
    now: () => performance.now(),
    sleep,
    async freeBytes() {
      const { quota, usage } = (await navigator.storage?.estimate()) ?? {};
      return quota === undefined ? null : Math.max(0, quota - (usage ?? 0));
    },
  };
}

export function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const abort = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', abort);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', abort, { once: true });
  });
}
