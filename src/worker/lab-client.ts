import type { Experiment } from '../experiment/experiment.ts';
import type { Failure, LogEntry } from '../run/events.ts';
import { fromFailure } from './failures.ts';
import type { FromLab, ModelProgress, ToLab } from './lab-messages.ts';
import type { Library } from './library.ts';
import { createLibraryClient } from './library-client.ts';

export interface RunHandlers {
  /** New log entries, in order, about 30 times a second. */
  readonly onEntries: (entries: readonly LogEntry[]) => void;
  readonly onProgress: (progress: ModelProgress) => void;
}

/** The page's hold on the lab worker. */
export interface Lab {
  /**
   * Runs an experiment. Resolves when its log is complete: the last entry says run-finished, run-cancelled or
   * run-failed. Never rejects: what goes wrong is in the log. Aborting the signal cancels; one run at a time, a new one
   * cancels the one before.
   *
   * @param resume the log of an interrupted run of the same experiment, to go on from: what it has is not drawn again.
   */
  run(experiment: Experiment, handlers: RunHandlers, signal: AbortSignal, resume?: readonly LogEntry[]): Promise<void>;
  close(): void;
}

interface CurrentRun {
  readonly number: number;
  readonly handlers: RunHandlers;
  readonly finish: () => void;
  lastAt: number;
}

const crashed: Failure = {
  code: 'worker-crashed',
  message: 'The part of the page that runs the model stopped unexpectedly.',
  advice: 'What happened until then is kept. Try again: the page starts it anew.',
};

const closed = () => new DOMException('The lab was closed.', 'AbortError');

export interface LabParts {
  readonly startWorker: () => Worker;
  /** Absolute address of the models folder. */
  readonly models: string;
  /** Asks the browser to keep this page's files. */
  readonly persist: () => Promise<unknown>;
}

/**
 * Starts the worker when first needed and again after a crash. A crash ends the current run's log with run-failed; the
 * entries that arrived before stay with the caller. What the library was asked then rejects with PolicyError
 * `worker-crashed`.
 */
export function createLab({ startWorker, models, persist }: LabParts): Lab & { readonly library: Library } {
  let worker: Worker | null = null;
  let current: CurrentRun | null = null;
  let runs = 0;

  function end(run: CurrentRun, ...last: LogEntry[]): void {
    if (current !== run) return;
    current = null;
    if (last.length > 0) run.handlers.onEntries(last);
    run.finish();
  }

  function breakDown(failure: Failure): void {
    worker?.terminate();
    worker = null;
    if (current) end(current, { at: current.lastAt, event: { type: 'run-failed', failure } });
    library.fail(fromFailure(failure));
  }

  function receive(message: FromLab): void {
    if (message.type === 'broken') return breakDown(message.failure);
    if (message.type === 'library') return library.receive(message.message);
    if (!current || message.run !== current.number) return;
    switch (message.type) {
      case 'progress':
        return current.handlers.onProgress(message.progress);
      case 'entries':
        current.lastAt = message.entries.at(-1)?.at ?? current.lastAt;
        return current.handlers.onEntries(message.entries);
      case 'done':
        return end(current);
    }
  }

  function running(): Worker {
    if (worker) return worker;
    const started = startWorker();
    started.onmessage = (event: MessageEvent<FromLab>) => receive(event.data);
    started.onerror = (event) => {
      event.preventDefault();
      if (worker === started) breakDown(crashed);
    };
    const tell = (message: ToLab) => started.postMessage(message);
    tell({ type: 'start', models });
    if (library.greeting) tell({ type: 'library', message: library.greeting });
    worker = started;
    return started;
  }

  const send = (message: ToLab) => running().postMessage(message);
  const library = createLibraryClient((message) => send({ type: 'library', message }), persist);

  return {
    library: library.library,
    run(experiment, handlers, signal, resume) {
      if (current) {
        send({ type: 'cancel', run: current.number });
        end(current, { at: current.lastAt, event: { type: 'run-cancelled' } });
      }
      return new Promise((resolve) => {
        const run: CurrentRun = { number: ++runs, handlers, finish: resolve, lastAt: 0 };
        current = run;
        const cancel = () => current === run && send({ type: 'cancel', run: run.number });
        signal.addEventListener('abort', cancel, { once: true });
        send({ type: 'run', run: run.number, experiment, ...(resume ? { resume } : {}) });
        if (signal.aborted) cancel();
      });
    },
    close() {
      worker?.terminate();
      worker = null;
      if (current) end(current, { at: current.lastAt, event: { type: 'run-cancelled' } });
      library.fail(closed());
    },
  };
}
