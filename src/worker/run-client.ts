import type { Experiment } from '#experiment/experiment.ts';
import { fromFailure, PolicyError, toFailure } from '#policy/policy-error.ts';
import { onOwnModels, ownModels } from '#policy/own-models.ts';
import type { Failure, LogEntry } from '#run/events.ts';
import { unlessAborted } from './arrival.ts';
import { Connection, type Death, type Port } from './calls/client.ts';
import { failureOfDeath, leavesAllWell } from './failures.ts';
import type { RunWorkerCalls, ModelProgress } from './run-calls.ts';
import type { Library } from './library.ts';
import { type AskWorker, createLibraryClient } from './library-client.ts';
import type { AgreedServer, Servers } from './servers.ts';
import { type Later, serverPatience, workerPatience } from './watch.ts';

export interface RunHandlers {
  /** New log entries, in order, about 30 times a second. */
  readonly onEntries: (entries: readonly LogEntry[]) => void;
  readonly onProgress: (progress: ModelProgress) => void;
}

/** The page's hold on the run worker. */
export interface RunWorker {
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
  readonly handlers: RunHandlers;
  readonly finish: () => void;
  /** Tells the worker to cancel it. */
  readonly stop: AbortController;
  lastAt: number;
  /** What it failed with: its log ends with it, once its reason is known. */
  failed: { readonly at: number; readonly failure: Failure } | null;
  /** Takes back what would end it by force. */
  spare: () => void;
}

const closed = () => new DOMException('The run worker was closed.', 'AbortError');

/** The page has ended the worker, and starts another for whoever still waits. */
class Replaced extends Error {}

/** Milliseconds that a cancelled run has to end by itself. */
const grace = 1000;

export interface RunWorkerParts {
  /** @param notCome how many workers before did not say a word: their script did not come. */
  readonly startWorker: (notCome: number) => Port;
  /** Absolute address of the models folder. */
  readonly models: string;
  /** Asks the browser to keep this page's files. */
  readonly persist: () => Promise<unknown>;
  readonly later: Later;
  /** Finds the reason behind a failure, where there is one. Never rejects. */
  readonly explain: (failure: Failure) => Promise<Failure>;
}

/**
 * Starts the worker when first needed. The page ends it, and all the workers in it, when it is stuck, when a cancelled run
 * does not end, and after a run whose failure may have left something broken in it; the next run gets another worker,
 * and with it opens everything anew. A run's log is always brought to an end, and the entries that arrived stay with the caller.
 *
 * Calls of the library under way reject with PolicyError `worker-crashed` where the worker broke, and are made again to the
 * next worker where the page ended it.
 */
