import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Architecture } from './manifest.ts';
import { openInNode, readKernel } from './node.ts';
import { openEmbedded } from './open.ts';
import { plainForward } from './testing/plain-model.ts';
import { randomModel, smallShape } from './testing/random-model.ts';

/** What `training/export/reference.py` writes: outputs of the same weights in PyTorch, in f32 throughout. */
interface Reference {
  /** Hash of the weights they belong to. */
  readonly weights: string;
  readonly sequences: readonly {
    readonly tokens: readonly number[];
    readonly positions: readonly number[];
    readonly logits: readonly (readonly number[])[];
    readonly values: readonly number[];
  }[];
}

/**
 * Before each product the kernel rounds activations, keys, queries and values to 15 bits and a sign. That moves logits by a
 * share of the largest: up to 0.005 where that is 18, and up to 0.03 where it is 26, in a model on traces unlike any it has seen.
 */
const logitTolerance = 0.0015;
const valueTolerance = 1e-3;

const fixture = '.reference.json';
const exported = readdirSync(new URL('./fixtures/', import.meta.url))
  .filter((name) => name.endsWith(fixture))
  .map((name) => name.slice(0, -fixture.length));

describe.each(exported)('%s', (id) => {
  const reference = JSON.parse(
    readFileSync(new URL(`./fixtures/${id}${fixture}`, import.meta.url), 'utf8'),
  ) as Reference;

  test('gives the logits and values that PyTorch gives', async () => {
    const { engine, info } = await openInNode(id);
    const tolerance =
      logitTolerance * Math.max(...reference.sequences.flatMap(({ logits }) => logits.flat()).map(Math.abs));
    expect(info.weightsSha256).toBe(reference.weights);
    for (const { tokens, positions, logits, values } of reference.sequences) {
      const output = await engine.forward([{ slot: engine.create(), tokens, outputs: tokens.length }]);
      positions.forEach((position, index) => {
        const expected = logits[index] ?? [];
        const row = Array.from(
          output.logits.subarray(position * engine.vocabulary, (position + 1) * engine.vocabulary),
        );
        expect(largestDifference(row, expected)).toBeLessThan(tolerance);
        if (info.capabilities.valueHead)
          expect(Math.abs((output.values?.[position] ?? NaN) - (values[index] ?? NaN))).toBeLessThan(
            valueTolerance,
          );
        const [first = NaN, second = NaN] = [...expected].sort((a, b) => b - a);
        if (first - second > 2 * tolerance)
          expect(row.indexOf(Math.max(...row))).toBe(expected.indexOf(first));
      });
    }
  });
});

describe('a model of random weights and another shape', () => {
  test.each<[string, Architecture]>([
    ['small', smallShape],
    [
      'of wide heads and a wide feed-forward part',
      { vocabulary: 33, width: 128, layers: 1, heads: 2, feedForward: 1056, context: 32 },
    ],
    [
      'of one head and many layers',
      { vocabulary: 64, width: 32, layers: 5, heads: 1, feedForward: 32, context: 16 },
    ],
  ])('%s gives what the formulas give', async (_, shape) => {
    const { manifest, weights, fetchFile } = await randomModel(3, shape);
    const { engine } = await openEmbedded({ id: 'random', fetchFile, wasm: await readKernel() });
    const tokens = Array.from({ length: 16 }, (_token, index) => (index * 11 + 5) % shape.vocabulary);
    const expected = plainForward(manifest, weights, tokens);
    const { logits, values } = await engine.forward([
      { slot: engine.create(), tokens, outputs: tokens.length },
    ]);
    expect(largestDifference(logits, expected.logits.flat())).toBeLessThan(2e-3);
    expect(largestDifference(values ?? [], expected.values)).toBeLessThan(2e-4);
  });
});

function largestDifference(a: ArrayLike<number>, b: readonly number[]): number {
  expect(a.length).toBe(b.length);
  return Math.max(...b.map((value, index) => Math.abs(value - (a[index] ?? NaN))));
}
