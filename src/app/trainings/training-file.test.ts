import { describe, expect, it } from 'vitest';
import { trainingLogFile } from '#train/log-file.ts';
import { trainingPresets } from '#train/presets.ts';
import { readTrainingFile, type TrainingFile, writeTrainingFile } from './training-file.ts';

const setup = trainingPresets.zero;
const file: TrainingFile = {
  setup,
  title: 'Mine',
  cores: 2,
  made: 1_700_000_000_000,
  log: [
    {
      at: 0,
      event: {
        type: 'training-started',
        setup,
        model: { id: 'arithmetic-base', name: 'Arithmetic 0.8M, base', weightsSha256: 'ab' },
      },
    },
    { at: 1.5, event: { type: 'training-paused', step: 0 } },
  ],
  kept: {
    state: {
      step: 3,
      weights: {
        parameters: Float32Array.from({ length: 70_000 }, (_, at) => Math.fround(at / 7)),
        moments: [new Float32Array(70_000).fill(1e-30), new Float32Array(70_000)],
        updates: 6,
      },
    },
    snapshot: { step: 3, weights: Uint8Array.of(0, 255, 7) },
  },
};

describe('a training as a file', () => {
  it('comes back as it was, to the last bit of its weights', async () =>
    expect(await readTrainingFile(await writeTrainingFile(file))).toEqual(file));
  it('is read where it was compressed, too, and where no state was kept', async () => {
    const bare = { ...file, kept: null };
    const zipped = (await writeTrainingFile(bare)).stream().pipeThrough(new CompressionStream('gzip'));
    expect(await readTrainingFile(await new Response(zipped).blob())).toEqual(bare);
  });
  it('may be a log of the command line, which has no weights', async () => {
    const { log, made } = file;
    const written = new File([trainingLogFile(log)], 'log.jsonl', { lastModified: made });
    expect(await readTrainingFile(written)).toEqual({ setup, title: '', cores: null, made, log, kept: null });
    expect(await readTrainingFile(new Blob([trainingLogFile(file.log.slice(1))]))).toBeNull();
  });
  it.each([
    ['no JSON', 'x'],
    ['another format', '{"format":"second-thought-run"}'],
    ['one of a newer page', '{"format":"second-thought-training","version":2}'],
  ])('refuses %s', async (_, text) => expect(await readTrainingFile(new Blob([text]))).toBeNull());
  it('refuses a setup that is out of bounds', async () => {
    const text = await (await writeTrainingFile(file)).text();
    expect(await readTrainingFile(new Blob([text.replaceAll('"group":16', '"group":1e9')]))).toBeNull();
  });
});