export function createRunWorker({
  startWorker,
  models,
  persist,
  later,
  explain,
}: RunWorkerParts): RunWorker & { readonly library: Library; readonly servers: Servers } {
  let worker: Connection<RunWorkerCalls> | null = null;
  let notCome = 0;
  let agreed: readonly AgreedServer[] = [];
  let current: CurrentRun | null = null;
  /** The worker holds something that broke, such as a part of the page that did not come: browsers ask for it once only. */
  let spoilt = false;

  function letGo(error: unknown): void {
    if (worker && !worker.heard) notCome += 1;
    worker?.close(error);
    worker = null;
    spoilt = false;
  }

  /** A spoilt worker gives way to another once no run needs it. */
  function settle(): void {
    if (spoilt && !current) letGo(new Replaced());
  }

  function end(run: CurrentRun, ...last: LogEntry[]): void {
    if (current !== run) return;
    current = null;
    run.spare();
    if (last.length > 0) run.handlers.onEntries(last);
    run.finish();
    settle();
  }

  const cancelled = ({ lastAt: at }: CurrentRun): LogEntry => ({ at, event: { type: 'run-cancelled' } });

  /** The worker is gone. What went wrong with it ends all that was called. */
  async function died(death: Death): Promise<Error> {
    const failure = failureOfDeath(death, worker?.heard ?? false);
    letGo(null);
    return fromFailure(await explain(failure));
  }

  function connection(): Connection<RunWorkerCalls> {
    if (worker) return worker;
    const started = new Connection<RunWorkerCalls>({
      port: startWorker(notCome),
      patience: workerPatience,
      patienceAtFirst: serverPatience,
      later,
      onDeath: died,
    });
    started.tell('start', { models });
    if (ownModels().length > 0) started.tell('own', ownModels());
    if (library.custom.length > 0) started.tell('custom', { models: library.custom });
    if (agreed.length > 0) started.tell('agree', { servers: agreed });
    worker = started;
    return started;
  }

  onOwnModels(() => worker?.tell('own', ownModels()));

  const ask: AskWorker = async (name, args, { signal, ...options } = {}) => {
    signal?.throwIfAborted();
    for (;;) {
      try {
        const asked = connection().call(name, args, { ...options, ...(signal ? { signal } : {}) });
        return await (signal ? unlessAborted(asked, signal) : asked);
      } catch (error) {
        if (error instanceof Replaced) continue;
        if (!(error instanceof PolicyError && error.code === 'part-missing')) throw error;
        spoilt = worker !== null;
        throw fromFailure(await explain(error.failure));
      } finally {
        settle();
      }
    }
  };
  const library = createLibraryClient(ask, persist);

  function receive(run: CurrentRun, items: readonly RunWorkerCalls['run']['item'][]): void {
    if (current !== run) return;
    const entries: LogEntry[] = [];
    for (const item of items) {
      if (typeof item !== 'string') run.handlers.onProgress(item);
      else
        for (const entry of readEntries(item))
          if (entry.event.type === 'run-failed') run.failed = { at: entry.at, failure: entry.event.failure };
          else entries.push(entry);
    }
    run.lastAt = run.failed?.at ?? entries.at(-1)?.at ?? run.lastAt;
    if (entries.length > 0) run.handlers.onEntries(entries);
  }

  /** The worker has said all of a run, or has ended. */
  async function finished(run: CurrentRun): Promise<void> {
    if (!run.failed) return end(run);
    const { at, failure } = run.failed;
    const explained = await explain(failure);
    if (current === run && !leavesAllWell(failure)) spoilt = true;
    end(run, { at, event: { type: 'run-failed', failure: explained } });
  }

  function cancel(run: CurrentRun): void {
    if (current !== run) return;
    run.stop.abort();
    run.spare = later(() => {
      if (current !== run) return;
      spoilt = true;
      end(run, cancelled(run));
    }, grace);
  }

  return {
    library: library.library,
    servers: {
      agree(servers) {
        agreed = servers;
        worker?.tell('agree', { servers });
      },
      list: (access, signal) => ask('listServer', { access }, { signal }),
      probe: (access, model, signal) => ask('probeServer', { access, model }, { signal }),
    },
    run(experiment, handlers, signal, resume) {
      current?.stop.abort();
      if (current) end(current, cancelled(current));
      return new Promise((resolve) => {
        const run: CurrentRun = {
          handlers,
          finish: resolve,
          stop: new AbortController(),
          lastAt: 0,
          failed: null,
          spare: () => undefined,
        };
        current = run;
        signal.addEventListener('abort', () => cancel(run), { once: true });
        connection()
          .call(
            'run',
            { experiment, ...(resume ? { resume } : {}) },
            { signal: run.stop.signal, onItems: (items) => receive(run, items) },
          )
          .then(
            () => finished(run),
            (error: unknown) =>
              end(run, { at: run.lastAt, event: { type: 'run-failed', failure: toFailure(error) } }),
          );
        if (signal.aborted) cancel(run);
      });
    },
    close() {
      const run = current;
      letGo(closed());
      if (run) end(run, cancelled(run));
    },
  };
}

/** What our own worker wrote. */
const readEntries = (text: string): readonly LogEntry[] => JSON.parse(text);
