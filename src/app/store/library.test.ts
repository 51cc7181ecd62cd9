import { describe, expect, it } from 'vitest';
import { noticeText } from './notice-text.ts';
import { defaultExperiment } from '#experiment/defaults.ts';
import { encodeExperiment } from '#experiment/url-codec.ts';
import { PolicyError } from '#policy/policy-error.ts';
import { fakeSize } from '../testing/fake-library.ts';
import { settled, testApp } from '../testing/fakes.ts';

const qwen = 'Qwen3-0.6B-q4f16_1-MLC';
const linkTo = (model: string) => encodeExperiment({ ...defaultExperiment('countdown'), model });
const mine = {
  id: 'mine-q4f32_1',
  weights: 'https://me.test/mine/',
  library: 'https://me.test/mine.wasm',
  context: 2048,
};

describe('a model that is not here', () => {
  it('is not fetched because a link was opened', async () => {
    const { app, library } = await testApp({ fragment: await linkTo(qwen) });
    await settled();
    expect(app.store.getState().draft.model).toBe(qwen);
    expect(app.store.getState().library.question).toBeNull();
    expect(library.asked).toEqual([]);
  });

  it('is asked about when Run is pressed, with its size, and runs once it is there', async () => {
    const { app, runWorker, library } = await testApp({ fragment: await linkTo(qwen) });
    await settled();
    app.runs.start();
    await settled();
    expect(app.store.getState().dialog).toBe('download');
    expect(app.store.getState().library.question).toMatchObject({
      model: qwen,
      size: { totalBytes: fakeSize, storedBytes: 0 },
      thenRun: true,
    });
    expect(runWorker.asked).toEqual([]);

    const fetched = app.models.fetchAsked();
    await settled();
    await library.arrive(1000);
    expect(app.store.getState().library.downloads.get(qwen)?.progress).toMatchObject({ bytes: 1000 });
    await library.arrive(fakeSize);
    await fetched;
    expect(app.store.getState().dialog).toBe('none');
    expect(runWorker.asked.map(({ model }) => model)).toEqual([qwen]);
  });

  it('does not run by itself where the person closed the dialog meanwhile', async () => {
    const { app, runWorker, library } = await testApp({ fragment: await linkTo(qwen) });
    await settled();
    app.runs.start();
    await settled();
    const fetched = app.models.fetchAsked();
    await settled();
    app.view.openDialog('none');
    await library.arrive(fakeSize);
    await fetched;
    expect(runWorker.asked).toEqual([]);
    expect(noticeText(app.store.getState().notice!).message).toMatch(/Qwen3 0.6B is on this device/);
  });

  it('keeps what has come when its download is stopped, and goes on', async () => {
    const { app, library } = await testApp();
    const first = app.models.download(qwen);
    await settled();
    await library.arrive(1000);
    app.models.stop(qwen);
    expect(await first).toBe(false);
    expect(app.store.getState().library.downloads).toEqual(new Map());
    expect(app.store.getState().library.report?.models[0]?.stored).toEqual({ kind: 'part', bytes: 1000 });
    const second = app.models.download(qwen);
    await settled();
    await library.arrive(fakeSize);
    expect(await second).toBe(true);
  });

  it('says why a download failed and takes the next try', async () => {
    const { app, library } = await testApp();
    await app.models.refresh();
    library.failNext(new PolicyError({ code: 'no-space', room: null }));
    expect(await app.models.download(qwen)).toBe(false);
    expect(app.store.getState().library.downloads.get(qwen)?.failure).toMatchObject({ code: 'no-space' });
  });
});

describe('a model whose id is a server’s', () => {
  it('is set up by a link as it is named there, and the page says that it has none such', async () => {
    const { app } = await testApp({ fragment: await linkTo('org/name:8b') });
    await settled();
    const state = app.store.getState();
    expect(state.draft.model).toBe('org/name:8b');
    expect(app.setup.blocked(state)).toContain('org/name:8b');
  });
});

