import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readFrom } from '#policy/embedded/node.ts';
import { readEmbedded } from '#policy/embedded/open.ts';
import { foldTraining } from '#train/curves.ts';
import { readTrainingLog } from '#train/log-file.ts';
import { trainingPresets } from '#train/presets.ts';
import { encodeTraining } from '#train/training-link.ts';
import { readTraining } from './read-training.ts';
import { trainCommand } from './train-command.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'second-thought-'));
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterAll(() => rm(folder, { recursive: true }));

describe('what is asked for', () => {
  it('is a preset, a link, and settings in place of theirs', async () => {
    expect(await readTraining(undefined, {})).toEqual(trainingPresets.zero);
    const link = `https://example.org/${await encodeTraining(trainingPresets.star)}`;
    expect(await readTraining(undefined, { link })).toEqual(trainingPresets.star);
    expect(
      await readTraining('dapo', { steps: '7', seed: '3', set: ['rate=0.001', 'method.beta=0.5'] }),
    ).toMatchObject({ steps: 7, seed: 3, rate: 0.001, method: { beta: 0.5, dynamicSampling: true } });
  });

  it.each<[string, string | undefined, Parameters<typeof readTraining>[1], RegExp]>([
    ['an unknown preset', 'nope', {}, /There is no training "nope".* zero, sft/],
    [
      'a model of another family',
      'zero',
      { model: 'countdown' },
      /"countdown" cannot be trained .* arithmetic-base/,
    ],
    ['a setting without a value', 'zero', { set: ['rate'] }, /has no value/],
    ['a setting that there is not', 'zero', { set: ['speed=3'] }, /cannot be set up like this/],
    ['a setting out of range', 'zero', { set: ['rate=5'] }, /cannot be set up like this/],
    ['a setting inside of none', 'zero', { set: ['method.reward.price.much=1'] }, /cannot be set up/],
    ['a damaged link', undefined, { link: '#/lab/training/v1.x' }, /link/],
  ])('is refused in plain words: %s', async (_, preset, flags, words) => {
    await expect(readTraining(preset, flags)).rejects.toThrow(words);
  });
});

describe('a training with --out', () => {
  it(
    'leaves its log, and a model that opens, with its curve and its card',
    { timeout: 120_000 },
    async () => {
      const out = join(folder, 'run');
      const flags = { out, steps: '2', cores: '2', set: ['problems=2', 'group=4', 'measure.problems=2'] };
      expect(await trainCommand('zero', flags)).toBe(0);
      const read = await readTrainingLog(new Blob([await readFile(join(out, 'log.jsonl'))]).stream());
      const state = read.ok ? foldTraining(read.log) : null;
      expect(state).toMatchObject({ step: 2, standing: { kind: 'finished' } });
      const manifest = await readFile(join(out, 'model/manifest.json'), 'utf8');
      const { id } = JSON.parse(manifest);
      const from = readFrom(pathToFileURL(`${out}/model/`));
      const opened = await readEmbedded(id, (path) => from(path.replace(`${id}/`, '')));
      expect(opened.manifest).toMatchObject({
        id: `own-${opened.manifest.files.weights.sha256.slice(0, 16)}`,
        learnt: { by: 'reinforcement', from: 'arithmetic-base' },
      });
      const curve = JSON.parse(await readFile(join(out, 'model/curve.json'), 'utf8'));
      expect(curve.steps.map(({ step }: { step: number }) => step)).toEqual([1, 2]);
      const card = await readFile(join(out, 'model/README.md'), 'utf8');
      const [, link = ''] = /--link '([^']+)'/.exec(card) ?? [];
      expect(await readTraining(undefined, { link })).toEqual(state?.setup);
      await expect(trainCommand('zero', flags)).rejects.toThrow(/is there already/);
    },
  );
});
