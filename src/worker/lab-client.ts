import type { Experiment } from '#experiment/experiment.ts';
import type { Failure, LogEntry } from '#run/events.ts';
import { leavesAllWell } from './failures.ts';
import { fromFailure } from '#policy/policy-error.ts';
import type { FromLab, ModelProgress, ToLab } from './lab-messages.ts';
import type { Library } from './library.ts';
import { createLibraryClient } from './library-client.ts';
import { type Later, serverPatience, Watch, workerPatience } from './watch.ts';

export interface RunHandlers {
  /** New log entries, in order, about 30 times a second. */
  readonly onEntries: (entries: readonly LogEntry[]) => void;
  readonly onProgress: (progress: ModelProgress) => void;
}

/** The page's hold on the lab worker. */
export interface Lab {
  /**
   * Runs an experiment. Resolves when its log is complete: the last entry says run-finished, run-cancelled or
   * run-failed. Never rejects: what goes wrong is in the log. Aborting the signal cancels, within a second whatever the
   * worker does; one run at a time, a new one cancels the one before.
   *
   * @param resume the log of an interrupted run of the same experiment, to go on from: what it has is not drawn again.
   */
  run(
    experiment: Experiment,
    handlers: RunHandlers,
    signal: AbortSignal,
    resume?: readonly LogEntry[],
  ): Promise<void>;
  close(): void;
}

interface CurrentRun {
  readonly number: number;
  readonly handlers: RunHandlers;
  readonly finish: () => void;
  lastAt: number;
  /** What it failed with: its log ends with it, once it has been put into its last words. */
  failed: LogEntry | null;
  /** Takes back what would end it by force. */
  spare: () => void;
}

const crashed: Failure = { code: 'worker-crashed', silent: false };
const silent: Failure = { code: 'worker-crashed', silent: true };
const notFetched: Failure = { code: 'part-missing', part: 'kernel' };

const closed = () => new DOMException('The lab was closed.', 'AbortError');

/** Milliseconds that a cancelled run has to end by itself. */
const grace = 1000;

export interface LabParts {
  /** @param notCome how many workers before did not say a word: their script did not come. */
  readonly startWorker: (notCome: number) => Worker;
  /** Absolute address of the models folder. */
  readonly models: string;
  /** Asks the browser to keep this page's files. */
  readonly persist: () => Promise<unknown>;
  readonly later: Later;
  /** Finds better words for what went wrong, where there are any. Never rejects. */
  readonly explain: (failure: Failure) => Promise<Failure>;
}

/**
 * Starts the worker when first needed. The page ends it, and all the workers in it, when it is stuck, when a cancelled run
 * does not end, and after a run whose failure may have left something broken in it; the next run gets another worker,
 * and with it opens everything anew. A run's log is always brought to an end, and the entries that arrived stay with the caller.
 *
 * What the library was asked meanwhile rejects with PolicyError `worker-crashed` where the worker broke, and is asked of the
 * next worker where the page ended it.
 */
