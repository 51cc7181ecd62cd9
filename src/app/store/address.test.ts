import { describe, expect, it } from 'vitest';
import { defaultExperiment } from '#experiment/defaults.ts';
import { encodeExperiment } from '#experiment/url-codec.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { exportRun } from '#run/export.ts';
import { logOf } from '#run/testing/fixtures.ts';
import { settled, type TestApp, testApp } from '../testing/fakes.ts';
import { places } from '#words/en/places.ts';
import { noticeText } from './notice-text.ts';
import { runsKept } from './places.ts';

describe('the address', () => {
  it('opens the experiment it holds', async () => {
    const experiment = { ...defaultExperiment('arithmetic', 'self-consistency'), seed: 42 };
    const { app } = await testApp({ fragment: await encodeExperiment(experiment) });
    expect(app.store.getState()).toMatchObject({ draft: experiment, draftFrom: 'link', notice: null });
  });

  it('says what is wrong with a damaged link and changes nothing', async () => {
    const { app, address } = await testApp({ fragment: '#v1.abc' });
    expect(app.store.getState()).toMatchObject({
      draft: defaultExperiment('countdown'),
      draftFrom: 'default',
      notice: { kind: 'problem' },
    });
    expect(address.entries).toEqual(['#v1.abc']);
  });

  it('opens a link with the sentence’s end behind it, and copies it without', async () => {
    const experiment = { ...defaultExperiment('arithmetic', 'self-consistency'), seed: 42 };
    const fragment = await encodeExperiment(experiment);
    const { app } = await testApp({ fragment: `${fragment}).` });
    expect(app.store.getState()).toMatchObject({ draft: experiment, notice: null });
    expect(app.setup.link().endsWith(fragment)).toBe(true);
  });

  it('is no business of ours where it is another fragment', async () => {
    const { app } = await testApp({ fragment: '#stage' });
    expect(app.store.getState().notice).toBeNull();
  });

  it('says that there is no such page, and what is shown instead', async () => {
    const { app, address } = await testApp({ fragment: '#/nowhere' });
    const said = () => {
      const { notice } = app.store.getState();
      return notice && noticeText(notice).message;
    };
    expect(said()).toBe(places.unknown(places.names.play));
    address.push('#/lab');
    await address.go(0);
    expect(said()).toBeNull();
    address.push('#/nowhere');
    await address.go(0);
    expect(said()).toBe(places.unknown(places.names.lab));
  });

  it.each(['#e=damaged', '#v1', '#V1.abc', '#/Play'])('says so of %s', async (fragment) => {
    const { app } = await testApp({ fragment });
    const { notice } = app.store.getState();
    expect(notice && noticeText(notice).message).toBe(places.unknown(places.names.play));
  });

  it('gets one place for many edits, written at once and again when they are over', async () => {
    const { app, address } = await testApp();
    for (let seed = 2; seed < 9; seed++) app.setup.setSeed(seed);
    expect(address.pending).toBe(1);
    await address.elapse();
    expect(address.entries).toEqual([
      '',
      await encodeExperiment({ ...defaultExperiment('countdown'), seed: 8 }),
    ]);
  });

  it('carries the comparison while it is shown, and opens it without running anything', async () => {
    const { app, address } = await testApp();
    app.runs.compare.setTokens(700);
    expect(address.pending).toBe(0);
    app.view.showTab('compare');
    app.runs.compare.setArm(0, { kind: 'rstar', model: 'countdown-early' });
    await address.elapse();
    const { arms, tokens } = app.runs.compare.store.getState();
    const fragment = await encodeExperiment(defaultExperiment('countdown'), { arms, tokens });
    expect(address.entries).toEqual([fragment]);

    const other = await testApp({ fragment });
    expect(other.app.store.getState()).toMatchObject({ tab: 'compare', draftFrom: 'link' });
    expect(other.app.runs.compare.store.getState()).toMatchObject({
      arms,
      tokens: 700,
      busy: false,
      runs: [],
    });
    expect(other.runWorker.asked).toEqual([]);
    expect(other.app.setup.link()).toBe(`https://example.test/${fragment}`);

    app.view.showTab('thoughts');
    await address.elapse();
    expect(address.entries).toEqual([await encodeExperiment(defaultExperiment('countdown'))]);
  });

  it('leaves the comparison where the person goes back to a link without one', async () => {
    const { app, address } = await testApp({
      fragment: await encodeExperiment(defaultExperiment('countdown')),
    });
    app.runs.start();
    await settled();
    address.push(
      await encodeExperiment(defaultExperiment('countdown'), {
        arms: [{ kind: 'direct' }, { kind: 'mcts' }],
        tokens: 100,
      }),
    );
    await address.go(0);
    expect(app.store.getState().tab).toBe('compare');
    await address.go(-1);
    expect(app.store.getState().tab).toBe('thoughts');
    expect(address.pending).toBe(0);
  });

  it('is copied whole, or shown where the browser refuses', async () => {
    const open = await testApp();
    await open.app.setup.copyLink();
    expect(open.copied).toEqual([
      `https://example.test/${await encodeExperiment(defaultExperiment('countdown'))}`,
    ]);
    const shut = await testApp({ clipboard: false });
    await shut.app.setup.copyLink();
    expect(shut.app.store.getState().dialog).toBe('link');
  });
});

