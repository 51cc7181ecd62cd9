import { ownModels } from '#policy/own-models.ts';
import { fromFailure, PolicyError } from '#policy/policy-error.ts';
import type { Failure } from '#run/failure.ts';
import { Connection, type Port } from './calls/client.ts';
import { failureOfDeath } from './failures.ts';
import type { TrainCalls, TrainingItem } from './train-calls.ts';
import { type Later, serverPatience, workerPatience } from './watch.ts';

export type TrainWish = Omit<TrainCalls['train']['args'], 'cores'>;

/** The worker that trains. */
export interface TrainingWorker {
  /**
   * Trains until it has ended by itself, or the signal is aborted and the step under way is done. Rejects with PolicyError; with the
   * reason of `stop` once that is aborted, and the worker has ended a second later at most, or of the signal.
   */
  readonly train: (
    wish: TrainWish,
    options: {
      readonly signal: AbortSignal;
      readonly stop: AbortSignal;
      readonly onItems: (items: readonly TrainingItem[]) => void;
    },
  ) => Promise<void>;
  /** Rests between two steps as long as it is on. */
  readonly hold: (on: boolean) => void;
}

export interface TrainerParts {
  /** @param notCome how many workers before did not say a word: their script did not come. */
  readonly startWorker: (notCome: number) => Port;
  /** Absolute address of the models folder. */
  readonly models: string;
  readonly cores: number;
  readonly later: Later;
  /** Finds the reason behind a failure, where there is one. Never rejects. */
  readonly explain: (failure: Failure) => Promise<Failure>;
}

/** Milliseconds that a training that is stopped has to say how far it was. */
const grace = 1000;

/** A worker for each training, ended with it: nothing of it stays in memory. */
export function createTrainer({ startWorker, models, cores, later, explain }: TrainerParts): TrainingWorker {
  let current: Connection<TrainCalls> | null = null;
  let notCome = 0;

  function connect(): Connection<TrainCalls> {
    const worker = new Connection<TrainCalls>({
      port: startWorker(notCome),
      patience: workerPatience,
      patienceAtFirst: serverPatience,
      later,
      async onDeath(death): Promise<Error> {
        const { heard } = worker;
        if (!heard) notCome += 1;
        return fromFailure(await explain(failureOfDeath(death, heard)));
      },
    });
    worker.tell('start', { models });
    if (ownModels().length > 0) worker.tell('own', ownModels());
    return worker;
  }

  return {
    async train(wish, { signal, stop, onItems }) {
      signal.throwIfAborted();
      const worker = connect();
      current = worker;
      let spare = (): void => undefined;
      const end = () => (spare = later(() => worker.close(stop.reason), grace));
      stop.addEventListener('abort', end, { once: true });
      try {
        await worker.call('train', { ...wish, cores }, { signal, onItems });
      } catch (error) {
        stop.throwIfAborted();
        signal.throwIfAborted();
        throw error instanceof PolicyError ? fromFailure(await explain(error.failure)) : error;
      } finally {
        spare();
        stop.removeEventListener('abort', end);
        worker.close(new DOMException('The training has ended.', 'AbortError'));
        if (current === worker) current = null;
      }
    },
    hold: (on) => current?.tell('hold', { on }),
  };
}
