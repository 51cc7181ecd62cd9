import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type {
  OptimiserStep,
  SequencePushes,
  TrainingWeights,
  TrainSequence,
} from '../../runtime/train-engine.ts';
import type { Architecture } from '../manifest.ts';
import { plainForward } from '../testing/plain-model.ts';
import { integers, randomModel, smallShape, type RandomModel } from '../testing/random-model.ts';
import { readTrainerKernel } from './node.ts';
import { placeParameters } from './parameters.ts';
import { placeWeights } from '../weights.ts';
import { Trainer } from './trainer.ts';

let kernel: WebAssembly.Module;
let model: RandomModel;

beforeAll(async () => {
  kernel = await WebAssembly.compile(await readTrainerKernel());
  model = await randomModel(1);
});

async function open(it: RandomModel = model): Promise<Trainer> {
  return Trainer.open({ id: 'random', fetchFile: it.fetchFile, wasm: kernel, rows: 256 });
}

const policy = { weights: 'policy', temperature: 1 } as const;

/** Sequences and what is learnt of them, the same from the same seed. */
function examples(
  seed: number,
  lengths: readonly (readonly [length: number, start: number])[],
  { vocabulary }: Pick<Architecture, 'vocabulary'> = smallShape,
): { batch: readonly TrainSequence[]; lessons: readonly SequencePushes[] } {
  const next = integers(seed);
  const unit = () => next() / 2 ** 31 - 1;
  const batch = lengths.map(([length, start]) => ({
    tokens: Array.from({ length }, () => next() % vocabulary),
    start,
  }));
  const lessons = batch.map(({ tokens, start }) => ({
    pushes: tokens.slice(start).map(() => unit()),
    values: [
      { at: start - 1, label: (unit() + 1) / 2 },
      { at: tokens.length - 1, label: 1 },
    ],
  }));
  return { batch, lessons };
}

const several = [
  [40, 9],
  [1, 1],
  [7, 7],
  [48, 3],
  [13, 1],
] as const;

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

describe('log-probabilities', () => {
  test.each<[string, Architecture]>([
    ['small', smallShape],
    [
      'of wide heads and a vocabulary of any size',
      { vocabulary: 37, width: 128, layers: 1, heads: 2, feedForward: 160, context: 48 },
    ],
    ['of one narrow head', { vocabulary: 64, width: 32, layers: 3, heads: 1, feedForward: 32, context: 48 }],
  ])('of a model that is %s are those of the formulas', async (_, shape) => {
    const it = await randomModel(3, shape);
    const trainer = await open(it);
    const { batch } = examples(5, several, shape);
    const logs = trainer.forward(batch, { weights: 'reference', temperature: 0.7 });
    batch.forEach(({ tokens, start }, index) => {
      const { logits } = plainForward(it.manifest, it.weights, tokens);
      const expected = tokens.slice(start).map((token, at) => {
        const row = (logits[start + at - 1] ?? []).map((logit) => logit / 0.7);
        return (row[token] ?? NaN) - Math.log(sum(row.map(Math.exp)));
      });
      expect(logs[index]).toHaveLength(expected.length);
      expected.forEach((log, at) => expect(logs[index]?.[at]).toBeCloseTo(log, 4));
    });
  });
});

describe('the gradient', () => {
  test('is that of finite differences, for some of every tensor', async () => {
    const trainer = await open();
    const temperature = 0.8;
    const { batch, lessons } = examples(11, several);
    trainer.forward(batch, { weights: 'policy', temperature });
    trainer.backward(lessons, 0);
    const gradient = trainer.takeGradient();
    const { parameters } = trainer.weights();
    const loss = () =>
      -sum(
        trainer
          .forward(batch, { weights: 'policy', temperature })
          .flatMap((logs, index) => Array.from(logs, (log, at) => log * (lessons[index]?.pushes[at] ?? NaN))),
      );
    const next = integers(3);
    const places = placeParameters(model.manifest.architecture, placeWeights(model.manifest));
    for (const { name, at, rows, columns } of places) {
      const count = rows * columns;
      for (const index of new Set(Array.from({ length: 4 }, () => at + (next() % count)))) {
        const step = 0.01;
        const nudged = (by: number) => {
          const changed = parameters.slice();
          changed[index] = (changed[index] ?? NaN) + by;
          trainer.take({ parameters: changed });
          return loss();
        };
        const slope = (nudged(step) - nudged(-step)) / (2 * step);
        expect(Math.abs((gradient[index] ?? NaN) - slope), name).toBeLessThan(1e-3 + 0.02 * Math.abs(slope));
      }
    }
  });
});

