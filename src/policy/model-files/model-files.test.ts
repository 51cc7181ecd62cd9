import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { isOwnModel, modelIdPattern, ownModelId } from '#experiment/model-id.ts';
import { readKernel } from '../embedded/node.ts';
import { openEmbedded } from '../embedded/open.ts';
import { embeddedModels } from '../models.ts';
import { folderZip } from './folder-zip.ts';
import { readManifest, renamedManifest } from './model-folder.ts';
import { mostBytes, type ModelFolder, readModelFolder } from './read-folder.ts';
import { mostEntries, unzipped } from './zip.ts';

const id = 'arithmetic-small-rl';
const read = async (name: string) =>
  new Uint8Array(await readFile(new URL(`../../../public/models/${id}/${name}`, import.meta.url)));
const utf8 = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const folder: ModelFolder = {
  manifest: await read('manifest.json'),
  weights: await read('weights.bin'),
  curve: utf8(await read('curve.json')),
  card: utf8(await read('README.md')),
};
const zip = (entries: Parameters<typeof zipSync>[0]) => [new File([zipSync(entries)], 'model.zip')];
const fault = (kind: string) => ({ fault: { kind } });
const wasm = await readKernel();

/** Of bytes their hash: comparing element by element takes seconds. */
const hashed = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const told = ({ manifest, weights, ...texts }: ModelFolder) => ({
  ...texts,
  manifest: utf8(manifest),
  weights: hashed(weights),
});

/** The bits of all outputs on a sequence of tokens. */
async function outputsOf({ manifest, weights }: ModelFolder): Promise<string> {
  const { id: called } = readManifest(manifest, 'test');
  const files = new Map([
    [`${called}/manifest.json`, manifest],
    [`${called}/weights.bin`, weights],
  ]);
  const fetchFile = async (path: string) => files.get(path) ?? Promise.reject(new Error(path));
  const { engine } = await openEmbedded({ id: called, fetchFile, wasm });
  const tokens = Array.from({ length: 40 }, (_, place) => (place * 7) % engine.vocabulary);
  const { logits } = await engine.forward([{ slot: engine.create(), tokens, outputs: tokens.length }]);
  return hashed(new Uint8Array(logits.slice().buffer));
}

describe('a model’s folder', () => {
  it('comes out of its zip as it went in, computes the same bits, and is the same zip again', async () => {
    const { name, content } = folderZip(folder);
    expect(name).toBe(`${id}.zip`);
    const { folder: back } = await readModelFolder([new File([content], name)]);
    expect(told(back)).toEqual(told(folder));
    expect(await outputsOf(back)).toEqual(await outputsOf(folder));
    expect(hashed(await folderZip(back).content.bytes())).toBe(hashed(await content.bytes()));
  });

  it('is read from its files, and from a zip without a folder, with whatever else lies there', async () => {
    const files = [
      new File([folder.weights], 'weights.bin'),
      new File([folder.manifest], 'manifest.json'),
      new File(['x'], '.DS_Store'),
    ];
    const bare = told({ manifest: folder.manifest, weights: folder.weights });
    expect(told((await readModelFolder(files)).folder)).toEqual(bare);
    const entries = {
      'manifest.json': folder.manifest,
      'weights.bin': folder.weights,
      '__MACOSX/._manifest.json': new Uint8Array(9),
    };
    expect(told((await readModelFolder(zip(entries))).folder)).toEqual(bare);
  });

  it.each([
    ['is no zip', [new File(['{}'], 'model.zip')], 'zip-unreadable'],
    ['broke off', [new File([folderZip(folder).content.slice(0, 200_000)], 'a.zip')], 'zip-unreadable'],
    ['is empty', [], 'no-manifest'],
    ['has no manifest', zip({ 'a/weights.bin': folder.weights }), 'no-manifest'],
    ['has no weights', zip({ 'a/manifest.json': folder.manifest }), 'no-weights'],
    [
      'has weights elsewhere',
      zip({ 'a/manifest.json': folder.manifest, 'b/weights.bin': folder.weights }),
      'no-weights',
    ],
    [
      'has two models',
      zip({ 'a/manifest.json': folder.manifest, 'b/manifest.json': folder.manifest }),
      'several',
    ],
    ['climbs out', zip({ '../manifest.json': folder.manifest }), 'bad-path'],
    ['names a drive', zip({ 'c:\\manifest.json': folder.manifest }), 'bad-path'],
    [
      'has a great many files',
      zip(
        Object.fromEntries(
          Array.from({ length: mostEntries + 1 }, (_, place) => [`${place}`, folder.manifest]),
        ),
      ),
      'too-many-files',
    ],
    [
      'unfolds to more than it may',
      zip({ 'manifest.json': new Uint8Array(mostBytes.manifest + 1) }),
      'too-large',
    ],
    [
      'has other weights',
      zip({ 'manifest.json': folder.manifest, 'weights.bin': folder.weights.map((byte) => byte ^ 1) }),
      'damaged',
    ],
    ['has no JSON', zip({ 'manifest.json': new Uint8Array(9), 'weights.bin': folder.weights }), 'damaged'],
  ])('is refused where it %s', async (_, files, kind) => {
    await expect(readModelFolder(files)).rejects.toMatchObject(fault(kind));
  });
});

it('a zip is not unfolded further than all of it may be', () => {
  const entries = Object.fromEntries(['a', 'b', 'c'].map((name) => [name, new Uint8Array(90)] as const));
  expect([...unzipped(zipSync(entries), () => 100, 270).keys()]).toEqual(['a', 'b', 'c']);
  expect(() => unzipped(zipSync(entries), () => 100, 269)).toThrow('too-large');
});

it('a manifest has other bytes only where it says something else', () => {
  const { name } = readManifest(folder.manifest, id);
  expect(renamedManifest(folder.manifest, { name })).toBe(folder.manifest);
  const other = renamedManifest(folder.manifest, { id: 'own-0123456789abcdef', name: 'X' });
  const { id: _, name: __, ...rest } = readManifest(folder.manifest, id);
  expect(readManifest(other, id)).toEqual({ ...rest, id: 'own-0123456789abcdef', name: 'X' });
});

it('no model that ships is called as one of a person’s own', () => {
  expect(embeddedModels.filter((model) => isOwnModel(model.id))).toEqual([]);
  const own = ownModelId(hashed(folder.weights));
  expect(isOwnModel(own)).toBe(true);
  expect(own).toMatch(modelIdPattern);
});
