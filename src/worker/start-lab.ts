import { createLab, type Lab } from './lab-client.ts';
import type { Library } from './library.ts';

/** The lab in its own worker, as the bundler builds it. */
export function startLab(): Lab & { readonly library: Library } {
  return createLab({
    startWorker: () => new Worker(new URL('./lab.worker.ts', import.meta.url), { type: 'module', name: 'lab' }),
    models: new URL('models/', document.baseURI).href,
    persist: async () => navigator.storage?.persist?.(),
  });
}