test('nothing to learn: zero pushes give a zero gradient, which leaves the model as it was', async () => {
  const trainer = await open();
  const { batch } = examples(2, several);
  trainer.forward(batch, policy);
  trainer.backward(
    batch.map(({ tokens, start }) => ({ pushes: tokens.slice(start).map(() => 0), values: [] })),
    1,
  );
  const gradient = trainer.takeGradient();
  expect(gradient.every((value) => value === 0)).toBe(true);
  const before = trainer.weights();
  expect(trainer.step(gradient, { rate: 0.1, maxNorm: 1 })).toBe(0);
  expect(bits({ ...trainer.weights(), updates: 0 })).toBe(bits(before));
});

test('a step at learning rate 0 changes nothing but the moments', async () => {
  const trainer = await open();
  const before = trainer.weights();
  learn(trainer, examples(2, several), { rate: 0, maxNorm: 1 });
  const after = trainer.weights();
  expect(bits({ ...before, parameters: after.parameters })).toBe(bits(before));
  expect(bits({ ...before, moments: after.moments })).not.toBe(bits(before));
});

test('the value head learns and moves nothing else', async () => {
  const trainer = await open();
  const { batch } = examples(2, several);
  trainer.forward(batch, policy);
  trainer.backward(
    batch.map(({ tokens, start }) => ({
      pushes: tokens.slice(start).map(() => 0),
      values: [{ at: start - 1, label: 1 }],
    })),
    1,
  );
  const gradient = trainer.takeGradient();
  const valueAt = gradient.length - smallShape.width - 1;
  expect(gradient.subarray(0, valueAt).every((value) => value === 0)).toBe(true);
  // Every label is 1: the bias has to rise.
  expect(gradient.at(-1)).toBeLessThan(0);
});

test('a long gradient is cut, a gradient that is not finite changes nothing', async () => {
  const [cut, whole] = [await open(), await open()];
  const gradient = new Float32Array(cut.parameters).fill(1);
  const norm = Math.sqrt(cut.parameters);
  expect(cut.step(gradient, { rate: 0.1, maxNorm: 1 })).toBeCloseTo(norm, 6);
  expect(cut.weights().moments[0][0]).toBeCloseTo(0.1 / norm, 8);
  const before = whole.weights();
  gradient[5] = NaN;
  expect(whole.step(gradient, { rate: 0.1, maxNorm: 1 })).toBeNaN();
  expect(bits(whole.weights())).toBe(bits(before));
});

describe('whatever stands together in a forward', () => {
  const lengths = fc.array(
    fc
      .tuple(fc.integer({ min: 1, max: 48 }), fc.nat())
      .map(([length, at]) => [length, 1 + (at % length)] as const),
    { minLength: 1, maxLength: 5 },
  );

  test('log-probabilities have the same bits, and the gradient differs by roundings alone', async () => {
    const [together, alone] = [await open(), await open()];
    await fc.assert(
      fc.asyncProperty(fc.nat(), lengths, async (seed, drawn) => {
        const { batch, lessons } = examples(seed, drawn);
        const logs = together.forward(batch, policy);
        together.backward(lessons, 0.5);
        batch.forEach((sequence, index) => {
          expect(alone.forward([sequence], policy)).toEqual([logs[index]]);
          alone.backward(lessons.slice(index, index + 1), 0.5);
        });
        const [a, b] = [together.takeGradient(), alone.takeGradient()];
        const size = Math.sqrt(a.reduce((total, value) => total + value * value, 0));
        a.forEach((value, index) => {
          if (Math.abs(value - (b[index] ?? NaN)) > 1e-6 * size) expect(value).toBe(b[index]);
        });
      }),
      { numRuns: 30 },
    );
  });
});

