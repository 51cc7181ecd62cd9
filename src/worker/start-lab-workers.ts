import { createLabWorkers, type LabWorkers } from './lab-client.ts';
// oxlint-disable-next-line import/default -- the address that the bundler gives it
import workerUrl from './lab.worker.ts?worker&url';
import { explainMissing } from './new-version.ts';
import { later } from './watch.ts';

/** More workers than this gain little and cost memory: each holds copies of models. */
const mostWorkers = 8;

/** The workers of the lab, as the bundler builds them; each starts when it is first needed. */
export function startLabWorkers(): LabWorkers {
  return createLabWorkers({
    startWorker: (notCome) =>
      new Worker(notCome === 0 ? workerUrl : `${workerUrl}?again=${notCome}`, {
        type: 'module',
        name: 'lab',
      }),
    models: new URL('models/', document.baseURI).href,
    cores: coresForLab(navigator.hardwareConcurrency),
    later,
    explain: explainMissing,
  });
}

/** All cores where there are one or two, as the workers pause often enough for a page that does little; else one stays with the page. */
export const coresForLab = (cores: number): number =>
  Math.min(mostWorkers, cores > 2 ? cores - 1 : Math.max(1, cores));
