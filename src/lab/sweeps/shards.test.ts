import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellAt, cellsLeft, runsOf, type SweepShape } from './cells.ts';
import type { SweepResult } from './results-file.ts';
import { RunsThere } from './runs-there.ts';
import { inShard, shardShape } from './shards.ts';
import { emptyOutcome } from './testing.ts';

const anyShape: fc.Arbitrary<SweepShape> = fc.record({
  arms: fc.integer({ min: 1, max: 4 }),
  problems: fc.integer({ min: 0, max: 20 }),
  repeats: fc.integer({ min: 1, max: 3 }),
});

it('shards have every cell once, as many as they say, and differ by no more than a problem', () =>
  fc.assert(
    fc.property(anyShape, fc.integer({ min: 1, max: 9 }), (shape, of) => {
      const shards = Array.from({ length: of }, (_, part) => ({ part, of }));
      for (const cell of cellsLeft(shape, () => false))
        expect(shards.filter((shard) => inShard(shard, cell))).toHaveLength(1);
      for (const shard of shards)
        expect([...cellsLeft(shape, (cell) => !inShard(shard, cell))]).toHaveLength(
          runsOf(shardShape(shape, shard)),
        );
      const sizes = shards.map((shard) => shardShape(shape, shard).problems);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }),
  ));

describe('runs of several files', () => {
  const shape: SweepShape = { arms: 2, problems: 3, repeats: 1 };
  const run = (number: number, tokens: number, fails = false): SweepResult => ({
    cell: cellAt(shape, number),
    outcome: { ...emptyOutcome, tokens, ...(fails ? { failure: { code: 'link-damaged' as const } } : {}) },
  });
  const taken = (...results: readonly SweepResult[]) => {
    const there = new RunsThere(shape);
    for (const result of results) there.see(result);
    return {
      tokens: results.filter((result) => there.take(result)).map(({ outcome }) => outcome.tokens),
      missing: [...there.missing()],
    };
  };

  it('are taken once each: the first that ended, else the first that failed', () =>
    expect(
      taken(run(0, 1), run(1, 2, true), run(0, 3), run(1, 4), run(1, 5), run(2, 6, true), run(2, 7, true)),
    ).toEqual({ tokens: [1, 4, 6], missing: [3, 4, 5].map((number) => cellAt(shape, number)) }));

  it('that the sweep has not are passed over', () => {
    const beyond = { ...run(0, 1), cell: { arm: 0, problem: 3, repeat: 0 } };
    expect(taken(beyond)).toMatchObject({ tokens: [], missing: { length: 6 } });
  });
});
