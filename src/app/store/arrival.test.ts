import { describe, expect, it } from 'vitest';
import { defaultExperiment } from '#experiment/defaults.ts';
import type { Moment } from '#experiment/moment.ts';
import { encodeExperiment } from '#experiment/url-codec.ts';
import { logOf } from '#run/testing/fixtures.ts';
import { settled, type TestApp, testApp } from '../testing/fakes.ts';

const experiment = defaultExperiment('countdown', 'self-consistency');
const log = logOf(['9 - 3 = 6 </think> 24', '4 * 6 = 24 </think> 24'], experiment);
const token: Moment['step'] = { at: 'token', sequence: 1, tokens: 3 };

const opened = async (moment: Moment, change: Partial<typeof experiment> = {}): Promise<TestApp> => {
  const test = await testApp({
    fragment: await encodeExperiment({ ...experiment, ...change }, undefined, moment),
  });
  await settled();
  return test;
};

const run = async ({ runWorker, frames }: TestApp, entries = log, finish = true): Promise<void> => {
  runWorker.send(...entries);
  frames.turn();
  if (finish) await runWorker.finish();
};

describe('a link with a moment', () => {
  it('runs its experiment, and stops at its step in its tab', async () => {
    const test = await opened({ step: token, tab: 'votes', title: 'A vote' });
    expect(test.runWorker.asked).toEqual([experiment]);
    await run(test);
    const { cursor, view, tab, playing, following } = test.app.store.getState();
    expect(view.sequences[1]?.tokens).toHaveLength(3);
    expect(view.sequences[0]?.tokens.length).toBeLessThanOrEqual(4);
    expect({ tab, playing, following }).toEqual({ tab: 'votes', playing: false, following: false });
    expect(cursor).toBeLessThan(log.length);
  });

  it('waits for Run where there is nothing to be shown of a run', async () => {
    const test = await opened({ title: 'Only a title', note: 'And a note' });
    expect(test.runWorker.asked).toEqual([]);
    expect(test.app.store.getState().shared?.moment.title).toBe('Only a title');
  });

  it('waits for Run where its model does not ship with the page, and goes to its step then', async () => {
    const test = await opened({ step: token }, { model: 'Qwen3-0.6B-q4f16_1-MLC' });
    expect(test.runWorker.asked).toEqual([]);
    expect(test.app.store.getState().shared?.next).toBe('go');
  });

  it('starts its comparison where it says so, and never the single run in its place', async () => {
    const comparison = { arms: [{ kind: 'direct' }, { kind: 'mcts' }], tokens: 500 } as const;
    const test = await testApp({ fragment: await encodeExperiment(experiment, comparison, { plays: true }) });
    await settled();
    expect(test.runWorker.asked.map(({ strategy }) => strategy.kind)).toEqual(['direct']);
    expect(test.app.store.getState()).toMatchObject({ tab: 'compare', log: null });
    const quiet = await testApp({ fragment: await encodeExperiment(experiment, comparison, { title: 'x' }) });
    await settled();
    expect(quiet.runWorker.asked).toEqual([]);
    quiet.app.runs.startCompare();
    expect(quiet.runWorker.asked).toHaveLength(1);
  });

  it('leaves a person who moves through the run where they are', async () => {
    const test = await opened({ step: { at: 'step', step: 2 } });
    await run(test, log.slice(0, 6), false);
    test.app.view.seek(2);
    await run(test, log.slice(6));
    expect(test.app.store.getState()).toMatchObject({ cursor: 2, following: false });
  });

  it('says where the run has no such step', async () => {
    const test = await opened({ step: { at: 'step', step: 4000 } });
    await run(test);
    expect(test.app.store.getState()).toMatchObject({
      notice: { what: { kind: 'moment-missing' } },
      cursor: log.length,
    });
  });

  it('stays in the address, through Back and Forward too, until the setup is another', async () => {
    const test = await opened({ title: 'A title' });
    const link = test.app.setup.link();
    test.app.setup.setSeed(77);
    await test.address.elapse();
    expect(test.app.setup.link()).not.toBe(link);
    await test.address.go(-1);
    await settled();
    expect(test.app.setup.link()).toBe(link);
    expect(test.app.store.getState().shared?.moment).toEqual({ title: 'A title' });
    test.app.view.dismissShared();
    await test.address.elapse();
    expect(test.app.setup.link()).toBe(`https://example.test/${await encodeExperiment(experiment)}`);
  });

  it('opens the experiment of one that cannot be read, and says so', async () => {
    const long: Moment = { title: 'x'.repeat(200) };
    const { app } = await opened(long);
    expect(app.store.getState()).toMatchObject({
      draft: experiment,
      shared: null,
      notice: { what: { kind: 'moment-unread' } },
    });
    await settled();
    expect(app.setup.link()).toBe(`https://example.test/${await encodeExperiment(experiment)}`);
  });
});