export function createLab({
  startWorker,
  models,
  persist,
  later,
  explain,
}: LabParts): Lab & { readonly library: Library } {
  let worker: Worker | null = null;
  let heard = false;
  let notCome = 0;
  let watch: Watch | null = null;
  let current: CurrentRun | null = null;
  /** The worker holds something that broke, such as a part of the page that did not come: browsers ask for it once only. */
  let spoilt = false;
  let runs = 0;

  function letGo(): void {
    watch?.stop();
    if (worker && !heard) notCome += 1;
    worker?.terminate();
    worker = null;
    spoilt = false;
  }

  /** Something came to its end: a spoilt worker gives way to another, and one that is asked nothing is not watched. */
  function settle(): void {
    if (spoilt && !current) letGo();
    if (!worker && library.busy) library.askAgain();
    if (!current && !library.busy) watch?.stop();
  }

  function end(run: CurrentRun, ...last: LogEntry[]): void {
    if (current !== run) return;
    current = null;
    run.spare();
    if (last.length > 0) run.handlers.onEntries(last);
    run.finish();
    settle();
  }

  async function endFailed(run: CurrentRun, at: number, failure: Failure): Promise<void> {
    const explained = await explain(failure);
    if (current === run && !leavesAllWell(failure)) spoilt = true;
    end(run, { at, event: { type: 'run-failed', failure: explained } });
  }

  const cancelled = ({ lastAt: at }: CurrentRun): LogEntry => ({ at, event: { type: 'run-cancelled' } });

  /** The worker is gone, or as good as gone. */
  async function breakDown(failure: Failure): Promise<void> {
    letGo();
    const run = current;
    const rejectAsked = library.abandon();
    const explained = await explain(failure);
    rejectAsked(fromFailure(explained));
    if (run) end(run, { at: run.lastAt, event: { type: 'run-failed', failure: explained } });
  }

  function receive(message: FromLab): void {
    switch (message.type) {
      case 'pong':
        return;
      case 'broken':
        return void breakDown(message.failure);
      case 'library':
        return void receiveOfLibrary(message);
      default:
        return current && message.run === current.number ? receiveOfRun(current, message) : undefined;
    }
  }

  function receiveOfRun(run: CurrentRun, message: Extract<FromLab, { run: number }>): void {
    switch (message.type) {
      case 'progress':
        return run.handlers.onProgress(message.progress);
      case 'entries': {
        run.lastAt = message.entries.at(-1)?.at ?? run.lastAt;
        const failed = message.entries.findIndex(({ event }) => event.type === 'run-failed');
        run.failed = message.entries[failed] ?? null;
        const entries = run.failed ? message.entries.slice(0, failed) : message.entries;
        return entries.length > 0 ? run.handlers.onEntries(entries) : undefined;
      }
      case 'done':
        return run.failed?.event.type === 'run-failed'
          ? void endFailed(run, run.failed.at, run.failed.event.failure)
          : end(run);
    }
  }

  async function receiveOfLibrary({ message }: Extract<FromLab, { type: 'library' }>): Promise<void> {
    if (message.type !== 'failed' || message.failure.code !== 'part-missing') library.receive(message);
    else {
      spoilt = true;
      library.receive({ ...message, failure: await explain(message.failure) });
    }
    if (message.type !== 'progress') settle();
  }

  function running(): Worker {
    if (worker) return worker;
    const started = startWorker(notCome);
    heard = false;
    started.onmessage = (event: MessageEvent<FromLab>) => {
      if (worker !== started) return;
      heard = true;
      watch?.heard();
      receive(event.data);
    };
    started.onerror = (event) => {
      event.preventDefault();
      // A script that could not be fetched ends in an event without a message, before anything was heard.
      if (worker === started) void breakDown(heard || event.message ? crashed : notFetched);
    };
    const tell = (message: ToLab) => started.postMessage(message);
    watch = new Watch({
      patience: workerPatience,
      patienceAtFirst: serverPatience,
      ask: () => tell({ type: 'ping' }),
      onSilence: () => void breakDown(heard ? silent : notFetched),
      later,
    });
    tell({ type: 'start', models });
    if (library.greeting) tell({ type: 'library', message: library.greeting });
    worker = started;
    return started;
  }

  const send = (message: ToLab) => {
    running().postMessage(message);
    watch?.start();
  };
  const library = createLibraryClient((message) => send({ type: 'library', message }), persist);

  function cancel(run: CurrentRun): void {
    if (current !== run) return;
    worker?.postMessage({ type: 'cancel', run: run.number } satisfies ToLab);
    run.spare = later(() => {
      if (current !== run) return;
      spoilt = true;
      end(run, cancelled(run));
    }, grace);
  }

  return {
    library: library.library,
    run(experiment, handlers, signal, resume) {
      if (current) {
        worker?.postMessage({ type: 'cancel', run: current.number } satisfies ToLab);
        end(current, cancelled(current));
      }
      return new Promise((resolve) => {
        const run: CurrentRun = {
          number: ++runs,
          handlers,
          finish: resolve,
          lastAt: 0,
          failed: null,
          spare: () => undefined,
        };
        current = run;
        signal.addEventListener('abort', () => cancel(run), { once: true });
        send({ type: 'run', run: run.number, experiment, ...(resume ? { resume } : {}) });
        if (signal.aborted) cancel(run);
      });
    },
    close() {
      letGo();
      const run = current;
      library.abandon()(closed());
      if (run) end(run, cancelled(run));
    },
  };
}
