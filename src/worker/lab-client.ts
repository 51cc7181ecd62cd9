import type { Experiment } from '#experiment/experiment.ts';
import type { Outcome } from '#lab/sweeps/outcome.ts';
import { modelFacts } from '#policy/models.ts';
import { onOwnModels, ownModels } from '#policy/own-models.ts';
import { fromFailure, PolicyError } from '#policy/policy-error.ts';
import type { LogEntry } from '#run/events.ts';
import type { Failure } from '#run/failure.ts';
import { unlessAborted } from './arrival.ts';
import { Connection, type Port } from './calls/client.ts';
import { failureOfDeath, leavesAllWell } from './failures.ts';
import type { LabCalls } from './lab-calls.ts';
import type { ModelProgress } from './run-calls.ts';
import type { AgreedServer } from './servers.ts';
import { type Later, serverPatience, workerPatience } from './watch.ts';

interface JobOptions {
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: ModelProgress) => void;
}

/**
 * The workers of the lab: one a core, each with copies of models of its own. What is asked for waits for the next free one,
 * first come first served. All methods reject with PolicyError, or AbortError once the signal is aborted. A worker that dies
 * is replaced, and what it was doing is done once more.
 */
export interface LabWorkers {
  /** How many jobs are done at once: asking for more only makes a queue. */
  readonly cores: number;
  /** The servers that may be asked, for workers that are there and those that come. */
  readonly agree: (servers: readonly AgreedServer[]) => void;
  /** Runs an experiment to its end. One that fails is an outcome with its failure. */
  readonly measure: (experiment: Experiment, options: JobOptions) => Promise<Outcome>;
  /** Runs an experiment to its end: its whole log. `onEntries`: what came of it, as it comes; after a worker died, from the start. */
  readonly run: (
    experiment: Experiment,
    options: JobOptions & { readonly onEntries?: (log: readonly LogEntry[]) => void },
  ) => Promise<readonly LogEntry[]>;
  readonly score: (
    args: LabCalls['score']['args'],
    options: JobOptions,
  ) => Promise<LabCalls['score']['result']>;
  readonly values: (
    args: LabCalls['values']['args'],
    options: JobOptions,
  ) => Promise<LabCalls['values']['result']>;
  /** Ends the workers; what is under way rejects with AbortError. */
  readonly close: () => void;
}

export interface LabWorkersParts {
  /** @param notCome how many workers before did not say a word: their script did not come. */
  readonly startWorker: (notCome: number) => Port;
  /** Absolute address of the models folder. */
  readonly models: string;
  readonly cores: number;
  readonly later: Later;
  /** Finds the reason behind a failure, where there is one. Never rejects. */
  readonly explain: (failure: Failure) => Promise<Failure>;
}

/** Milliseconds that a cancelled job has to end by itself. */
const grace = 1000;
/** Milliseconds without a job after which the workers are ended: their models take memory. */
const idleFor = 60_000;

interface Job {
  readonly work: (worker: Connection<LabCalls>) => Promise<void>;
  /** It is not done any more. */
  readonly drop: (error: unknown) => void;
  /** The first worker alone may do it: the graphics processor holds one model. */
  readonly first: boolean;
}

interface Lane {
  worker: Connection<LabCalls> | null;
  busy: boolean;
}

