import { describe, expect, it } from 'vitest';
import { defaultExperiment } from '../../experiment/defaults.ts';
import { encodeExperiment } from '../../experiment/url-codec.ts';
import { settled, testApp } from '../testing/fakes.ts';

describe('the address', () => {
  it('opens the experiment it holds', async () => {
    const experiment = { ...defaultExperiment('arithmetic', 'self-consistency'), seed: 42 };
    const { app } = await testApp({ fragment: await encodeExperiment(experiment) });
    expect(app.store.getState()).toMatchObject({ draft: experiment, draftFrom: 'link', notice: null });
  });

  it('says what is wrong with a damaged link and changes nothing', async () => {
    const { app, address } = await testApp({ fragment: '#v1.abc' });
    expect(app.store.getState()).toMatchObject({ draft: defaultExperiment('countdown'), draftFrom: 'default', notice: { kind: 'problem' } });
    expect(address.entries).toEqual(['#v1.abc']);
  });

  it('is no business of ours where it is another fragment', async () => {
    const { app } = await testApp({ fragment: '#stage' });
    expect(app.store.getState().notice).toBeNull();
  });

  it('is written once after many edits, in place', async () => {
    const { app, address } = await testApp();
    for (let seed = 2; seed < 9; seed++) app.setSeed(seed);
    expect(address.pending).toBe(1);
    await address.elapse();
    expect(address.entries).toEqual([await encodeExperiment({ ...defaultExperiment('countdown'), seed: 8 })]);
  });

  it('carries the comparison while it is shown, and opens it without running anything', async () => {
    const { app, address } = await testApp();
    app.compare.setTokens(700);
    expect(address.pending).toBe(0);
    app.showTab('compare');
    app.compare.setArm(0, { kind: 'rstar', model: 'countdown-early' });
    await address.elapse();
    const { arms, tokens } = app.compare.store.getState();
    const fragment = await encodeExperiment(defaultExperiment('countdown'), { arms, tokens });
    expect(address.entries).toEqual([fragment]);

    const other = await testApp({ fragment });
    expect(other.app.store.getState()).toMatchObject({ tab: 'compare', draftFrom: 'link' });
    expect(other.app.compare.store.getState()).toMatchObject({ arms, tokens: 700, busy: false, runs: [] });
    expect(other.lab.asked).toEqual([]);
    expect(other.app.link()).toBe(`https://example.test/${fragment}`);

    app.showTab('thoughts');
    await address.elapse();
    expect(address.entries).toEqual([await encodeExperiment(defaultExperiment('countdown'))]);
  });

  it('leaves the comparison where the person goes back to a link without one', async () => {
    const { app, address } = await testApp({ fragment: await encodeExperiment(defaultExperiment('countdown')) });
    app.run();
    await settled();
    address.push(await encodeExperiment(defaultExperiment('countdown'), { arms: [{ kind: 'direct' }, { kind: 'mcts' }], tokens: 100 }));
    await address.go(0);
    expect(app.store.getState().tab).toBe('compare');
    await address.go(-1);
    expect(app.store.getState().tab).toBe('thoughts');
    expect(address.pending).toBe(0);
  });

  it('gets a place of its own for each experiment that is run, but not twice for one', async () => {
    const { app, address } = await testApp();
    app.run();
    await settled();
    expect(address.entries).toHaveLength(2);
    app.run();
    await settled();
    expect(address.entries).toHaveLength(2);
    app.setSeed(5);
    app.run();
    await settled();
    expect(address.entries).toHaveLength(3);
    await address.go(-1);
    expect(app.store.getState().draft.seed).toBe(1);
  });

  it('is copied whole, or shown where the browser refuses', async () => {
    const open = await testApp();
    await open.app.copyLink();
    expect(open.copied).toEqual([`https://example.test/${await encodeExperiment(defaultExperiment('countdown'))}`]);
    const shut = await testApp({ clipboard: false });
    await shut.app.copyLink();
    expect(shut.app.store.getState().dialog).toBe('link');
  });
});
