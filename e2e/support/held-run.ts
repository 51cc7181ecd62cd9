import type { JSHandle, Page, Worker } from '@playwright/test';

/** The worker of the run, which is there once something ran. */
export function runWorker(page: Page): Worker {
  const found = page.workers().find((worker) => worker.url().includes('run.worker'));
  if (!found) throw new Error('There is no worker of a run yet.');
  return found;
}

/**
 * Holds what runs in its middle: part of it has been said, and it can't end before a test has done what it does there, however fast the
 * machine, however slow the page. Its workers live on and answer.
 * @param kind of the workers: those of a run, or of the lab.
 * @param after entries of a log, or answers, that come first from each of them.
 * @param start starts it.
 * @returns once one of them is held: lets them go on.
 */
export async function holdInTheMiddle(
  page: Page,
  kind: 'run.worker' | 'lab.worker',
  after: number,
  start: () => Promise<void>,
): Promise<() => Promise<void>> {
  const holds: Promise<JSHandle<ReturnType<typeof holdAfter>>>[] = [];
  let hold: (worker: Worker) => void = () => undefined;
  const one = new Promise<void>((resolve, reject) => {
    hold = (worker) => {
      if (!worker.url().includes(kind)) return;
      const handle = worker.evaluateHandle(holdAfter, after);
      holds.push(handle);
      handle.then((it) => it.evaluate(({ held }) => held)).then(resolve, reject);
    };
  });
  for (const worker of page.workers()) hold(worker);
  await Promise.all(holds);
  page.on('worker', hold);
  await start();
  await one;
  page.off('worker', hold);
  return async () => {
    for (const hold of await Promise.all(holds)) await hold.evaluate(({ letGo }) => letGo());
  };
}

/**
 * In a worker: after so many entries or answers it withholds the message to itself by which it goes on, having given way to other
 * messages (`worker/breathe.ts`).
 */
function holdAfter(times: number): { readonly held: Promise<void>; readonly letGo: () => void } {
  const send = self.postMessage.bind(self);
  const ports = MessagePort.prototype;
  const usual = Object.getOwnPropertyDescriptor(ports, 'postMessage') ?? {};
  const withheld: (() => void)[] = [];
  const held = new Promise<void>((resolve) => {
    let said = 0;
    self.postMessage = (message: { readonly type: string; readonly items?: readonly unknown[] }) => {
      send(message);
      if (message.type === 'done') said += 1;
      for (const item of message.items ?? [])
        if (typeof item === 'string') said += (JSON.parse(item) as readonly unknown[]).length;
      if (said < times) return;
      self.postMessage = send;
      ports.postMessage = function (own: unknown) {
        withheld.push(() => this.postMessage(own));
      };
      resolve();
    };
  });
  return {
    held,
    letGo() {
      Object.defineProperty(ports, 'postMessage', usual);
      for (const go of withheld) go();
    },
  };
}
