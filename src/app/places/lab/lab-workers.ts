import type { LabWorkers } from '#worker/lab-client.ts';
import { startLabWorkers } from '#worker/start-lab-workers.ts';

let started: LabWorkers | null = null;

/** The workers of the lab, one set for all of the page: sweeps and lenses wait for the same cores. */
export function labWorkers(): LabWorkers {
  return (started ??= startLabWorkers());
}
