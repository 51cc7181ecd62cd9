import { describe, expect, it } from 'vitest';
import { defaultExperiment } from '#experiment/defaults.ts';
import { encodeExperiment } from '#experiment/url-codec.ts';
import { logOf } from '#run/testing/fixtures.ts';
import { settled, testApp } from '../testing/fakes.ts';
import { areaFragment, isOnlyHere, readArea } from './areas.ts';

const lab = { kind: 'lab', within: null };

describe('addresses of areas', () => {
  it.each([
    ['#/lab', lab],
    ['#/lab/', lab],
    ['#/lab).', lab],
    ['#/lab/voting-helps', { kind: 'lab', within: 'voting-helps' }],
    ['#/lab/lens/grpo', { kind: 'lab', within: 'lens/grpo' }],
    ['#/lab/sweep/v1.Ab_-9.', { kind: 'lab', within: 'sweep/v1.Ab_-9' }],
    ['#/lab/lens/', { kind: 'lab', within: 'lens' }],
    ['#/lab/lens/grpo/more', null],
    ['#/learn/voting', { kind: 'learn', within: 'voting' }],
    ['#/play', { kind: 'play' }],
    ['', null],
    ['#lab', null],
    ['#stage', null],
    ['#/shop', null],
    ['#/lab/<b>', null],
    [`#/lab/${'a'.repeat(61)}`, null],
    ['#v1.abc', null],
  ])('%s', (fragment, area) => expect(readArea(fragment)).toEqual(area));

  it('are read back as they were written', () => {
    expect(readArea(areaFragment('lab'))).toEqual(lab);
    expect(readArea(areaFragment('learn', 'wait'))).toEqual({ kind: 'learn', within: 'wait' });
  });
});

describe('moving between areas', () => {
  it('opens where the address says, with nothing set up by anybody', async () => {
    const { app, address } = await testApp({ fragment: '#/lab/voting-helps' });
    expect(app.store.getState()).toMatchObject({
      area: { kind: 'lab', within: 'voting-helps' },
      draftFrom: 'default',
      notice: null,
    });
    expect(address.entries).toEqual(['#/lab/voting-helps']);
    expect(app.setup.link()).toBe('https://example.test/#/lab/voting-helps');
  });

  it('leads to Play where a link of an experiment cannot be read, and leaves what was said of it there', async () => {
    const { app, address } = await testApp({ fragment: '#/lab' });
    address.push('#v1.abc');
    await address.go(0);
    await settled();
    expect(app.store.getState()).toMatchObject({ area: { kind: 'play' }, notice: { kind: 'problem' } });
    address.push('#/learn');
    await address.go(0);
    expect(app.store.getState()).toMatchObject({ area: { kind: 'learn' }, notice: null });
  });

  it('knows what leads nobody else there: a kept sweep or training is only here', () => {
    const within = (place: string | null) => isOnlyHere({ kind: 'lab', within: place });
    expect([null, 'sweeps', 'sweep/v1.abc', 'sweeps/k3-x'].map(within)).toEqual([false, false, false, true]);
    expect(['training', 'training/v1.abc', 'training/k3-x'].map(within)).toEqual([false, false, true]);
  });

  it('leaves a run alone: it goes on meanwhile, and stands there on the way back', async () => {
    const { app, address, runWorker, frames } = await testApp();
    app.setup.setSeed(4);
    app.runs.start();
    await settled();
    const entries = logOf(['1 2 3 4 5', '1 2 3 4 5']);
    runWorker.send(...entries.slice(0, 5));
    frames.turn();
    const fragment = address.fragment();
    address.push('#/lab');
    await address.go(0);
    expect(app.store.getState()).toMatchObject({ area: lab, phase: 'running' });
    runWorker.send(...entries.slice(5, 9));
    frames.turn();
    await address.go(-1);
    expect(app.store.getState()).toMatchObject({ area: { kind: 'play' }, phase: 'running' });
    expect(app.store.getState().log?.entries).toHaveLength(9);
    expect(runWorker.signals[0]?.aborted).toBe(false);
    expect(address.fragment()).toBe(fragment);
  });

  it('comes back by the header’s link as well, under the address of what stands there', async () => {
    const { app, address, runWorker } = await testApp();
    app.setup.setSeed(4);
    app.runs.start();
    await settled();
    const fragment = address.fragment();
    for (const area of ['#/learn', '#/play']) {
      address.push(area);
      await address.go(0);
    }
    expect(app.store.getState()).toMatchObject({ area: { kind: 'play' }, draft: { seed: 4 } });
    expect(runWorker.signals[0]?.aborted).toBe(false);
    expect(address.entries.slice(-2)).toEqual(['#/learn', fragment]);
  });

  it('to Play without a setup of one’s own keeps the bare address', async () => {
    const { app, address } = await testApp({ fragment: '#/learn' });
    address.push('#/play');
    await address.go(0);
    expect(app.store.getState()).toMatchObject({ area: { kind: 'play' }, draftFrom: 'default' });
    expect(address.entries).toEqual(['#/learn', '']);
  });

  it('a setup from elsewhere opens in Play, and Back leads to where it was chosen', async () => {
    const { app, address } = await testApp({ fragment: '#/learn' });
    const experiment = { ...defaultExperiment('arithmetic', 'self-consistency'), seed: 9 };
    app.setup.setExperiment(experiment);
    app.view.toPlay();
    await settled();
    expect(app.store.getState()).toMatchObject({ area: { kind: 'play' }, draft: experiment });
    expect(address.entries).toEqual(['#/learn', await encodeExperiment(experiment)]);
    await address.go(-1);
    expect(app.store.getState()).toMatchObject({ area: { kind: 'learn' }, draft: experiment });
    // What is set up already gets a place of its own all the same.
    app.view.toPlay();
    await settled();
    expect(address.entries).toEqual(['#/learn', await encodeExperiment(experiment)]);
    expect(address.at).toBe(1);
  });

  it('a link to an experiment leads to Play from anywhere', async () => {
    const { app, address } = await testApp({ fragment: '#/lab' });
    const experiment = { ...defaultExperiment('countdown'), seed: 42 };
    address.push(await encodeExperiment(experiment));
    await address.go(0);
    expect(app.store.getState()).toMatchObject({
      area: { kind: 'play' },
      draft: experiment,
      draftFrom: 'link',
    });
  });

  it('edits that were not yet in the address are there on the way back', async () => {
    const { app, address } = await testApp();
    app.setup.setSeed(2);
    await settled();
    app.setup.setSeed(3);
    address.push('#/lab');
    await address.go(0);
    await address.elapse();
    expect(address.fragment()).toBe('#/lab');
    await address.go(-1);
    expect(address.fragment()).toBe(await encodeExperiment({ ...defaultExperiment('countdown'), seed: 3 }));
  });
});
