import { describe, expect, it } from 'vitest';
import type { Experiment } from '#experiment/experiment.ts';
import { setOwnModels } from '#policy/own-models.ts';
import { ownModelNamed } from '#policy/testing/own-model.ts';
import type { Failure, LogEntry } from '#run/events.ts';
import { createRunWorker } from './run-client.ts';
import { HandClock, HandWorker } from './testing/by-hand.ts';

const experiment: Experiment = {
  problem: { family: 'countdown', numbers: [4, 9, 10, 13], target: 24 },
  model: 'countdown',
  strategy: { kind: 'direct' },
  sampling: { temperature: 0, topK: 0, topP: 1, minP: 0, maxTokens: 10 },
  seed: 1,
  budget: { tokens: 0 },
};

function setUp() {
  HandWorker.started = [];
  const clock = new HandClock();
  const explained = new Map<string, Failure>();
  const runWorker = createRunWorker({
    startWorker: () => new HandWorker(),
    models: 'http://localhost/models/',
    persist: async () => undefined,
    later: clock.later,
    explain: async (failure) => explained.get(failure.code) ?? failure,
  });
  const entries: LogEntry[] = [];
  const start = (signal = new AbortController().signal) =>
    runWorker.run(
      experiment,
      { onEntries: (more) => entries.push(...more), onProgress: () => undefined },
      signal,
    );
  return { runWorker, clock, explained, entries, start, worker: () => HandWorker.started.at(-1)! };
}

/** Entries as they cross. */
const logText = (...entries: readonly LogEntry[]) => JSON.stringify(entries);

const entry: LogEntry = { at: 40, event: { type: 'sequence-ended', sequence: 0, reason: 'stop' } };

