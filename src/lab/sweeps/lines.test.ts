import { describe, expect, it } from 'vitest';
import { defaultStrategy } from '#experiment/defaults.ts';
import type { Strategy } from '#experiment/experiment.ts';
import { effects } from '../effects/effects.ts';
import { linesOf } from './lines.ts';
import type { SweepArm } from './spec.ts';
import { smallSweep } from './testing.ts';

const base = smallSweep.arms[0]!;
const lines = (...arms: readonly (Strategy | SweepArm)[]) =>
  linesOf({ arms: arms.map((arm) => ('kind' in arm ? { ...base, strategy: arm } : arm)), tokens: 0 }).map(
    ({ amount, points }) => [amount, ...points.map((point) => [point.arm, point.amount])],
  );
const vote = (samples: number): Strategy => ({ kind: 'self-consistency', samples, effort: 'low' });
const revision = (parallel: number, rounds: number): Strategy => ({
  ...defaultStrategy('revision'),
  parallel,
  rounds,
});

describe('the lines of a chart', () => {
  it('are arms that differ in an amount of compute alone, from the least to the most', () =>
    expect(
      lines(vote(8), { ...defaultStrategy('best-of-n'), samples: 4 }, vote(2), {
        ...defaultStrategy('best-of-n'),
        samples: 16,
      }),
    ).toEqual([
      ['samples', [2, 2], [0, 8]],
      ['samples', [1, 4], [3, 16]],
    ]));

  it('do not join arms that differ in anything else', () =>
    expect(
      lines(vote(8), { ...base, strategy: vote(16), model: 'arithmetic-sft' }, { kind: 'direct' }),
    ).toEqual([
      [null, [0, null]],
      [null, [1, null]],
      [null, [2, null]],
    ]));

  it('begin at an arm that is what they come to with the least', () =>
    expect(lines({ kind: 'chain-of-thought', effort: 'low' }, vote(4), vote(8))).toEqual([
      [null, [0, null]],
      ['samples', [0, 1], [1, 4], [2, 8]],
    ]));

  it('are as few as can be where two amounts differ', () => {
    expect(lines(revision(1, 1), revision(4, 1), revision(1, 2), revision(4, 2))).toEqual([
      ['parallel', [0, 1], [1, 4]],
      ['parallel', [2, 1], [3, 4]],
    ]);
    expect(lines(revision(1, 1), revision(1, 2), revision(1, 3), revision(4, 1), revision(4, 3))).toEqual([
      ['rounds', [0, 1], [1, 2], [2, 3]],
      ['rounds', [3, 1], [4, 3]],
    ]);
  });

  it('go along the budget too, which may have no limit', () =>
    expect(lines({ ...base, tokens: 0 }, { ...base, tokens: 400 }, { ...base, tokens: 50 })).toEqual([
      ['budget', [2, 50], [1, 400], [0, Infinity]],
    ]));

  it('have all arms of what was measured before', () => {
    for (const { arms } of effects) {
      const places = linesOf({ arms, tokens: 0 }).flatMap(({ points }) => points.map(({ arm }) => arm));
      expect([...new Set(places)].toSorted((a, b) => a - b)).toEqual(arms.map((_, place) => place));
    }
  });
});
