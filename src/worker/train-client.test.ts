import { describe, expect, test } from 'vitest';
import { trainingPresets } from '#train/presets.ts';
import { createHold } from './hold.ts';
import { HandClock, HandWorker } from './testing/by-hand.ts';
import type { TrainingItem } from './train-calls.ts';
import { createTrainer } from './train-client.ts';

function setUp() {
  HandWorker.started = [];
  const clock = new HandClock();
  const trainer = createTrainer({
    startWorker: () => new HandWorker(),
    models: 'http://localhost/models/',
    cores: 2,
    later: clock.later,
    explain: async (failure) => failure,
  });
  const [pause, stop] = [new AbortController(), new AbortController()];
  const items: TrainingItem[] = [];
  const ended = trainer.train(
    { setup: trainingPresets.zero, from: null },
    { signal: pause.signal, stop: stop.signal, onItems: (more) => items.push(...more) },
  );
  const worker = HandWorker.started[0] ?? new HandWorker();
  return { trainer, clock, pause, stop, items, ended, worker };
}

describe('the worker that trains', () => {
  test('is told how many cores to use, hands on what comes, and is gone once it is done', async () => {
    const { ended, worker, items } = setUp();
    expect(worker.sent.at(-1)).toMatchObject({ name: 'train', args: { cores: 2 } });
    worker.items(1, [{ kind: 'begun', cores: 2 }]);
    expect(items).toEqual([{ kind: 'begun', cores: 2 }]);
    worker.done(1);
    await ended;
    expect(worker.terminated).toBe(true);
  });

  test('that is paused is waited for, however long its step takes', async () => {
    const { ended, worker, pause, clock } = setUp();
    pause.abort();
    expect(worker.sent.at(-1)).toEqual({ type: 'cancel', call: 1 });
    clock.pass(5, () => worker.says({ type: 'pong' }));
    expect(worker.terminated).toBe(false);
    worker.done(1);
    await ended;
  });

  test('that is stopped is ended a second later, whatever it does', async () => {
    const { ended, worker, pause, stop, clock } = setUp();
    const reason = new DOMException('stopped', 'AbortError');
    stop.abort(reason);
    pause.abort(reason);
    clock.pass(1);
    await expect(ended).rejects.toBe(reason);
    expect(worker.terminated).toBe(true);
  });

  test('that dies is told of', async () => {
    const { ended, worker } = setUp();
    worker.says({ type: 'pong' });
    worker.fails('out of memory');
    await expect(ended).rejects.toMatchObject({ code: 'worker-crashed' });
  });
});

test('what rests waits between steps, and its clock stands still meanwhile', async () => {
  let at = 0;
  const hold = createHold(() => at);
  const { signal } = new AbortController();
  await hold.free(signal);
  hold.set(true);
  const free = hold.free(signal);
  at = 500;
  hold.set(false);
  await free;
  at = 600;
  expect(hold.now()).toBe(100);
  // Whoever stops does not wait.
  hold.set(true);
  const stop = new AbortController();
  const stopped = hold.free(stop.signal);
  stop.abort();
  await stopped;
});
