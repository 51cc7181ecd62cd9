import type { Failure } from '#run/failure.ts';
import { describe, expect, it } from 'vitest';
import { logOf } from '#run/testing/fixtures.ts';
import { testApp } from '../testing/fakes.ts';

const log = logOf(['4 + 9 = 13 </think> 24', '9 - 4 = 5 </think> 24']);
const failed: Failure = { code: 'model-not-found', why: { kind: 'file', path: 'x' } };

describe('a run', () => {
  it('shows what came, once a frame, and follows the end', async () => {
    const { app, runWorker, frames } = await testApp();
    app.runs.start();
    expect(app.store.getState().phase).toBe('opening');
    runWorker.progress({ model: 'countdown', phase: 'fetching', bytes: 1, totalBytes: 2 });
    expect(app.store.getState().progress?.bytes).toBe(1);
    runWorker.send(log[0]!);
    runWorker.send(log[1]!);
    runWorker.send(...log.slice(2, 5));
    expect(frames.waiting).toBe(1);
    let changes = 0;
    app.store.subscribe(() => changes++);
    frames.turn();
    expect(changes).toBe(1);
    const { phase, cursor, log: shown, view, progress } = app.store.getState();
    expect({ phase, cursor, length: shown?.entries.length, progress }).toEqual({
      phase: 'running',
      cursor: 5,
      length: 5,
      progress: null,
    });
    expect(view.sequences).toHaveLength(2);
    runWorker.send(...log.slice(5));
    await runWorker.finish();
    expect(app.store.getState().phase).toBe('idle');
    expect(app.store.getState().view.status).toBe('finished');
  });

  it('is played from its start at a readable pace, waits at the end for more, and stops when all has been shown', async () => {
    const { app, runWorker, frames } = await testApp();
    app.view.setSpeed(20);
    app.runs.start();
    runWorker.send(...log.slice(0, 4));
    frames.turn(0);
    expect(app.store.getState()).toMatchObject({ cursor: 0, playing: true });
    frames.turn(100);
    expect(app.store.getState().cursor).toBe(2);
    frames.turn(1000);
    expect(app.store.getState()).toMatchObject({ cursor: 4, playing: true });
    frames.turn(5000);
    runWorker.send(...log.slice(4));
    frames.turn(0);
    frames.turn(50);
    expect(app.store.getState().cursor).toBe(5);
    await runWorker.finish();
    frames.turn(60_000);
    expect(app.store.getState()).toMatchObject({ cursor: log.length, playing: false, following: true });
    expect(frames.waiting).toBe(0);
  });

  it('keeps the cursor where a person put it, and follows again from the end', async () => {
    const { app, runWorker, frames } = await testApp();
    app.runs.start();
    runWorker.send(...log.slice(0, 6));
    frames.turn();
    app.view.step(-1);
    runWorker.send(...log.slice(6, 9));
    frames.turn();
    expect(app.store.getState()).toMatchObject({ cursor: 5, following: false });
    app.view.toEnd();
    runWorker.send(...log.slice(9, 12));
    frames.turn();
    expect(app.store.getState()).toMatchObject({ cursor: 12, following: true });
  });

  it('takes nothing off the stage when the next one cannot start', async () => {
    const { app, runWorker, frames } = await testApp();
    app.runs.start();
    runWorker.send(...log);
    frames.turn();
    await runWorker.finish();
    const before = app.store.getState().view;
    app.runs.start();
    runWorker.send({ at: 0, event: { type: 'run-failed', failure: failed } });
    await runWorker.finish();
    expect(app.store.getState()).toMatchObject({ phase: 'idle', openingFailure: failed });
    expect(app.store.getState().view).toBe(before);
  });

  it('keeps its log when it is cancelled', async () => {
    const { app, runWorker, frames } = await testApp();
    app.runs.start();
    runWorker.send(...log.slice(0, 6));
    frames.turn();
    app.runs.cancel();
    expect(runWorker.signals[0]?.aborted).toBe(true);
    expect(app.store.getState().phase).toBe('stopping');
    runWorker.send({ at: 99, event: { type: 'run-cancelled' } });
    await runWorker.finish();
    expect(app.store.getState()).toMatchObject({ phase: 'idle' });
    expect(app.store.getState().log?.entries).toHaveLength(7);
    expect(app.store.getState().view.status).toBe('cancelled');
  });

  it('leaves an empty stage empty when it is cancelled before its first event', async () => {
    const { app, runWorker } = await testApp();
    app.runs.start();
    app.runs.cancel();
    runWorker.send({ at: 0, event: { type: 'run-cancelled' } });
    await runWorker.finish();
    expect(app.store.getState()).toMatchObject({ phase: 'idle', log: null, openingFailure: null });
  });

  it('hears nothing more of a run that another took the place of', async () => {
    const { app, runWorker, frames } = await testApp();
    app.runs.start();
    const late = runWorker.send;
    runWorker.send(log[0]!, log[1]!);
    frames.turn();
    app.runs.start();
    expect(runWorker.signals[0]?.aborted).toBe(true);
    late(log[0]!);
    frames.turn();
    expect(app.store.getState().log?.entries).toHaveLength(1);
  });
});