describe('the same calls', () => {
  const train = (trainer: Trainer, from: number, to: number) => {
    for (let update = from; update < to; update++)
      learn(trainer, examples(update, several), { rate: 0.002, maxNorm: 1 });
    return trainer;
  };

  test('give the same bits on every machine', async () => {
    // What Node and Chromium gave when this was written.
    expect(bits(train(await open(), 0, 8).weights())).toBe(
      '17117db8ccc7be1ba382ee8ac843f7341ad892780347741362c06eb19e5eb3ac',
    );
  });

  test('after a pause give what they give without one', async () => {
    const through = train(await open(), 0, 6);
    const first = train(await open(), 0, 3);
    const second = await open();
    second.take(first.weights());
    train(second, 3, 6);
    expect(bits(second.weights())).toBe(bits(through.weights()));
    expect(Buffer.compare(second.exported(), through.exported())).toBe(0);
    const { batch } = examples(1, several);
    const reference = { weights: 'reference', temperature: 1 } as const;
    expect(second.forward(batch, reference)).toEqual((await open()).forward(batch, policy));
  });
});

describe('is refused, and nothing has changed', () => {
  test.each<[string, (trainer: Trainer) => unknown, unknown]>([
    [
      'a token that is none',
      (it) => it.forward([{ tokens: [1, 99], start: 1 }], policy),
      { code: 'unknown-token' },
    ],
    [
      'a sequence beyond the context',
      (it) => it.forward([{ tokens: Array.from({ length: 49 }, () => 1), start: 1 }], policy),
      { code: 'prompt-too-long' },
    ],
    ['writing without a prompt', (it) => it.forward([{ tokens: [1, 2], start: 0 }], policy), RangeError],
    ['no tokens', (it) => it.forward([{ tokens: [], start: 1 }], policy), RangeError],
    [
      'more tokens than there is room for',
      (it) => it.forward(examples(1, [...several, ...several, ...several]).batch, policy),
      RangeError,
    ],
    [
      'a temperature of 0',
      (it) => it.forward(examples(1, several).batch, { weights: 'policy', temperature: 0 }),
      RangeError,
    ],
    ['lessons before a forward', (it) => it.backward([], 1), RangeError],
    [
      'lessons after a forward of the reference',
      (it) => {
        const { batch, lessons } = examples(1, several);
        it.forward(batch, policy);
        it.forward(batch, { weights: 'reference', temperature: 1 });
        it.backward(lessons, 1);
      },
      RangeError,
    ],
    [
      'too few pushes',
      (it) => {
        it.forward([{ tokens: [1, 2, 3], start: 1 }], policy);
        it.backward([{ pushes: [1], values: [] }], 1);
      },
      RangeError,
    ],
    [
      'a label beyond the sequence',
      (it) => {
        it.forward([{ tokens: [1, 2], start: 1 }], policy);
        it.backward([{ pushes: [1], values: [{ at: 2, label: 1 }] }], 1);
      },
      RangeError,
    ],
    [
      'a label within the prompt',
      (it) => {
        it.forward([{ tokens: [1, 2, 3], start: 2 }], policy);
        it.backward([{ pushes: [1], values: [{ at: 0, label: 1 }] }], 1);
      },
      RangeError,
    ],
    [
      'a gradient of another model',
      (it) => it.step(new Float32Array(3), { rate: 1, maxNorm: 1 }),
      RangeError,
    ],
    ['weights of another model', (it) => it.take({ parameters: new Float32Array(3) }), RangeError],
  ])('%s', async (_, act, error) => {
    const trainer = await open();
    const before = trainer.weights();
    let thrown: unknown;
    try {
      act(trainer);
    } catch (it) {
      thrown = it;
    }
    if (error === RangeError) expect(thrown).toBeInstanceOf(RangeError);
    else expect(thrown).toMatchObject(error as object);
    expect(bits(trainer.weights())).toBe(bits(before));
    expect(trainer.takeGradient().every((value) => value === 0)).toBe(true);
  });
});

/** A hash of everything, to the last bit. */
function bits({ parameters, moments, updates }: TrainingWeights): string {
  const hash = createHash('sha256').update(String(updates));
  for (const { buffer, byteOffset, byteLength } of [parameters, ...moments])
    hash.update(new Uint8Array(buffer, byteOffset, byteLength));
  return hash.digest('hex');
}

function learn(trainer: Trainer, { batch, lessons }: ReturnType<typeof examples>, step: OptimiserStep): void {
  trainer.forward(batch, policy);
  trainer.backward(lessons, 0.5);
  trainer.step(trainer.takeGradient(), step);
}