export function createLabWorkers({
  startWorker,
  models,
  cores,
  later,
  explain,
}: LabWorkersParts): LabWorkers {
  const lanes: readonly Lane[] = Array.from({ length: cores }, () => ({ worker: null, busy: false }));
  let queue: readonly Job[] = [];
  let notCome = 0;
  let agreed: readonly AgreedServer[] = [];
  let stopIdling = (): void => undefined;
  const closed = () => new DOMException('The workers of the lab were closed.', 'AbortError');

  function connect(lane: Lane): Connection<LabCalls> {
    if (lane.worker) return lane.worker;
    const worker = new Connection<LabCalls>({
      port: startWorker(notCome),
      patience: workerPatience,
      patienceAtFirst: serverPatience,
      later,
      async onDeath(death): Promise<Error> {
        const { heard } = worker;
        if (!heard) notCome += 1;
        if (lane.worker === worker) lane.worker = null;
        return fromFailure(await explain(failureOfDeath(death, heard)));
      },
    });
    worker.tell('start', { models });
    if (ownModels().length > 0) worker.tell('own', ownModels());
    if (agreed.length > 0) worker.tell('agree', { servers: agreed });
    lane.worker = worker;
    return worker;
  }

  onOwnModels(() => lanes.forEach(({ worker }) => worker?.tell('own', ownModels())));

  function letGo(lane: Lane, error: unknown): void {
    lane.worker?.close(error);
    lane.worker = null;
  }

  function dispatch(): void {
    stopIdling();
    for (const [place, lane] of lanes.entries()) {
      if (lane.busy) continue;
      const job = queue.find(({ first }) => !first || place === 0);
      if (!job) continue;
      queue = queue.filter((one) => one !== job);
      let worker: Connection<LabCalls>;
      try {
        worker = connect(lane);
      } catch (error) {
        // The browser starts no worker: whoever waits is to hear of it.
        job.drop(error);
        continue;
      }
      lane.busy = true;
      void job.work(worker).finally(() => {
        lane.busy = false;
        dispatch();
      });
    }
    if (queue.length === 0 && lanes.every(({ busy }) => !busy))
      stopIdling = later(() => lanes.forEach((lane) => letGo(lane, closed())), idleFor);
  }

  /** Waits for a free worker, and again for another where the first one died over it. */
  async function submit<Name extends keyof LabCalls>(
    name: Name,
    model: string,
    args: LabCalls[Name]['args'],
    { signal, onItems }: { readonly signal: AbortSignal; readonly onItems: Items<LabCalls[Name]['item']> },
  ): Promise<LabCalls[Name]['result']> {
    for (let attempt = 1; ; attempt++) {
      signal.throwIfAborted();
      try {
        return await once(name, model, args, { signal, onItems });
      } catch (error) {
        const dead = error instanceof PolicyError && error.code === 'worker-crashed';
        if (!dead || attempt === 2) throw error;
      }
    }
  }

  function once<Name extends keyof LabCalls>(
    name: Name,
    model: string,
    args: LabCalls[Name]['args'],
    { signal, onItems }: { readonly signal: AbortSignal; readonly onItems: Items<LabCalls[Name]['item']> },
  ): Promise<LabCalls[Name]['result']> {
    const done = new Promise<LabCalls[Name]['result']>((resolve, reject) => {
      const job: Job = {
        drop: reject,
        first: modelFacts(model).engine === 'gpu',
        async work(worker) {
          if (signal.aborted) return reject(signal.reason);
          const call = worker.call(name, args, { signal, onItems });
          const spare = endIfStuck(worker, signal);
          try {
            resolve(await call);
          } catch (error) {
            if (error instanceof PolicyError && !leavesAllWell(error.failure)) spoil(worker);
            reject(error instanceof PolicyError ? fromFailure(await explain(error.failure)) : error);
          } finally {
            spare();
          }
        },
      };
      queue = [...queue, job];
      dispatch();
    });
    return unlessAborted(done, signal);
  }

  function spoil(worker: Connection<LabCalls>): void {
    const lane = lanes.find((one) => one.worker === worker);
    if (lane) letGo(lane, closed());
  }

  /** A worker that does not end what was cancelled is ended, and whatever waits gets another. */
  function endIfStuck(worker: Connection<LabCalls>, signal: AbortSignal): () => void {
    let spare = (): void => undefined;
    const listen = () => (spare = later(() => spoil(worker), grace));
    signal.addEventListener('abort', listen, { once: true });
    return () => {
      signal.removeEventListener('abort', listen);
      spare();
    };
  }

  return {
    cores,
    agree(servers) {
      agreed = servers;
      for (const { worker } of lanes) worker?.tell('agree', { servers });
    },
    measure: (experiment, { signal, onProgress }) =>
      submit('measure', experiment.model, { experiment }, { signal, onItems: progressOf(onProgress) }),
    async run(experiment, { signal, onProgress, onEntries }) {
      let log: readonly LogEntry[] = [];
      const onItems: Items<LabCalls['run']['item']> = (items) => {
        const news: LogEntry[] = [];
        for (const item of items) {
          if (!('event' in item)) onProgress?.(item);
          else news.push(item);
        }
        log = news[0]?.event.type === 'run-started' ? news : log.concat(news);
        onEntries?.(log);
      };
      await submit('run', experiment.model, { experiment }, { signal, onItems });
      return log;
    },
    score: (args, { signal, onProgress }) =>
      submit('score', args.model, args, { signal, onItems: progressOf(onProgress) }),
    values: (args, { signal, onProgress }) =>
      submit('values', args.model, args, { signal, onItems: progressOf(onProgress) }),
    close() {
      stopIdling();
      const dropped = queue;
      queue = [];
      for (const { drop } of dropped) drop(closed());
      for (const lane of lanes) letGo(lane, closed());
    },
  };
}

type Items<Item> = (items: readonly Item[]) => void;

const progressOf =
  (onProgress: JobOptions['onProgress']): Items<ModelProgress> =>
  (items) =>
    items.forEach((progress) => onProgress?.(progress));