describe('a run that goes on from an interrupted one', () => {
  const cancelled = [...log.slice(0, 8), { at: 80, event: { type: 'run-cancelled' } as const }];

  async function interrupted() {
    const around = await testApp();
    around.app.runs.start();
    around.runWorker.send(...cancelled);
    around.frames.turn();
    await around.runWorker.finish();
    return around;
  }

  it('gets the log and leaves it on the stage until it has come further', async () => {
    const { app, runWorker, frames } = await interrupted();
    const before = app.store.getState().view;
    app.setup.setSeed(99);
    app.runs.resume();
    expect(runWorker.resumed.at(-1)).toEqual(cancelled);
    expect(runWorker.asked.at(-1)).toEqual(before.experiment);
    runWorker.send(...log.slice(0, 8));
    frames.turn();
    expect(app.store.getState()).toMatchObject({ phase: 'opening' });
    expect(app.store.getState().log?.entries).toHaveLength(cancelled.length);
    expect(app.store.getState().view).toBe(before);
    runWorker.send(...log.slice(8, 10));
    expect(app.store.getState()).toMatchObject({ phase: 'running', cursor: 10, following: true });
    expect(app.store.getState().log?.entries).toHaveLength(10);
    runWorker.send(...log.slice(10));
    await runWorker.finish();
    expect(app.store.getState()).toMatchObject({ phase: 'idle', view: { status: 'finished' } });
  });

  it('that fails or is cancelled before it has come further takes nothing away, and can be tried again', async () => {
    const { app, runWorker, frames } = await interrupted();
    const before = app.store.getState().view;
    app.runs.resume();
    runWorker.send(...log.slice(0, 4), { at: 9, event: { type: 'run-failed', failure: failed } });
    await runWorker.finish();
    expect(app.store.getState()).toMatchObject({
      phase: 'idle',
      openingFailure: null,
      notice: { kind: 'problem', what: { kind: 'failure', failure: failed } },
    });
    app.runs.resume();
    runWorker.send(...log.slice(0, 4), { at: 9, event: { type: 'run-cancelled' } });
    frames.turn();
    await runWorker.finish();
    expect(app.store.getState()).toMatchObject({ phase: 'idle', notice: null });
    expect(app.store.getState().view).toBe(before);
    expect(runWorker.asked).toHaveLength(3);
  });

  it('is not asked for where there is nothing to go on from', async () => {
    const { app, runWorker } = await testApp();
    app.runs.resume();
    expect(runWorker.asked).toHaveLength(0);
    app.runs.start();
    runWorker.send(...log);
    app.runs.resume();
    await runWorker.finish();
    app.runs.resume();
    expect(runWorker.asked).toHaveLength(1);
  });

  it('with another model is a branch that gets a thought as text', async () => {
    const { app, runWorker } = await interrupted();
    app.runs.editThought('4 + 9 = 13', 'edit', 'countdown-early');
    app.runs.branch('4 + 9 = 13', { kind: 'self-consistency', samples: 2, effort: 'low' });
    expect(runWorker.asked.at(-1)).toMatchObject({ model: 'countdown-early', start: { text: '4 + 9 = 13' } });
    expect(runWorker.resumed.at(-1)).toBeUndefined();
  });
});
