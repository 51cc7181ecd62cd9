import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { openInNode } from '#policy/embedded/node.ts';
import type { OpenedEmbeddedModel } from '#policy/embedded/open.ts';
import { foldTraining } from './curves.ts';
import { type LanePool, poolOf } from './lane-pool.ts';
import type { TrainingEntry } from './events.ts';
import { trainingPresets, usualGrpo } from './presets.ts';
import type { TrainingSetup } from './setup.ts';
import { bigramLane } from './testing/bigram.ts';
import { logUntil, trainModel, type TrainingPlace } from './train.ts';

let opened: OpenedEmbeddedModel;
beforeAll(async () => {
  opened = await openInNode('arithmetic-base');
});

const model = { id: 'bigram', name: 'Bigram', weightsSha256: '' };
const poolWith = (lanes = 1): LanePool =>
  poolOf(Array.from({ length: lanes }, () => bigramLane(opened, ['</think>', '7@0', '4@1', '<eos>', ';'])));

const { zero } = trainingPresets;
/** Every length is paid for, so that groups have a signal. */
const small: TrainingSetup = {
  ...zero,
  steps: 4,
  problems: 4,
  group: 4,
  maxTokens: 24,
  rate: 0.01,
  method: { ...usualGrpo, reward: { kind: 'any-number', price: 0.01 } },
  measure: { every: 2, problems: 3 },
};

interface Trained {
  readonly log: readonly TrainingEntry[];
  readonly bytes: string;
  readonly pool: LanePool;
}

async function trained(
  setup: TrainingSetup,
  { pool = poolWith(), from }: { pool?: LanePool; from?: TrainingPlace } = {},
  signal = new AbortController().signal,
): Promise<Trained> {
  const log: TrainingEntry[] = [];
  for await (const entry of trainModel(setup, { pool, model, now: () => 0, signal }, from)) log.push(entry);
  return { log, bytes: Buffer.from(await pool.exported()).toString('base64'), pool };
}

/** Is told of each call of its pool, before it is made. */
function watchedPool(told: () => void): LanePool {
  const pool = poolWith();
  return {
    ...pool,
    sample(...wish) {
      told();
      return pool.sample(...wish);
    },
    logs(...wish) {
      told();
      return pool.logs(...wish);
    },
    gradient(...wish) {
      told();
      return pool.gradient(...wish);
    },
    apply(...wish) {
      told();
      return pool.apply(...wish);
    },
  };
}

const events = (log: readonly TrainingEntry[]) => log.map(({ event }) => event);
const withoutPauses = (log: readonly TrainingEntry[]) =>
  events(log).filter(({ type }) => type !== 'training-paused' && type !== 'training-resumed');

describe('a training', () => {
  it('is the same again with the same setup, and another with another seed', async () => {
    const [one, again, other] = [
      await trained(small),
      await trained(small),
      await trained({ ...small, seed: 2 }),
    ];
    expect(again.log).toEqual(one.log);
    expect(again.bytes).toBe(one.bytes);
    expect(other.bytes).not.toBe(one.bytes);
  });

  it('has the same log and the same bytes with however many lanes', async () => {
    const alone = await trained(small);
    for (const lanes of [2, 3, 8]) {
      const together = await trained(small, { pool: poolWith(lanes) });
      expect(together.log).toEqual(alone.log);
      expect(together.bytes).toBe(alone.bytes);
    }
  });

  it('paused anywhere goes on as the training that never stopped', async () => {
    let calls = 0;
    const whole = await trained(small, { pool: watchedPool(() => (calls += 1)) });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: calls }), async (pauseAt) => {
        const abort = new AbortController();
        let left = pauseAt;
        const pool = watchedPool(() => --left === 0 && abort.abort());
        const part = await trained(small, { pool }, abort.signal);
        const { step = 0 } = foldTraining(part.log) ?? {};
        expect(part.log.at(-1)?.event).toEqual({ type: 'training-paused', step });
        const weights = await part.pool.weights();
        const log = logUntil(part.log, step);
        const rest = await trained(small, { from: { step, weights, log } });
        expect(rest.log[0]?.event).toEqual({ type: 'training-resumed', step, moments: 'kept' });
        expect(withoutPauses([...log, ...rest.log])).toEqual(withoutPauses(whole.log));
        expect(rest.bytes).toBe(whole.bytes);
      }),
      { numRuns: 20 },
    );
  });

  it('goes on from weights alone with fresh moments, and says so', async () => {
    const whole = await trained(small);
    const part = await trained({ ...small, steps: 2 });
    const { parameters } = await part.pool.weights();
    const from = { step: 2, weights: { parameters }, log: logUntil(part.log, 2) };
    const rest = await trained(small, { from });
    expect(rest.log[0]?.event).toEqual({ type: 'training-resumed', step: 2, moments: 'fresh' });
    expect(rest.log.at(-1)?.event).toEqual({ type: 'training-finished', step: 4 });
    expect(rest.bytes).not.toBe(whole.bytes);
  });

  it('learns nothing from equal rewards', async () => {
    const before = Buffer.from(await poolWith().exported()).toString('base64');
    // Hardly any of these traces is right.
    const even = { ...small, method: { ...usualGrpo, reward: { kind: 'accuracy' } as const } };
    const { log, bytes } = await trained(even);
    const steps = foldTraining(log)?.steps ?? [];
    expect(steps.map(({ silentGroups }) => silentGroups)).toEqual([4, 4, 4, 4]);
    expect(steps.every(({ gradient, kl }) => gradient === null && kl === null)).toBe(true);
    expect(bytes).toBe(before);
  });

  it('changes nothing at a learning rate of 0', async () => {
    const before = Buffer.from(await poolWith().exported()).toString('base64');
    const { log, bytes } = await trained({ ...small, rate: 0 });
    expect(foldTraining(log)?.steps.every(({ gradient }) => gradient !== null && gradient > 0)).toBe(true);
    expect(bytes).toBe(before);
  });

  it('makes traces shorter where their length has a price', async () => {
    const { log } = await trained({
      ...small,
      steps: 30,
      rate: 0.3,
      method: { ...usualGrpo, reward: { kind: 'length', price: 0.05 } },
    });
    const tokens = foldTraining(log)?.steps.map((point) => point.tokens) ?? [];
    expect(tokens.at(-1)).toBeLessThan(0.8 * (tokens[0] ?? 0));
  });

  it('draws groups without a signal anew, within bounds', async () => {
    const method = { ...usualGrpo, dynamicSampling: true, reward: { kind: 'accuracy' } as const };
    const { log } = await trained({ ...small, steps: 1, method });
    expect(foldTraining(log)?.steps[0]).toMatchObject({ groups: 16, silentGroups: 16 });
  });

  it('that fails says why, and keeps what it had', async () => {
    const pool: LanePool = { ...poolWith(), apply: () => Promise.reject(new Error('out of memory')) };
    const { log } = await trained(small, { pool });
    expect(log.at(-1)?.event).toMatchObject({ type: 'training-failed', step: 0 });
  });

  it('whose gradient is no number stops before it learns it', async () => {
    const pool = poolWith();
    const broken: LanePool = {
      ...pool,
      gradient: async (...wish) => ({ ...(await pool.gradient(...wish)), gradient: new Float32Array([NaN]) }),
    };
    const { log, bytes } = await trained(small, { pool: broken });
    expect(log.at(-1)?.event).toEqual({ type: 'training-diverged', step: 0 });
    expect(bytes).toBe(Buffer.from(await poolWith().exported()).toString('base64'));
  });
});
