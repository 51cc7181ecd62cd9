import { parentPort } from 'node:worker_threads';
import type { Experiment } from '#experiment/experiment.ts';
import type { Outcome } from '#lab/sweeps/outcome.ts';
import { toFailure } from '#policy/policy-error.ts';
import type { Failure } from '#run/failure.ts';
import { measureHere } from './sweep-measure.ts';

/** What a worker answers an experiment with. */
export type WorkerAnswer =
  | { readonly ok: true; readonly outcome: Outcome }
  | { readonly ok: false; readonly failure: Failure };

/** One core of a sweep on the command line: copies of models of its own, one experiment at a time. It is ended from outside. */
const measure = measureHere(new AbortController().signal);

parentPort?.on('message', (experiment: Experiment) => {
  void measure(experiment)
    .then(
      (outcome): WorkerAnswer => ({ ok: true, outcome }),
      (error: unknown): WorkerAnswer => ({ ok: false, failure: toFailure(error) }),
    )
    .then((answer) => parentPort?.postMessage(answer));
});
