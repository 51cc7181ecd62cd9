import { coresForTraining } from './cores.ts';
import { explainMissing } from './new-version.ts';
import { createTrainer, type TrainingWorker } from './train-client.ts';
// oxlint-disable-next-line import/default -- the address that the bundler gives it
import workerUrl from './train.worker.ts?worker&url';
import { later } from './watch.ts';

/** The trainer, as the bundler builds its worker; it starts with the first training. */
export function startTrainer(): TrainingWorker {
  return createTrainer({
    startWorker: (notCome) =>
      new Worker(notCome === 0 ? workerUrl : `${workerUrl}?again=${notCome}`, {
        type: 'module',
        name: 'train',
      }),
    models: new URL('models/', document.baseURI).href,
    cores: coresForTraining(navigator.hardwareConcurrency),
    later,
    explain: explainMissing,
  });
}