describe('a machine without WebGPU', () => {
  it('blocks the run in words and leaves the embedded models alone', async () => {
    const { app, library, runWorker } = await testApp();
    library.machine = { gpu: { kind: 'no-webgpu' }, storage: null };
    app.setup.setModel(qwen);
    await settled();
    expect(app.setup.blocked(app.store.getState())).toMatch(
      /needs a graphics processor, which this browser does not offer/,
    );
    app.setup.setModel('countdown');
    app.runs.start();
    expect(runWorker.asked).toHaveLength(1);
  });
});

describe('models of the person’s own', () => {
  it('are remembered, listed, and told to the library first on the next visit', async () => {
    const { app, kept } = await testApp();
    expect(await app.models.addCustom(mine)).toBeNull();
    const next = await testApp({ kept });
    await next.app.models.refresh();
    expect(next.library.custom).toEqual([mine]);
    expect(next.app.store.getState().library.report?.models.map(({ model }) => model.id)).toContain(mine.id);
    await next.app.models.removeCustom(mine.id);
    expect(kept.get('custom-models')).toBe('[]');
  });

  it('of two pages stay beside each other, and one that was removed does not come back', async () => {
    const [other, another] = ['other-q4f32_1', 'another-q4f32_1'].map((id) => ({ ...mine, id })) as [
      typeof mine,
      typeof mine,
    ];
    const first = await testApp();
    const second = await testApp({ kept: first.kept });
    await first.app.models.refresh();
    await second.app.models.refresh();
    expect(await first.app.models.addCustom(mine)).toBeNull();
    expect(await second.app.models.addCustom(other)).toBeNull();
    expect(second.library.custom).toEqual([mine, other]);
    first.changedElsewhere();
    await settled();
    expect(first.library.custom).toEqual([mine, other]);
    expect(first.app.store.getState().library.report?.models.map(({ model }) => model.id)).toContain(
      other.id,
    );
    await first.app.models.removeCustom(mine.id);
    expect(await second.app.models.addCustom(another)).toBeNull();
    expect(JSON.parse(first.kept.get('custom-models')!)).toEqual([other, another]);
  });

  it.each(['constructor', 'toString', 'hasOwnProperty', 'valueOf'])('may be called %s', async (id) => {
    const { app, library } = await testApp();
    expect(await app.models.addCustom({ ...mine, id })).toBeNull();
    const { library: known } = app.store.getState();
    expect(known.downloads.get(id)).toBeUndefined();
    expect(known.report?.models.find(({ model }) => model.id === id)?.stored).toEqual({ kind: 'none' });
    const fetched = app.models.download(id);
    await settled();
    expect(app.store.getState().library.downloads.get(id)).toMatchObject({ failure: null });
    await library.arrive(fakeSize);
    expect(await fetched).toBe(true);
    expect(app.store.getState().library.downloads.size).toBe(0);
    await app.models.removeCustom(id);
    expect(library.custom).toEqual([]);
  });

  it('are told again where the worker broke while it was told of them', async () => {
    const { app, library } = await testApp({ kept: new Map([['custom-models', JSON.stringify([mine])]]) });
    library.failNext(new PolicyError({ code: 'kernel-failed', why: { kind: 'stopped' } }));
    await app.models.refresh();
    expect(app.store.getState().library.failure).toMatchObject({ code: 'kernel-failed' });
    app.models.ask(mine.id);
    await settled();
    expect(app.store.getState().library.question).toMatchObject({
      size: { totalBytes: expect.any(Number) },
      failure: null,
    });
    expect(library.custom).toEqual([mine]);
  });

  it('are refused in words', async () => {
    const { app } = await testApp();
    expect(await app.models.addCustom({ ...mine, id: 'bad' })).toMatchObject({
      code: 'custom-model-invalid',
    });
    expect(app.store.getState().library.custom).toEqual([]);
  });

  it.each([
    ['{', []],
    ['"x"', []],
    [`["x",${JSON.stringify(mine)}]`, [mine]],
    [JSON.stringify([{ ...mine, id: 'bad' }, mine]), [mine]],
    [' '.repeat(1e6), []],
  ])('are read with care: %.20s', async (text, expected) => {
    const { app, library } = await testApp({ kept: new Map([['custom-models', text]]) });
    await app.models.refresh();
    expect(library.custom).toEqual(expected);
  });
});
