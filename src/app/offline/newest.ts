import { takeOver } from '#worker/offline/kept.ts';

/** Milliseconds that a new build has to come and take over; a reload helps without it too, later. */
const patience = 10_000;

/** Lets the newest build that the server has take over, so that a reload shows it. Never rejects, and is over in seconds. */
export function letNewestTakeOver(): Promise<void> {
  const late = new Promise<void>((resolve) => setTimeout(resolve, patience));
  return Promise.race([takeNewest().catch(() => undefined), late]);
}

async function takeNewest(): Promise<void> {
  // Not over plain http, say.
  const { serviceWorker } = navigator as { readonly serviceWorker?: ServiceWorkerContainer };
  const registration = await serviceWorker?.getRegistration();
  if (!serviceWorker || !registration) return;
  await registration.update().catch(() => undefined);
  const next = registration.installing ?? registration.waiting;
  if (!next || !(await installed(next))) return;
  const changed = new Promise((resolve) =>
    serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
  );
  next.postMessage(takeOver);
  await changed;
}

/** Resolves once a build is at hand as a whole; with false where it could not be fetched. */
export function installed(worker: ServiceWorker): Promise<boolean> {
  return new Promise((resolve) => {
    const look = () => {
      if (worker.state === 'installing') return;
      worker.removeEventListener('statechange', look);
      resolve(worker.state !== 'redundant');
    };
    worker.addEventListener('statechange', look);
    look();
  });
}
