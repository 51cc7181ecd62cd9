import { afterEach, describe, expect, test } from 'vitest';
import { setOwnModels } from '#policy/own-models.ts';
import { ownModelNamed } from '#policy/testing/own-model.ts';
import { emptyOutcome, smallExperiment } from '#lab/sweeps/testing.ts';
import { createLabWorkers } from './lab-client.ts';
import { HandClock, HandWorker } from './testing/by-hand.ts';

function setUp(cores = 2) {
  HandWorker.started = [];
  const clock = new HandClock();
  const lab = createLabWorkers({
    startWorker: () => new HandWorker(),
    models: 'http://localhost/models/',
    cores,
    later: clock.later,
    explain: async (failure) => failure,
  });
  const stop = new AbortController();
  const measure = (signal = stop.signal) => lab.measure(smallExperiment, { signal });
  return { lab, clock, stop, measure, workers: HandWorker.started };
}

/** Numbers of the calls that a worker was sent. */
const calls = (worker: HandWorker | undefined): readonly number[] =>
  worker?.sent.flatMap((message) => (message.type === 'call' ? [message.call] : [])) ?? [];
/** What hangs on settled promises has happened. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('the workers of the lab', () => {
  afterEach(() => setOwnModels([]));

  test('know the models of the person’s own before their first job, those that come later too', async () => {
    const { measure, workers } = setUp(2);
    const told = (worker: HandWorker | undefined) =>
      worker?.sent.flatMap(({ type, ...message }) =>
        'name' in message && message.name !== 'start' ? [[type, message.name]] : [],
      );
    const [one, other] = [ownModelNamed('own-0000000000000001'), ownModelNamed('own-0000000000000002')];
    setOwnModels([one]);
    const jobs = [measure()];
    setOwnModels([one, other]);
    jobs.push(measure());
    expect(told(workers[0])).toEqual([
      ['tell', 'own'],
      ['call', 'measure'],
      ['tell', 'own'],
    ]);
    expect(told(workers[1])).toEqual([
      ['tell', 'own'],
      ['call', 'measure'],
    ]);
    expect(workers[1]?.sent[1]).toMatchObject({ args: [one, other] });
    workers.forEach((worker) => worker.done(1, emptyOutcome));
    await Promise.all(jobs);
  });

  test('do as many jobs at once as there are cores; the next waits for a free one', async () => {
    const { measure, workers } = setUp();
    const jobs = [measure(), measure(), measure()];
    expect(workers.map(calls)).toEqual([[1], [1]]);
    workers[1]!.done(1, emptyOutcome);
    await jobs[1];
    await settled();
    expect(workers.map(calls)).toEqual([[1], [1, 2]]);
  });

  test('a worker that dies is replaced, and its job done once more', async () => {
    const { measure, workers } = setUp(1);
    const job = measure();
    workers[0]!.fails('Uncaught Error');
    await settled();
    expect(calls(workers[1])).toEqual([1]);
    workers[1]!.done(1, emptyOutcome);
    expect(await job).toEqual(emptyOutcome);
  });

  test('a job over which two workers died fails, and the next one is done', async () => {
    const { measure, workers } = setUp(1);
    const job = measure();
    const next = measure();
    workers[0]!.fails('Uncaught Error');
    await settled();
    workers[1]!.done(1, emptyOutcome);
    await settled();
    workers[1]!.fails('Uncaught Error');
    await expect(job).rejects.toMatchObject({ code: 'worker-crashed' });
    expect(await next).toEqual(emptyOutcome);
  });

  test('cancelling ends the waiting at once, and a worker that does not stop within a second', async () => {
    const { measure, workers, stop, clock } = setUp(1);
    const job = measure();
    const other = new AbortController();
    const waiting = measure(other.signal);
    stop.abort();
    await expect(job).rejects.toMatchObject({ name: 'AbortError' });
    clock.pass(1);
    await settled();
    expect(workers[0]!.terminated).toBe(true);
    workers[1]!.done(1, emptyOutcome);
    expect(await waiting).toEqual(emptyOutcome);
  });

  test('after a minute without a job the workers are ended, and start again when there is one', async () => {
    const { measure, workers, clock } = setUp(1);
    const job = measure();
    workers[0]!.done(1, emptyOutcome);
    await job;
    await settled();
    clock.pass(61);
    expect(workers[0]!.terminated).toBe(true);
    void measure();
    expect(calls(workers[1])).toEqual([1]);
  });

  test('a browser that starts no worker is said to whoever waits', async () => {
    const lab = createLabWorkers({
      startWorker: () => {
        throw new DOMException('no workers here', 'SecurityError');
      },
      models: 'http://localhost/models/',
      cores: 1,
      later: new HandClock().later,
      explain: async (failure) => failure,
    });
    const { signal } = new AbortController();
    await expect(lab.measure(smallExperiment, { signal })).rejects.toMatchObject({ name: 'SecurityError' });
  });

  test('closing lets go of everything that waits', async () => {
    const { lab, measure } = setUp(1);
    const jobs = [measure(), measure()];
    lab.close();
    for (const job of jobs) await expect(job).rejects.toMatchObject({ name: 'AbortError' });
  });
});
