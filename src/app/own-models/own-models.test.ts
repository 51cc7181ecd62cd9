import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { beforeEach, expect, it } from 'vitest';
import { embeddedModel, modelFacts, modelName, modelsFor } from '#policy/models.ts';
import { ownFile } from '#policy/own-models.ts';
import type { ModelFolder } from '#policy/model-files/read-folder.ts';
import { trainingPresets } from '#train/presets.ts';
import { trainedManifest } from '#train/trained-model.ts';
import { freshDatabase } from '../testing/fresh-database.ts';
import { pairOf } from '../training/trial.ts';
import { listOwn } from './database.ts';
import {
  bringBackOwn,
  folderOfOwn,
  keepOwnModel,
  lookAtOwn,
  ownLimits,
  ownState,
  removeOwnModel,
  renameOwn,
} from './own-models.ts';

const files = async (id: string): Promise<ModelFolder> => {
  const read = async (name: string) =>
    new Uint8Array(await readFile(new URL(`../../../public/models/${id}/${name}`, import.meta.url)));
  return {
    manifest: await read('manifest.json'),
    weights: await read('weights.bin'),
    curve: new TextDecoder().decode(await read('curve.json')),
  };
};
const hashOf = async (file: Blob | undefined) =>
  file &&
  createHash('sha256')
    .update(await file.bytes())
    .digest('hex');
const zero = await files('arithmetic-zero');
const trained = { kind: 'trained', base: 'arithmetic-base', baseName: 'gone', steps: 40 } as const;

beforeEach(async () => {
  freshDatabase();
  await lookAtOwn();
});

it('a kept model is listed after those that ship, is opened from its own files, and is there after a reload', async () => {
  const { id, stays, letGo } = await keepOwnModel(zero, { kind: 'file' });
  expect([stays, letGo]).toEqual([true, []]);
  const model = embeddedModel(id);
  const { engine, families, capabilities, parameters } = modelFacts('arithmetic-zero');
  expect(model).toMatchObject({
    engine,
    families,
    capabilities,
    parameters,
    name: modelName('arithmetic-zero'),
  });
  expect(modelsFor('arithmetic').at(-1)?.id).toBe(id);
  expect(await hashOf(ownFile(`${id}/weights.bin`))).toBe(await hashOf(new Blob([zero.weights])));
  expect(await ownFile(`${id}/curve.json`)?.text()).toBe(zero.curve);
  // How it was trained is shown as of one that ships.
  expect(pairOf(id)).toMatchObject({ after: { id }, before: { id: 'arithmetic-base' } });

  await lookAtOwn();
  expect(embeddedModel(id)).toEqual(model);
  const [record] = ownState.getState().records;
  const { weights, ...texts } = zero;
  const back = record && (await folderOfOwn(record));
  expect(back).toMatchObject(texts);
  expect(back && Buffer.compare(back.weights, weights)).toBe(0);
});

it('it is called as it was made, or as the person says, and the file it is handed out in says so', async () => {
  const { id } = await keepOwnModel(zero, trained);
  expect(modelName(id)).toBe(`${modelName('arithmetic-base')} · trained 40 steps here`);
  await renameOwn(id, 'Mine');
  expect(modelName(id)).toBe('Mine');
  // The same weights again are the same model.
  expect((await keepOwnModel(zero, { kind: 'file' })).id).toBe(id);
  expect(modelName(id)).toBe('Mine');
  const [record] = ownState.getState().records;
  const folder = record && (await folderOfOwn(record));
  expect(JSON.parse(new TextDecoder().decode(folder?.manifest))).toMatchObject({
    id: 'arithmetic-zero',
    name: 'Mine',
  });
});

it('what a training made is kept as the model that it says it is', async () => {
  const weights = zero.weights.slice();
  // A weight of the embedding, another one.
  weights[0] = (weights[0] ?? 0) ^ 1;
  const sha256 = createHash('sha256').update(weights).digest('hex');
  const setup = trainingPresets.zero;
  const manifest = trainedManifest(new TextDecoder().decode(zero.manifest), {
    setup,
    sha256,
    bytes: weights.byteLength,
    name: 'Mine',
    description: 'Made in a test.',
  });
  const folder = { ...zero, manifest: new TextEncoder().encode(manifest), weights };
  const { id } = await keepOwnModel(folder, trained);
  expect(id).toBe(JSON.parse(manifest).id);
  expect(embeddedModel(id)?.learnt?.from).toBe('arithmetic-base');
  expect(modelName(id)).toBe(`${modelName('arithmetic-base')} · trained 40 steps here`);
});

it('a removed model is unknown, and can be brought back whole', async () => {
  const { id } = await keepOwnModel(zero, { kind: 'file' });
  await removeOwnModel(id);
  expect(embeddedModel(id)).toBeUndefined();
  expect(await listOwn()).toEqual([]);
  // As a link names one that is not here: of the page's own kind, and never taken for WebLLM's.
  expect(modelFacts(id).engine).toBe('embedded');
  const { said } = ownState.getState();
  if (said?.kind !== 'removed') throw new Error('nothing to undo');
  await bringBackOwn(said.record);
  expect(await hashOf(ownFile(`${id}/weights.bin`))).toBe(await hashOf(new Blob([zero.weights])));
  expect(await listOwn()).toHaveLength(1);
});

it('where the browser keeps nothing, it is at hand all the same, and that is known', async () => {
  Reflect.deleteProperty(globalThis, 'indexedDB');
  const { id, stays } = await keepOwnModel(zero, { kind: 'file' });
  expect(stays).toBe(false);
  expect(ownState.getState().passing).toEqual(new Set([id]));
  expect(embeddedModel(id)).toBeDefined();
  await removeOwnModel(id);
  expect(embeddedModel(id)).toBeUndefined();
});

it('beyond the limit the oldest goes, not the one in use, and its name is told', async () => {
  const { putOwn } = await import('./database.ts');
  const manifest = new TextDecoder().decode(zero.manifest);
  const idOf = (place: number) => `own-${String(place).padStart(16, '0')}`;
  for (let made = 0; made < ownLimits.count; made++)
    await putOwn({
      id: idOf(made),
      made,
      given: `model ${made}`,
      origin: { kind: 'file' },
      manifest,
      weights: new Blob([]),
    });
  await lookAtOwn();
  const { id, letGo } = await keepOwnModel(zero, { kind: 'file' }, idOf(0));
  expect(letGo).toEqual(['model 1']);
  expect(embeddedModel(idOf(0))).toBeDefined();
  expect(embeddedModel(idOf(1))).toBeUndefined();
  expect(embeddedModel(id)).toBeDefined();
});

it('what is kept and is no model is left out', async () => {
  const { id } = await keepOwnModel(zero, { kind: 'file' });
  const [record] = await listOwn();
  if (!record) throw new Error('nothing kept');
  const { putOwn } = await import('./database.ts');
  await putOwn({ ...record, id: 'own-0123456789abcdef', manifest: '{}' });
  await lookAtOwn();
  expect(embeddedModel('own-0123456789abcdef')).toBeUndefined();
  expect(embeddedModel(id)).toBeDefined();
});
