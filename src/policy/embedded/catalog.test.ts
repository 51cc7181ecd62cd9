import { readFile, readdir, stat } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { catalog } from '../catalog.ts';
import { parseManifest } from './manifest.ts';

const models = new URL('../../../public/models/', import.meta.url);

test('the catalog lists the models that ship, as their manifests describe them', async () => {
  const folders = (await readdir(models, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  expect(catalog.map((model) => model.id).toSorted()).toEqual(folders.toSorted());
  for (const model of catalog) {
    const file = new Uint8Array(await readFile(new URL(`${model.id}/manifest.json`, models)));
    const manifest = parseManifest(file, model.id);
    const weights = await stat(new URL(`${model.id}/${manifest.files.weights.path}`, models));
    expect(model.families).toEqual([manifest.family]);
    expect(model.capabilities).toEqual(manifest.capabilities);
    expect(model.parameters).toBe(
      (JSON.parse(new TextDecoder().decode(file)) as { parameters: number }).parameters,
    );
    // What is fetched, to the nearest kilobyte.
    expect(Math.round(model.bytes / 1000)).toBe(Math.round((weights.size + file.byteLength) / 1000));
  }
});
