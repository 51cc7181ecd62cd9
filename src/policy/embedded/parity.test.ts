import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openInNode } from './node.ts';

/** What `training/export.py` writes: outputs of the same weights in PyTorch, in f32 throughout. */
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

/** Activations are rounded to 15 bits before each product; on logits up to about 30 this moves them by less than: */
const logitTolerance = 0.01;
const valueTolerance = 1e-3;

describe.each(['countdown', 'countdown-early', 'arithmetic'])('%s', (id) => {
  const reference = JSON.parse(readFileSync(new URL(`./fixtures/${id}.reference.json`, import.meta.url), 'utf8')) as Reference;

  test('gives the logits and values that PyTorch gives', async () => {
    const { engine, info } = await openInNode(id);
    expect(info.weightsSha256).toBe(reference.weights);
    for (const { tokens, positions, logits, values } of reference.sequences) {
      const output = await engine.forward([{ slot: engine.create(), tokens, outputs: tokens.length }]);
      positions.forEach((position, index) => {
        const expected = logits[index] ?? [];
        const row = Array.from(output.logits.subarray(position * engine.vocabulary, (position + 1) * engine.vocabulary));
        expect(row.length).toBe(expected.length);
        expect(Math.max(...row.map((logit, token) => Math.abs(logit - (expected[token] ?? NaN))))).toBeLessThan(logitTolerance);
        expect(Math.abs((output.values?.[position] ?? NaN) - (values[index] ?? NaN))).toBeLessThan(valueTolerance);
        const [first = NaN, second = NaN] = [...expected].sort((a, b) => b - a);
        if (first - second > 2 * logitTolerance) expect(row.indexOf(Math.max(...row))).toBe(expected.indexOf(first));
      });
    }
  });
});
