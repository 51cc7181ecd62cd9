import { describe, expect, it } from 'vitest';
import type { ArmResult, Effect } from './effect.ts';
import { judgeClaim } from './verdict.ts';

type Claim = Pick<Effect, 'claim' | 'arms' | 'atLeast' | 'everyStep'>;

const arms = (...names: string[]): Claim['arms'] =>
  names.map((name) => ({
    name,
    model: 'arithmetic',
    strategy: { kind: 'direct' },
    sampling: { temperature: 0, topK: 0, topP: 1, minP: 0, maxTokens: 9 },
  }));
const claimOf = (claim: string, atLeast: number, count = 2): Claim => ({
  claim,
  atLeast,
  arms: arms(...Array.from({ length: count }, (_, index) => `arm ${index}`)),
});

/** Of 300 problems the ones in `from` up to `to`. */
const solved = (from: number, to: number): ArmResult => ({
  name: '',
  right: Array.from({ length: 300 }, (_, problem) => problem >= from && problem < to),
  tokens: 1,
  parameters: 1,
});

const verdict = (claim: Claim, ...results: ArmResult[]) =>
  judgeClaim([claim], new Map([[claim.claim, results]])).get(claim.claim)!.verdict;

describe('the verdict on a claim', () => {
  it('is shown where accuracy rises from arm to arm, clearly and by as much as was hoped for', () => {
    expect(verdict(claimOf('a', 0.15, 3), solved(0, 120), solved(0, 150), solved(0, 200))).toBe('shown');
  });

  it('is partly where it rises by less, or not in order', () => {
    expect(verdict(claimOf('a', 0.5), solved(0, 120), solved(0, 200))).toBe('partly');
    expect(verdict(claimOf('a', 0.1, 3), solved(0, 120), solved(0, 220), solved(0, 200))).toBe('partly');
  });

  it('rests on the problems that only one arm solves, whatever the intervals', () => {
    // Wilson's intervals of 273 and 285 of 300 overlap; of the problems that differ 15 fall to one side and 3 to the other.
    expect(verdict(claimOf('a', 0.03), solved(12, 285), solved(15, 300))).toBe('shown');
    // Twelve more as well, but 50 problems against 62.
    expect(verdict(claimOf('a', 0.03), solved(0, 150), solved(50, 212))).toBe('unclear');
  });

  it('is opposite where the last arm is clearly below the first', () => {
    expect(verdict(claimOf('a', 0), solved(0, 200), solved(0, 120))).toBe('opposite');
    expect(verdict(claimOf('a', 0), solved(0, 153), solved(0, 150))).toBe('unclear');
  });

  it('asks every step to be clear where the claim is about every step', () => {
    const steps = { ...claimOf('a', 0.1, 3), everyStep: true } as const;
    const [low, middle, little, high] = [solved(0, 100), solved(0, 150), solved(0, 153), solved(0, 200)];
    expect(verdict(steps, low, middle, high)).toBe('shown');
    expect(verdict(steps, low, middle, little)).toBe('partly');
    const { comparisons } = judgeClaim([steps], new Map([['a', [low, middle, high]]])).get('a')!;
    expect(
      comparisons.map(({ arms: compared, onlyFirst, onlySecond }) => [compared, onlyFirst, onlySecond]),
    ).toEqual([
      [[0, 2], 0, 100],
      [[0, 1], 0, 50],
      [[1, 2], 0, 50],
    ]);
  });

  it('gets harder to be clear with every claim of the table', () => {
    // 3 against 15: p = 0.0075.
    const results = [solved(12, 285), solved(15, 300)];
    const others = (count: number) =>
      Array.from({ length: count }, (_, index) => claimOf(`other ${index}`, 0));
    const among = (count: number) =>
      judgeClaim([claimOf('a', 0), ...others(count)], new Map([['a', results]])).get('a')!;
    expect(among(5)).toMatchObject({ verdict: 'shown' });
    expect(among(6)).toMatchObject({ verdict: 'unclear' });
    expect(among(5).comparisons[0]!.corrected).toBeCloseTo(6 * 0.0075378, 5);
  });

  it('is not made harder by claims that are clearer still, once they are measured', () => {
    const claims = [
      claimOf('a', 0),
      ...Array.from({ length: 20 }, (_, index) => claimOf(`other ${index}`, 0)),
    ];
    const clear = claims.slice(1).map(({ claim }) => [claim, [solved(0, 100), solved(0, 200)]] as const);
    expect(
      judgeClaim(claims, new Map([...clear, ['a', [solved(12, 285), solved(15, 300)]]])).get('a')!.verdict,
    ).toBe('shown');
  });

  it('is given of what was measured only', () =>
    expect(
      judgeClaim([claimOf('a', 0), claimOf('b', 0)], new Map([['b', [solved(0, 9), solved(0, 9)]]])).has('a'),
    ).toBe(false));

  it('needs two arms, and the same problems', () => {
    expect(() => verdict(claimOf('a', 0, 1), solved(0, 1))).toThrow(RangeError);
    expect(() => verdict(claimOf('a', 0), solved(0, 1), { ...solved(0, 1), right: [true] })).toThrow(
      RangeError,
    );
  });
});
