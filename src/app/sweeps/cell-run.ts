import type { Experiment } from '#experiment/experiment.ts';
import type { Outcome } from '#lab/sweeps/outcome.ts';
import type { SweepResult } from '#lab/sweeps/results-file.ts';
import type { Cell } from '#lab/sweeps/spec.ts';
import { toFailure } from '#policy/policy-error.ts';
import type { Failure, FailureCode } from '#run/failure.ts';

export interface CellRunParts {
  /** What is left to do, in order. */
  readonly left: Iterator<Cell, void>;
  readonly experimentOf: (cell: Cell) => Experiment;
  readonly measure: (experiment: Experiment, options: { readonly signal: AbortSignal }) => Promise<Outcome>;
  /** Runs under way at once. */
  readonly atOnce: number;
  readonly onResult: (result: SweepResult) => void;
  /** Once nothing is under way any more. @param failure what kept it from going on, where it was not done or asked to end. */
  readonly onEnd: (failure: Failure | null) => void;
}

export interface CellRun {
  /** Lets the cores to somebody else once what is under way has ended, or takes them back. */
  readonly hold: (on: boolean) => void;
  /** Nothing new begins; what is under way ends and counts. */
  readonly pause: () => void;
  /** What is under way is dropped. */
  readonly cancel: () => void;
}

/** Failures that say something of the experiment: it would fail again, on any machine. Others say something of this one. */
const ofTheExperiment: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'prompt-too-long',
  'example-too-long',
  'unknown-token',
  'unsupported',
]);

/** Does what is left of a sweep, several runs at once. A failure of the machine's ends it: no run is counted that was never made. */
export function startCells({ left, experimentOf, measure, atOnce, onResult, onEnd }: CellRunParts): CellRun {
  const abort = new AbortController();
  let under = 0;
  let held = false;
  let closed = false;
  let ended = false;
  let failure: Failure | null = null;

  const mayBegin = () => !held && !closed && under < atOnce;

  function fill(): void {
    while (mayBegin()) {
      const next = left.next();
      if (next.done) closed = true;
      else {
        under += 1;
        void one(next.value);
      }
    }
    if (!closed || under > 0 || ended) return;
    ended = true;
    onEnd(failure);
  }

  async function one(cell: Cell): Promise<void> {
    try {
      const outcome = await measure(experimentOf(cell), { signal: abort.signal });
      const why = outcome.failure;
      if (!why || ofTheExperiment.has(why.code)) onResult({ cell, outcome });
      else stopFor(why);
    } catch (error) {
      if (!abort.signal.aborted) stopFor(toFailure(error));
    }
    under -= 1;
    fill();
  }

  function stopFor(why: Failure): void {
    failure ??= why;
    closed = true;
  }

  // Whoever starts it gets hold of it before anything happens.
  queueMicrotask(fill);
  return {
    hold(on) {
      held = on;
      if (!on) fill();
    },
    pause() {
      closed = true;
      fill();
    },
    cancel() {
      closed = true;
      abort.abort();
      fill();
    },
  };
}
