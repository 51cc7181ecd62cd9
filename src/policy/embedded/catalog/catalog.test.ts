import { readFile, stat } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { embeddedModels, modelsFor, verifiersFor } from '#policy/models.ts';
import { parseManifest } from '../manifest.ts';
import { catalogEntries } from './entry.ts';
import { manifestFiles } from './read.ts';

const manifest = (change: object) =>
  JSON.stringify({
    id: 'a',
    name: 'A',
    family: 'countdown',
    capabilities: { valueHead: true, fewShot: false, instructions: false },
    parameters: 7,
    files: { weights: { bytes: 1000 } },
    ...change,
  });

describe('the models that ship', () => {
  it('are those of the folders, as valid manifests say', async () => {
    expect(embeddedModels).toHaveLength(manifestFiles.length);
    expect(embeddedModels).not.toEqual([]);
    for (const file of manifestFiles) {
      const bytes = new Uint8Array(await readFile(file));
      const id = file.pathname.split('/').at(-2)!;
      const { family, capabilities, parameters, judges, files } = parseManifest(bytes, id);
      const weights = await stat(new URL(files.weights.path, file));
      const model = embeddedModels.find((one) => one.id === id);
      expect(model).toMatchObject({ engine: 'embedded', families: [family], capabilities, parameters });
      expect(model?.verifier, id).toBe(judges);
      expect(model?.downloadBytes, id).toBe(weights.size + bytes.byteLength);
    }
  });

  it('learnt from models that ship, and think where they do not judge', () => {
    const ids = embeddedModels.map(({ id }) => id);
    for (const { id, learnt } of embeddedModels) if (learnt?.from) expect(ids, id).toContain(learnt.from);
    expect(modelsFor('countdown')[0]?.id).toBe('countdown');
    expect(modelsFor('arithmetic').every(({ verifier }) => verifier === undefined)).toBe(true);
    expect(verifiersFor('arithmetic').map(({ id }) => id)).toEqual(['arithmetic-prm', 'arithmetic-orm']);
  });
});

it('puts judges last, then goes by family, order and id', () => {
  const texts = [
    manifest({ id: 'last' }),
    manifest({ id: 'judge', judges: 'process', order: 1 }),
    manifest({ id: 'second', order: 20 }),
    manifest({ id: 'first', order: 3 }),
    manifest({ id: 'sums', family: 'arithmetic', order: 30 }),
  ];
  expect(catalogEntries(texts).map(({ id }) => id)).toEqual(['sums', 'first', 'second', 'last', 'judge']);
});
