import { describe, expect, it } from 'vitest';
import type { StrategyOf } from '#experiment/experiment.ts';
import { searchMcts, twoSubtrees } from './testing/mcts-tree.ts';

describe('MCTS', () => {
  it('shows every term of the selection', async () => {
    const { events } = await searchMcts(twoSubtrees);
    const [, , third] = events.filter((event) => event.type === 'path-selected');
    expect(third!.selections[0]).toMatchObject({ parentVisits: 2, rule: 'puct', c: 1, chosen: 1 });
    const [a, b] = third!.selections[0]!.rows;
    expect(a).toMatchObject({ node: 1, visits: 2, pending: 0 });
    expect(a!.q).toBeCloseTo(0.45, 12);
    expect(a!.prior).toBeCloseTo(0.6, 12);
    expect(a!.exploration).toBeCloseTo((0.6 * Math.SQRT2) / 3, 12);
    expect(a!.score).toBe(a!.q + a!.exploration);
    expect(b).toMatchObject({ q: 0, visits: 0 });
  });

  describe('with a better child that is long and was unlikely to be drawn', () => {
    const long = Array.from({ length: 9 }, (_, place) => `w${place}`).join(' ');
    // Enough below the short one for 400 simulations: its eight levels of two never end.
    const below = (depth: number): string =>
      ['l', 'r']
        .map((side) => `${'  '.repeat(depth + 1)}${side}; .5\n${depth < 8 ? below(depth + 1) : ''}`)
        .join('');
    const drawing = `
root
  short; .5 p.9995
${below(1)}
  ${long} long; .9 p.0005
    end 7 .95`;
    const visitsOf = async (prior: StrategyOf<'mcts'>['prior']) => {
      const { events } = await searchMcts(drawing, {
        prior,
        simulations: 400,
        exploration: 1.5,
        maxSteps: 9,
      });
      const last = events.findLast((event) => event.type === 'path-selected')!;
      const [short, other] = last.selections[0]!.rows;
      return { rows: [short!, other!], answer: events.at(-1) };
    };

    it('never visits it by the sum of the log-probabilities', async () => {
      const { rows, answer } = await visitsOf('sum');
      expect(rows.map(({ visits }) => visits)).toEqual([399, 0]);
      expect(rows[1]!.prior).toBeCloseTo(0.0005, 10);
      expect(answer).toMatchObject({ answer: null });
    });

    it.each(['per-token', 'draws', 'uniform'] as const)('finds it by the prior %s', async (prior) => {
      const { rows, answer } = await visitsOf(prior);
      expect(rows[1]!.visits).toBeGreaterThan(200);
      expect(answer).toMatchObject({ answer: { display: '7' } });
      const mean = 0.0005 ** 0.1;
      expect(rows[1]!.prior).toBeCloseTo(prior === 'per-token' ? mean / (mean + 0.9995) : 0.5, 10);
    });
  });

  it('makes the priors anew when further draws come, equal ones among them', async () => {
    const drawing = `
      root
        a; .5 p.5
          a1; .4
        b; .6 p.3
          b1; .4
        b; .6 p.3
        c; .1 p.2`;
    const { events } = await searchMcts(drawing, {
      prior: 'draws',
      simulations: 6,
      expansion: 2,
      widening: 2,
    });
    const priors = events.flatMap((event) =>
      event.type === 'path-selected'
        ? [event.selections[0]!.rows.map(({ prior }) => Math.round(prior * 100) / 100)]
        : [],
    );
    expect(priors.slice(0, 3)).toEqual([
      [0.5, 0.5],
      [0.5, 0.5],
      [0.25, 0.5, 0.25],
    ]);
  });

  it('visits by prior, then by order, where all values are equal', async () => {
    const { lines } = await searchMcts(
      'root\n  a; .5 p.2\n    x; .5\n  b; .5 p.6\n    y; .5\n  c; .5 p.2\n    z; .5',
      { simulations: 6, expansion: 3, exploration: 5 },
    );
    // b .5 + 5·.6·√N/(1 + N) stays above 5·.2·√N up to N = 3.
    expect(lines.filter((line) => line.startsWith('select')).map((line) => line.split(' ')[2])).toEqual([
      'b',
      'b',
      'b',
      'b',
      'a',
      'c',
    ]);
  });
});