describe('the runWorker client', () => {
  it('keeps the log when the worker crashes, says so, and starts a new worker for the next run', async () => {
    const { entries, start, worker } = setUp();
    const first = start();
    worker().items(1, [logText(entry)]);
    worker().fails('Uncaught Error');
    await first;
    expect(entries).toHaveLength(2);
    expect(entries[1]).toMatchObject({
      at: 40,
      event: { type: 'run-failed', failure: { code: 'worker-crashed' } },
    });

    const second = start();
    expect(HandWorker.started).toHaveLength(2);
    worker().done(1);
    await second;
  });

  it('tells each worker which models of the person’s own there are, and when there are others', async () => {
    const { start, worker } = setUp();
    const own = ownModelNamed('own-0000000000000001');
    setOwnModels([own]);
    const first = start();
    const told = () =>
      worker().sent.flatMap((message) => ('name' in message && message.name === 'own' ? [message.args] : []));
    expect(told()).toEqual([[own]]);
    worker().fails('Uncaught Error');
    await first;
    const second = start();
    expect(told()).toEqual([[own]]);
    setOwnModels([]);
    expect(told()).toEqual([[own], []]);
    worker().done(1);
    await second;
  });

  it('hands a new worker the log of a run that the old one broke off', async () => {
    const { runWorker, entries, start, worker } = setUp();
    const first = start();
    worker().items(1, [logText(entry)]);
    worker().fails('Uncaught Error');
    await first;
    const second = runWorker.run(
      experiment,
      { onEntries: () => undefined, onProgress: () => undefined },
      new AbortController().signal,
      entries,
    );
    expect(HandWorker.started).toHaveLength(2);
    expect(worker().sent.at(-1)).toEqual({
      type: 'call',
      call: 1,
      name: 'run',
      args: { experiment, resume: entries },
    });
    worker().done(1);
    await second;
  });

  it('tells the worker to cancel and waits for its last entries', async () => {
    const { entries, start, worker } = setUp();
    const abort = new AbortController();
    const run = start(abort.signal);
    abort.abort();
    expect(worker().sent.at(-1)).toEqual({ type: 'cancel', call: 1 });
    worker().items(1, [logText({ at: 5, event: { type: 'run-cancelled' } })]);
    worker().done(1);
    await run;
    expect(entries.map(({ event }) => event.type)).toEqual(['run-cancelled']);
  });

  it('ends the run before when a new one starts, and drops its late messages', async () => {
    const { entries, start, worker } = setUp();
    const first = start();
    const second = start();
    await first;
    expect(entries.at(-1)!.event.type).toBe('run-cancelled');
    worker().items(1, [logText(entry)]);
    expect(entries).toHaveLength(1);
    worker().done(2);
    await second;
  });

  it('fails what the library was asked when the worker crashes, and starts the next one with the custom models', async () => {
    const { runWorker, worker } = setUp();
    const model = {
      id: 'mine',
      weights: 'http://localhost/mine/',
      library: 'http://localhost/mine.wasm',
      context: 512,
    };
    const given = runWorker.library.setCustom([model]);
    expect(worker().sent).toEqual([
      { type: 'tell', call: 0, name: 'start', args: { models: 'http://localhost/models/' } },
      { type: 'call', call: 1, name: 'custom', args: { models: [model] } },
    ]);
    worker().done(1);
    await given;
    const report = runWorker.library.report();
    worker().fails('Uncaught Error');
    await expect(report).rejects.toMatchObject({ name: 'PolicyError', code: 'worker-crashed' });

    const again = runWorker.library.report();
    expect(HandWorker.started).toHaveLength(2);
    expect(
      worker().sent.map((message) => ('name' in message ? `${message.type} ${message.name}` : message.type)),
    ).toEqual(['tell start', 'tell custom', 'call report']);
    runWorker.close();
    await expect(again).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('ends the run of a worker that says nothing any more, and the next run gets another one', async () => {
    const { entries, start, worker, clock } = setUp();
    const first = start();
    const [stuck] = HandWorker.started;
    worker().items(1, [logText(entry)]);
    clock.pass(11);
    await first;
    expect(entries.at(-1)).toMatchObject({
      at: 40,
      event: {
        type: 'run-failed',
        failure: { code: 'worker-crashed', silent: true },
      },
    });
    expect(stuck!.terminated).toBe(true);
    const second = start();
    expect(HandWorker.started).toHaveLength(2);
    stuck!.done(1); // a message that was on its way
    worker().done(1);
    await second;
  });

  it('leaves alone a worker that computes for long, and one that answers now and then', async () => {
    const { entries, start, worker, clock } = setUp();
    const run = start();
    clock.pass(20); // its script is being fetched
    worker().says({ type: 'pong' });
    for (let stretch = 0; stretch < 5; stretch++) {
      clock.pass(9);
      worker().says({ type: 'pong' });
    }
    clock.pass(600, () => worker().says({ type: 'pong' }));
    expect(worker().terminated).toBe(false);
    expect(entries).toEqual([]);
    worker().done(1);
    await run;
    expect(clock.idle).toBe(true); // nothing is waited for, so nobody is asked
  });

  it('takes a sleep of hours for one look: timers of the page and of the worker stand still together', async () => {
    const { start, worker, clock } = setUp();
    const run = start();
    worker().says({ type: 'pong' });
    for (let nights = 0; nights < 5; nights++) clock.jump(36_000);
    expect(worker().terminated).toBe(false);
    worker().done(1);
    await run;
  });

  it('ends a cancelled run that does not end by itself after a second, as cancelled', async () => {
    const { entries, start, worker, clock } = setUp();
    const abort = new AbortController();
    const run = start(abort.signal);
    const stuck = worker();
    stuck.items(1, [logText(entry)]);
    abort.abort();
    expect(entries).toHaveLength(1);
    clock.pass(1);
    await run;
    expect(entries[1]).toEqual({ at: 40, event: { type: 'run-cancelled' } });
    expect(stuck.terminated).toBe(true);
    const next = start();
    expect(worker()).not.toBe(stuck);
    worker().done(1);
    await next;
  });

  it.each<Failure>([
    { code: 'kernel-failed', why: { kind: 'stopped' } },
    { code: 'bug', detail: 'x' },
    { code: 'part-missing', part: null },
    { code: 'model-not-found', why: { kind: 'file', path: 'x' } },
    { code: 'device-lost' },
  ])('opens everything anew after $code', async (failure) => {
    const { entries, start, worker } = setUp();
    const run = start();
    const used = worker();
    used.items(1, [
      logText(entry, {
        at: 50,
        event: { type: 'run-failed', failure },
      }),
    ]);
    used.done(1);
    await run;
    expect(entries.map(({ event }) => event.type)).toEqual(['sequence-ended', 'run-failed']);
    expect(used.terminated).toBe(true);
  });

  it('keeps a worker whose run failed by what was asked', async () => {
    const { start, worker } = setUp();
    const run = start();
    worker().items(1, [
      logText({
        at: 50,
        event: {
          type: 'run-failed',
          failure: { code: 'prompt-too-long', model: null, tokens: 9, context: 8 },
        },
      }),
    ]);
    worker().done(1);
    await run;
    expect(worker().terminated).toBe(false);
  });

  it('asks the next worker for a download that was under way when the page ended the old one', async () => {
    const { runWorker, start, worker, clock } = setUp();
    const download = runWorker.library.download('big', () => undefined, new AbortController().signal);
    const abort = new AbortController();
    const run = start(abort.signal);
    abort.abort();
    clock.pass(1);
    await run;
    await new Promise((resolve) => setImmediate(resolve));
    expect(HandWorker.started).toHaveLength(2);
    expect(worker().sent).toContainEqual({
      type: 'call',
      call: 1,
      name: 'download',
      args: { model: 'big' },
    });
    worker().done(1);
    await download;
  });

  it('tells a script that does not come from a crash, and finds the words for it', async () => {
    const { entries, explained, start, worker } = setUp();
    explained.set('part-missing', { code: 'new-version' });
    const run = start();
    worker().fails();
    await run;
    expect(entries.at(-1)!.event).toMatchObject({ type: 'run-failed', failure: { code: 'new-version' } });
  });

  it('puts a failure in the log into better words, before the run ends', async () => {
    const { entries, explained, start, worker } = setUp();
    explained.set('model-not-found', { code: 'new-version' });
    const run = start();
    worker().items(1, [
      logText({
        at: 0,
        event: {
          type: 'run-failed',
          failure: { code: 'model-not-found', why: { kind: 'file', path: 'x' } },
        },
      }),
    ]);
    worker().done(1);
    await run;
    expect(entries).toEqual([
      { at: 0, event: { type: 'run-failed', failure: explained.get('model-not-found') } },
    ]);
  });
});
