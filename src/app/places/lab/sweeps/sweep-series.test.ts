import { describe, expect, it } from 'vitest';
import type { MeasuredCell } from '#lab/analysis/measured-cell.ts';
import { emptyOutcome } from '#lab/sweeps/testing.ts';
import type { Sweep } from '#lab/sweeps/spec.ts';
import { sweepPresets } from '#app/sweeps/sweep-presets.ts';
import { sweepWords } from '#words/en/sweeps.ts';
import { overAmounts, seriesOf } from './sweep-series.ts';

/** Each arm on two problems: two traces of which the first is right, 40 tokens and 10 forwards. */
const measuredOf = ({ arms }: Pick<Sweep, 'arms'>): readonly MeasuredCell[] =>
  arms.flatMap((_, arm) =>
    [0, 1].map((problem) => ({
      cell: { arm, problem, repeat: 0 },
      outcome: {
        ...emptyOutcome,
        right: true,
        tokens: 40,
        forwards: 10,
        traces: [
          { answer: '1', right: true, score: 0.9, tokens: 20 },
          { answer: '2', right: false, score: 0.1, tokens: 20 },
        ],
      },
    })),
  );
const of = (
  sweep: Sweep,
  currency: 'tokens' | 'token-parameters' | 'forwards' = 'tokens',
  parameters: number | null = 2,
) => seriesOf(sweep, measuredOf(sweep), currency, () => parameters);

describe('the lines of a sweep', () => {
  const sweep = sweepPresets['accuracy-against-n'];

  const series = of(sweep);

  it('are the ways to choose among one draw, and the search by its width', () => {
    const { ways } = sweepWords;
    expect(series.map(({ name }) => name)).toEqual([
      ways.pass,
      ways.majority,
      ways.best,
      ways.weighted,
      'Beam search',
    ]);
    expect(series[2]?.points.map(({ amount, compute, solved }) => [amount, compute, solved.share])).toEqual([
      [1, 20, 0.5],
      [2, 40, 1],
    ]);
    expect(series[4]?.points.map(({ amount }) => amount)).toEqual([1, 2, 4, 8]);
  });

  it('can stand over N where each of them counts something', () => {
    expect(overAmounts(series)).toEqual({ names: [sweepWords.samples, 'width'], usual: true });
    expect(overAmounts(of(sweepPresets.voting))).toBeNull();
    expect(overAmounts(of(sweepPresets.waits))).toBeNull();
  });

  it('show of forwards, which samples share, what was measured alone', () => {
    expect(of(sweep, 'forwards')[1]?.points).toMatchObject([{ amount: 2, compute: 10 }]);
  });

  it('leave out what nobody can count', () => {
    expect(of(sweep, 'token-parameters')[1]?.points[0]).toMatchObject({ compute: 40 });
    expect(of(sweep, 'token-parameters', null)).toEqual([]);
  });

  it('have names of their own, and are there once where arms draw the same samples', () => {
    const named = of(sweepPresets.verifiers).map(({ name }) => name);
    expect(new Set(named).size).toBe(named.length);
    expect(named).toHaveLength(10);
    const models = ['countdown', 'countdown-large'];
    const arms = sweep.arms.slice(0, 1).flatMap((arm) => models.map((model) => ({ ...arm, model })));
    const two = of({ ...sweep, arms }).map(({ name }) => name);
    expect(new Set(two).size).toBe(8);
  });
});