describe('Back and Forward', () => {
  const link = (change: Partial<Experiment> = {}) =>
    encodeExperiment({ ...defaultExperiment('countdown'), ...change });
  /** Runs what is set up, to its end. */
  async function run({ app, runWorker, frames }: TestApp): Promise<void> {
    app.runs.start();
    runWorker.send(...logOf(['4 + 9 </think> 13'], app.store.getState().draft));
    frames.turn();
    await runWorker.finish();
    await settled();
  }
  const shown = ({ app }: TestApp) => {
    const { draft, log, view, cursor } = app.store.getState();
    expect(cursor).toBe(log?.entries.length ?? 0);
    return { setup: draft.seed, stage: view.experiment?.seed ?? null, log };
  };

  it('move between what was shown: setup and run together, and no place twice', async () => {
    const world = await testApp({ fragment: await link() });
    const { app, address } = world;
    await run(world);
    const first = shown(world);
    app.setup.setSeed(5);
    await run(world);
    const second = shown(world);
    expect(address.entries).toEqual([await link(), await link({ seed: 5 })]);
    await address.go(-1);
    expect(shown(world)).toEqual({ setup: 1, stage: 1, log: first.log });
    expect(app.setup.link()).toBe(`https://example.test/${await link()}`);
    await address.go(1);
    expect(shown(world)).toEqual({ setup: 5, stage: 5, log: second.log });
    expect(address.entries).toEqual([await link(), await link({ seed: 5 })]);
  });

  it('know a run that is run again, or run where the page was opened, as one place', async () => {
    const world = await testApp();
    await run(world);
    await run(world);
    expect(world.address.entries).toEqual([await link()]);
  });

  it('lead back from a preset, from edits and from a surprise, to the run as it was', async () => {
    const world = await testApp();
    const { app, address } = world;
    await run(world);
    const { log } = shown(world);
    for (const change of [
      async () => app.setup.setExperiment(defaultExperiment('arithmetic')),
      async () => app.setup.setSeed(9),
      () => app.setup.surprise(),
    ]) {
      await change();
      await settled();
      await address.elapse();
      expect(address.entries).toHaveLength(2);
      await address.go(-1);
      expect(shown(world)).toEqual({ setup: 1, stage: 1, log });
      expect(app.store.getState().draft).toEqual(defaultExperiment('countdown'));
    }
    // What was edited, with the run that stood there, comes back too.
    app.setup.setSeed(9);
    await settled();
    await address.go(-1);
    await address.go(1);
    expect(shown(world)).toEqual({ setup: 9, stage: 1, log });
  });

  it('have no place for edits that were taken back', async () => {
    const world = await testApp();
    const { app, address } = world;
    await run(world);
    app.setup.setSeed(2);
    await settled();
    app.setup.setSeed(1);
    await address.elapse();
    expect(address.at).toBe(0);
    expect(address.fragment()).toBe(await link());
    // Before the browser has the place as well, and where it runs at once.
    app.setup.setSeed(2);
    app.setup.setSeed(1);
    await run(world);
    expect(address.at).toBe(0);
    app.setup.setSeed(3);
    await settled();
    expect(address.entries).toEqual([await link(), await link({ seed: 3 })]);
  });

  it('open a link with an empty stage, and lead back from it', async () => {
    const world = await testApp();
    const { app, address, runWorker } = world;
    await run(world);
    const { log } = shown(world);
    address.push(await link({ seed: 7 }));
    await address.go(0);
    expect(shown(world)).toEqual({ setup: 7, stage: null, log: null });
    expect(app.store.getState().draftFrom).toBe('link');
    expect(runWorker.asked).toHaveLength(1);
    await address.go(-1);
    expect(shown(world)).toEqual({ setup: 1, stage: 1, log });
    await address.go(1);
    expect(shown(world)).toEqual({ setup: 7, stage: null, log: null });
  });

  it('bring an imported run and branches back', async () => {
    const world = await testApp();
    const { app, runWorker, frames, address } = world;
    await run(world);
    app.runs.branch('4 + 8', { kind: 'chain-of-thought', effort: 'low' });
    runWorker.send(...logOf(['4 + 8 </think> 12'], app.store.getState().draft));
    frames.turn();
    await runWorker.finish();
    const { branches, log } = app.store.getState();
    expect(branches).toHaveLength(2);
    await settled();
    const other = { ...defaultExperiment('countdown'), seed: 4 };
    await app.runs.importRun(new Blob([exportRun(other, logOf(['1 </think> 1'], other))]));
    await settled();
    expect(address.entries).toHaveLength(3);
    await address.go(-1);
    expect(app.store.getState()).toMatchObject({ log, branches, draft: { start: { text: '4 + 8' } } });
    await address.go(-1);
    expect(app.store.getState()).toMatchObject({ branches: [], draft: defaultExperiment('countdown') });
    await address.go(2);
    expect(app.store.getState()).toMatchObject({ log: { origin: 'imported' }, draft: other });
  });

  it('end a run that goes on, and keep it as far as it came', async () => {
    const world = await testApp({ fragment: await link() });
    const { app, runWorker, frames, address } = world;
    await run(world);
    app.setup.setSeed(5);
    app.runs.start();
    await settled();
    const entries = logOf(['4 + 9 </think> 13'], app.store.getState().draft);
    runWorker.send(...entries.slice(0, 4));
    frames.turn();
    await address.go(-1);
    expect(runWorker.signals.at(-1)!.aborted).toBe(true);
    runWorker.send({ at: 99, event: { type: 'run-cancelled' } });
    frames.turn();
    await runWorker.finish();
    expect(shown(world)).toMatchObject({ setup: 1, stage: 1 });
    expect(app.store.getState()).toMatchObject({ phase: 'idle', view: { status: 'finished' } });
    await address.go(1);
    expect(shown(world)).toMatchObject({ setup: 5, stage: 5 });
    expect(app.store.getState()).toMatchObject({ cursor: 5, view: { status: 'cancelled' } });
  });

  it('forget a run that has not begun', async () => {
    const world = await testApp({ fragment: await link() });
    const { app, runWorker, address } = world;
    await run(world);
    app.setup.setSeed(5);
    app.runs.start();
    await settled();
    await address.go(-1);
    expect(app.store.getState().phase).toBe('idle');
    runWorker.send(...logOf(['4'], { ...defaultExperiment('countdown'), seed: 5 }));
    expect(shown(world)).toMatchObject({ setup: 1, stage: 1 });
  });

  it('keep the last few runs; of others the setup comes back, and the stage says so', async () => {
    const world = await testApp();
    const { app, address } = world;
    for (let seed = 1; seed <= runsKept + 2; seed++) {
      app.setup.setSeed(seed);
      await run(world);
    }
    await address.go(-runsKept - 1);
    expect(shown(world)).toEqual({ setup: 1, stage: null, log: null });
    expect(app.store.getState().draftFrom).toBe('history');
    await address.go(2);
    expect(shown(world)).toMatchObject({ setup: 3, stage: 3 });
  });

  it('say that a run of an earlier visit is gone, and bring its setup', async () => {
    const world = await testApp({ fragment: await link({ seed: 3 }) });
    const { app, address } = world;
    address.entries = [await link({ seed: 2 }), ...address.entries];
    address.marks = ['1.1', ...address.marks];
    address.at = 1;
    await address.go(-1);
    expect(shown(world)).toEqual({ setup: 2, stage: null, log: null });
    expect(app.store.getState().draftFrom).toBe('history');
  });

  it('leave everything as it is where a link cannot be read', async () => {
    const world = await testApp();
    const { app, address } = world;
    await run(world);
    const before = shown(world);
    address.push('#v1.abc');
    await address.go(0);
    expect(app.store.getState().notice?.kind).toBe('problem');
    expect(shown(world)).toEqual(before);
    await address.go(-1);
    expect(shown(world)).toEqual(before);
  });
});
