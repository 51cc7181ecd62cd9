import { describe, expect, it } from 'vitest';
import { poolOf } from '#train/lane-pool.ts';
import { foldTraining } from '#train/curves.ts';
import type { TrainingEntry } from '#train/events.ts';
import { trainingPresets } from '#train/presets.ts';
import type { TrainingSetup } from '#train/setup.ts';
import { logUntil, trainModel, type TrainingPlace } from '#train/train.ts';
import { openLaneInNode } from './lane-in-node.ts';

/** Trains a model that ships; what it came to is the same on every machine. */
async function trained(
  setup: TrainingSetup,
  { lanes = 1, from }: { lanes?: number; from?: TrainingPlace } = {},
) {
  const opened = await Promise.all(Array.from({ length: lanes }, () => openLaneInNode(setup.model)));
  const pool = poolOf(opened.map(({ lane }) => lane));
  const model = opened[0]?.model ?? { id: '', name: '', weightsSha256: '' };
  const log: TrainingEntry[] = [];
  const surroundings = { pool, model, now: () => 0, signal: new AbortController().signal };
  for await (const entry of trainModel(setup, surroundings, from)) log.push(entry);
  const [bytes, weights] = [await pool.exported(), await pool.weights()];
  pool.close();
  return { log, bytes: Buffer.from(bytes).toString('base64'), weights };
}

const { zero } = trainingPresets;
const small: TrainingSetup = {
  ...zero,
  steps: 2,
  problems: 4,
  group: 4,
  measure: { every: 1, problems: 2 },
};

describe('a training of a model that ships', { timeout: 240_000 }, () => {
  it('makes a base model think and be right, in six steps at a high rate', async () => {
    const { log } = await trained({ ...zero, steps: 6, rate: 0.001, measure: { every: 6, problems: 20 } });
    const [before, after] = foldTraining(log)?.heldOut ?? [];
    expect(before).toMatchObject({ right: 0, of: 20, thinking: 0 });
    expect(after?.right).toBeGreaterThanOrEqual(6);
    expect(after?.thinking).toBeGreaterThan(0.5);
  });

  it('gives the same log and the same bytes with three lanes, and after a pause', async () => {
    const whole = await trained(small);
    const together = await trained(small, { lanes: 3 });
    expect(together.log).toEqual(whole.log);
    expect(together.bytes).toBe(whole.bytes);
    const part = await trained({ ...small, steps: 1 });
    const from = { step: 1, weights: part.weights, log: logUntil(part.log, 1) };
    const rest = await trained(small, { from });
    expect(rest.bytes).toBe(whole.bytes);
    expect(rest.log.slice(1)).toEqual(whole.log.slice(from.log.length));
  });
});
