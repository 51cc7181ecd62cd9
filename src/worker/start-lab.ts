import { createLab, type Lab } from './lab-client.ts';
// oxlint-disable-next-line import/default -- the address that the bundler gives it
import labWorker from './lab.worker.ts?worker&url';
import type { Library } from './library.ts';
import { explainMissing } from './new-version.ts';
import { later } from './watch.ts';

/** The lab in its own worker, as the bundler builds it. */
export function startLab(): Lab & { readonly library: Library } {
  return createLab({
    // A request that is never answered holds up later ones for the same address, even after its worker has been ended.
    startWorker: (notCome) =>
      new Worker(notCome === 0 ? labWorker : `${labWorker}?again=${notCome}`, {
        type: 'module',
        name: 'lab',
      }),
    models: new URL('models/', document.baseURI).href,
    persist: async () => navigator.storage?.persist?.(),
    later,
    explain: explainMissing,
  });
}
