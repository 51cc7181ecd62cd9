import { createRunWorker, type RunWorker } from './run-client.ts';
// oxlint-disable-next-line import/default -- the address that the bundler gives it
import workerUrl from './run.worker.ts?worker&url';
import type { Library } from './library.ts';
import { explainMissing } from './new-version.ts';
import type { Servers } from './servers.ts';
import { later } from './watch.ts';

/** The run worker, as the bundler builds it. */
export function startRunWorker(): RunWorker & { readonly library: Library; readonly servers: Servers } {
  return createRunWorker({
    // A request that is never answered holds up later ones for the same address, even after its worker has been ended.
    startWorker: (notCome) =>
      new Worker(notCome === 0 ? workerUrl : `${workerUrl}?again=${notCome}`, {
        type: 'module',
        name: 'run',
      }),
    models: new URL('models/', document.baseURI).href,
    persist: async () => navigator.storage?.persist?.(),
    later,
    explain: explainMissing,
  });
}
