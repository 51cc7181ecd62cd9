import { Worker } from 'node:worker_threads';
import type { Experiment } from '#experiment/experiment.ts';
import type { Outcome } from '#lab/sweeps/outcome.ts';
import type { MeasureRun } from '#lab/sweeps/run-cells.ts';
import { fromFailure } from '#policy/policy-error.ts';
import { measureHere } from './sweep-measure.ts';
import type { WorkerAnswer } from './sweep-worker.ts';

/** What measures on all cores: as many runs at once as there are lanes. */
export interface Cores {
  readonly lanes: readonly MeasureRun[];
  readonly close: () => Promise<void>;
}

/**
 * One lane a core, each with copies of models of its own; a single one is this process itself. Once the signal is aborted every
 * lane rejects with its reason.
 */
export function openCores(count: number, signal: AbortSignal): Cores {
  if (count === 1) return { lanes: [measureHere(signal)], close: async () => undefined };
  const script = new URL('sweep-worker-start.mjs', import.meta.url);
  const workers = Array.from({ length: count }, () => new Worker(script));
  return {
    lanes: workers.map((worker) => (experiment) => measureIn(worker, experiment, signal)),
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

function measureIn(worker: Worker, experiment: Experiment, signal: AbortSignal): Promise<Outcome> {
  let settle = (): void => undefined;
  const measured = new Promise<Outcome>((resolve, reject) => {
    const answer = (told: WorkerAnswer) =>
      told.ok ? resolve(told.outcome) : reject(fromFailure(told.failure));
    const aborted = () => reject(signal.reason);
    worker.on('message', answer).on('error', reject);
    signal.addEventListener('abort', aborted);
    settle = () => {
      worker.off('message', answer).off('error', reject);
      signal.removeEventListener('abort', aborted);
    };
    if (signal.aborted) aborted();
    else worker.postMessage(experiment);
  });
  return measured.finally(() => settle());
}
