import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { foldTraining } from '#train/curves.ts';
import { readTrainingFile } from './training-file.ts';

const recording = async (name: string) => {
  const bytes = await readFile(new URL(`../../../public/recorded/${name}.json.gz`, import.meta.url));
  expect(bytes.byteLength).toBeLessThan(150_000);
  const file = await readTrainingFile(new Blob([bytes]));
  return file && foldTraining(file.log);
};

describe('trainings that play at once', () => {
  it('take a base model from none to nearly all held-out problems, and to thinking', async () => {
    const { heldOut = [], standing } = (await recording('training')) ?? {};
    expect(standing).toEqual({ kind: 'finished' });
    expect(heldOut[0]).toMatchObject({ right: 0, thinking: 0 });
    expect(heldOut.at(-1)?.right).toBeGreaterThanOrEqual(36);
    expect(heldOut.at(-1)?.thinking).toBe(1);
  });

  it.each(['any-number', 'waits'])('hack a reward: it rises while right answers vanish: %s', async (name) => {
    const { heldOut = [], steps = [] } = (await recording(`training-${name}`)) ?? {};
    expect(steps.at(-1)?.reward).toBeGreaterThan((steps[0]?.reward ?? 1) + 0.1);
    expect(steps.at(-1)?.accuracy).toBeLessThan((steps[0]?.accuracy ?? 0) / 2);
    expect(heldOut.at(-1)?.right).toBeLessThan((heldOut[0]?.right ?? 0) / 2);
  });
});
