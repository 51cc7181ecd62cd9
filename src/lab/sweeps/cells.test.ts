import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellAt, cellsLeft, cellNumber, progressOf, runsOf, secondsLeft, type SweepShape } from './cells.ts';

const anyShape: fc.Arbitrary<SweepShape> = fc.record({
  arms: fc.integer({ min: 1, max: 64 }),
  problems: fc.integer({ min: 1, max: 2000 }),
  repeats: fc.integer({ min: 1, max: 100 }),
});

describe('the cells of a sweep', () => {
  it('go problem by problem over all arms, repeat after repeat', () =>
    expect(
      [...cellsLeft({ arms: 2, problems: 2, repeats: 2 }, () => false)].map(
        ({ arm, problem, repeat }) => `${repeat}.${problem}.${arm}`,
      ),
    ).toEqual(['0.0.0', '0.0.1', '0.1.0', '0.1.1', '1.0.0', '1.0.1', '1.1.0', '1.1.1']));

  it('have numbers that name them', () =>
    fc.assert(
      fc.property(anyShape, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (shape, share) => {
        const number = Math.floor(share * runsOf(shape));
        expect(cellNumber(shape, cellAt(shape, number))).toBe(number);
      }),
    ));

  it('are none outside of it', () => {
    const shape = { arms: 2, problems: 3, repeats: 4 };
    for (const outside of [{ arm: 2 }, { problem: 3 }, { repeat: 4 }])
      expect(cellNumber(shape, { arm: 0, problem: 0, repeat: 0, ...outside })).toBeNull();
  });

  it('leave out what is done', () => {
    const shape = { arms: 2, problems: 2, repeats: 1 };
    const left = [...cellsLeft(shape, ({ arm, problem }) => arm === 0 && problem === 1)];
    expect(left.map((cell) => cellNumber(shape, cell))).toEqual([0, 1, 3]);
  });

  it('take as long as those that were measured, arm by arm', () => {
    const shape = { arms: 3, problems: 10, repeats: 1 };
    const none = { done: 0, seconds: 0 };
    expect(secondsLeft(shape, [none, none, none], 2)).toBeNull();
    const arms = [{ done: 5, seconds: 5 }, { done: 4, seconds: 12 }, none];
    // 5 runs of 1 s, 6 of 3 s, and 10 of what the two took in the middle, on two cores.
    expect(secondsLeft(shape, arms, 2)).toBe((5 + 18 + 20) / 2);
    expect(progressOf(shape, arms)).toEqual({ done: 9, of: 30 });
  });
});
