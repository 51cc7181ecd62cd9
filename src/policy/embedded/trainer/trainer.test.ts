import { beforeAll, describe, expect, test } from 'vitest';
import type { SequencePushes, TrainSequence } from '../../runtime/train-engine.ts';
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
