import { describe, expect, it } from 'vitest';
import { heldOutProblems } from '#experiment/held-out.ts';
import { effects } from '#lab/effects/effects.ts';
import { allTested, partingProblems } from './evidence.ts';

describe('what was measured', () => {
  it('is there of every claim, with as many outcomes as problems that there are', async () => {
    expect(allTested.map(({ claim }) => claim)).toEqual(effects.map(({ claim }) => claim));
    for (const { effect, arms, problems, claim } of allTested) {
      const set = await heldOutProblems(effect.family, effect.set);
      expect(problems, claim).toBeLessThanOrEqual(set.length);
      for (const { right, solved } of arms) {
        expect(right, claim).toHaveLength(problems);
        expect(solved.low <= solved.share && solved.share <= solved.high, claim).toBe(true);
      }
    }
  });

  it('parts two ways where one is right and the other is not', () => {
    const arms = [
      { right: [true, false, true, false] },
      { right: [true, true, true, true] },
      { right: [false, true, true, false] },
    ] as const;
    const [pattern] = allTested;
    const tested = arms.map((one, at) => ({ ...pattern!.arms[at % 2]!, ...one }));
    expect(partingProblems({ arms: tested })).toEqual([1, 0]);
    expect(partingProblems({ arms: tested.slice(0, 1) })).toEqual([]);
  });
});
