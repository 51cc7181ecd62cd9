import { describe, expect, it } from 'vitest';
import type { Verifier } from '#verifiers/verifier.ts';
import { search, type SearchOptions } from '../testing/run-search.ts';
import { mcts } from './mcts.ts';

type Settings = Parameters<typeof mcts>[1];

const base: Settings = {
  kind: 'mcts',
  simulations: 4,
  exploration: 1,
  prior: 'sum',
  expansion: 2,
  evaluation: 'value',
  parallel: 1,
  widening: 0,
  readout: 'best-terminal',
  maxSteps: 8,
  verifier: { kind: 'process' },
};

function tree(drawing: string, params: Partial<Settings> = {}, options: SearchOptions = {}) {
  return search(drawing, (session, verifier) => mcts(session, { ...base, ...params }, verifier), options);
}

const decisions = (lines: readonly string[]) =>
  lines.filter((line) => /^(select|back|answer|decided)/.test(line));

const two = `
  root
    a; .8 p.6
      a1; .1 p.5
        end 1 .1
      a2; .3 p.5
        end 2 .3
    b; .9 p.4
      b1; .7 p.5
        end 3 .7
      end 4 .95 p.5`;

describe('MCTS', () => {
  it('selects by PUCT, expands, evaluates and backs up, simulation by simulation', async () => {
    const { lines } = await tree(two);
    expect(lines).toEqual([
      'root > a',
      'root > b',
      // All scores are 0 at the first simulation: the higher prior wins.
      'select root a',
      'a > a1',
      'a > a2',
      'score a 0.8',
      'back root 1x0.8, a 1x0.8',
      // a .8 + .6·1/2 = 1.1, b .4·1/1; then a1 and a2 alike.
      'select root a a1',
      'a1 > end 1 (terminal)',
      'drop end 1',
      'score a1 0.1',
      'back root 2x0.45, a 2x0.45, a1 1x0.1',
      // a .45 + .6·√2/3 = .733, b .4·√2 = .566; then a1 .1 + .5·√2/2 = .454, a2 .5·√2 = .707.
      'select root a a2',
      'a2 > end 2 (terminal)',
      'drop end 2',
      'score a2 0.3',
      'back root 3x0.4, a 3x0.4, a2 1x0.3',
      // a .4 + .6·√3/4 = .660, b .4·√3 = .693.
      'select root b',
      'b > b1',
      'b > end 4 (terminal)',
      'score b 0.9',
      'back root 4x0.525, b 1x0.9',
      'answer none by no-answer',
    ]);
  });

  it('shows every term of the selection', async () => {
    const { events } = await tree(two);
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
    const visitsOf = async (prior: Settings['prior']) => {
      const { events } = await tree(drawing, { prior, simulations: 400, exploration: 1.5, maxSteps: 9 });
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
    const { events } = await tree(drawing, { prior: 'draws', simulations: 6, expansion: 2, widening: 2 });
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

  it('keeps simulations under way apart by virtual loss and draws for all of them at once', async () => {
    const { lines, events } = await tree(two, { parallel: 2, simulations: 2 });
    expect(lines.slice(2)).toEqual([
      'select root a',
      'select root b',
      'a > a1',
      'a > a2',
      'b > b1',
      'b > end 4 (terminal)',
      'score a 0.8',
      'score b 0.9',
      'back root 1x0.8, a 1x0.8',
      'back root 2x0.85, b 1x0.9',
      'answer none by no-answer',
    ]);
    const [, second] = events.filter((event) => event.type === 'path-selected');
    // The loss counts as a visit worth 0, in both N.
    expect(second!.selections[0]).toMatchObject({
      parentVisits: 1,
      rows: [
        { q: 0, visits: 1, pending: 1 },
        { visits: 0, pending: 0 },
      ],
    });
    expect(second!.selections[0]!.rows.map(({ score }) => Math.round(score * 1000))).toEqual([300, 400]);
  });

  it('ends a batch before a leaf that is being evaluated', async () => {
    const { lines } = await tree('root\n  a; .5\n    b; .5\n      end 1 .5', {
      parallel: 4,
      simulations: 3,
      expansion: 1,
    });
    expect(decisions(lines)).toEqual([
      'select root a',
      'back root 1x0.5, a 1x0.5',
      'select root a b',
      'back root 2x0.5, a 2x0.5, b 1x0.5',
      'select root a b end 1',
      'back root 3x0.5, a 3x0.5, b 2x0.5, end 1 1x0.5',
      'answer 1 by best-node at end 1',
    ]);
  });

  it('remembers the value of an ended leaf', async () => {
    let asked = 0;
    const verifier: Verifier = {
      kind: 'process',
      judges: 'steps',
      // eslint-disable-next-line require-yield -- it draws nothing
      async *score(traces) {
        asked += traces.length;
        return traces.map(() => ({ steps: [0.5], why: { kind: 'yes-over-no' } as const }));
      },
    };
    const { lines } = await tree(
      'root\n  end 1 .9 p.9\n  a; .1 p.1\n    b; .1\n      end 2 .1',
      { simulations: 5 },
      { verifier },
    );
    expect(decisions(lines).filter((line) => line === 'select root end 1').length).toBeGreaterThan(1);
    expect(asked).toBeLessThan(5);
  });

  it('ends early where nothing is left to find', async () => {
    const { lines } = await tree('root\n  end 1 .4\n  end 2 .6', { simulations: 100 });
    expect(decisions(lines)).toEqual([
      'select root end 1',
      'back root 1x0.4, end 1 1x0.4',
      // .4 + .5·1/2 against .5·1: the same leaf again, by its remembered value.
      'select root end 1',
      'back root 2x0.4, end 1 2x0.4',
      'select root end 2',
      'back root 3x0.467, end 2 1x0.6',
      'decided: all-valued',
      'answer 2 by best-node at end 2',
    ]);
  });

  it('gives dead nodes the value 0 and never draws from them', async () => {
    const { lines } = await tree('root\n  again ∞ .9', { simulations: 9 });
    const dead = Array.from({ length: 12 }, () => 'again').join(' ');
    expect(lines).toEqual([
      `root > ${dead} (dead)`,
      `drop ${dead}`,
      `select root ${dead}`,
      `score ${dead} 0`,
      `back root 1x0, ${dead} 1x0`,
      'decided: all-valued',
      'answer none by no-answer',
    ]);
  });

  it('goes down a single path where there is one child each', async () => {
    const { lines } = await tree('root\n  a; .5\n    b; .6\n      end 1 .7', {
      simulations: 10,
      expansion: 1,
    });
    expect(decisions(lines).at(-2)).toBe('decided: all-valued');
    expect(decisions(lines).at(-3)).toBe('back root 3x0.6, a 3x0.6, b 2x0.65, end 1 1x0.7');
  });

  it('visits by prior, then by order, where all values are equal', async () => {
    const { lines } = await tree(
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

  it('widens with visits, at most expansion + widening · √N draws', async () => {
    const wide = [
      'root',
      ...['a', 'b', 'c', 'd'].map((name) => `  ${name}; .5\n    ${name}1; .5\n      end 1 .5`),
    ].join('\n');
    const { lines } = await tree(wide, { expansion: 1, widening: 1, simulations: 5 });
    const root = lines
      .filter((line) => /^(select|root >)/.test(line))
      .map((line) => line.replace(/^select root (\w+).*/, 'select $1'));
    // √1 brings the second child, √4 the third.
    expect(root.indexOf('root > b')).toBe(root.indexOf('select a') + 2);
    expect(root.filter((line) => line.startsWith('root >'))).toEqual(['root > a', 'root > b', 'root > c']);
    const { lines: closed } = await tree(wide, { expansion: 1, widening: 0, simulations: 5 });
    expect(closed.filter((line) => line.startsWith('root >'))).toEqual(['root > a']);
  });

  it('does not ask a model that repeats itself for ever', async () => {
    const { lines } = await tree('root\n  end 1 .5', { expansion: 2, widening: 1, simulations: 9 });
    expect(lines.filter((line) => line.startsWith('drop'))).toHaveLength(3);
    expect(lines.at(-1)).toBe('answer 1 by best-node at end 1');
  });
});

describe('evaluation', () => {
  const rolled = 'root\n  a; .2\n    b; .4\n      end 1 .6\n    c; .4\n      again ∞ .9';
  it.each([
    // A rollout draws the next steps in turn after those the expansion drew: from a again b, down to its end.
    ['value', '0.2'],
    ['rollout', '0.6'],
    ['mix', '0.4'],
  ] as const)('by %s', async (evaluation, score) => {
    const { lines } = await tree(rolled, { evaluation, simulations: 1 });
    expect(lines.filter((line) => line.startsWith('score'))).toEqual([`score a ${score}`]);
  });

  it('gives 0 to a rollout that was cut off', async () => {
    const { lines } = await tree('root\n  a; .8\n    again ∞ .9', { evaluation: 'mix', simulations: 1 });
    expect(lines.filter((line) => line.startsWith('score'))).toEqual(['score a 0.4']);
  });

  it('takes a verifier of finished traces for rollouts only', async () => {
    const verifier: Verifier = {
      kind: 'outcome',
      judges: 'traces',
      // eslint-disable-next-line require-yield -- it draws nothing
      async *score(traces) {
        return traces.map(({ finished }) => ({
          steps: [finished ? 0.75 : 0],
          why: { kind: 'yes-over-no' } as const,
        }));
      },
    };
    const { lines } = await tree(rolled, { evaluation: 'rollout', simulations: 1 }, { verifier });
    expect(lines).toContain('score a 0.75');
    const { error } = await tree(rolled, { evaluation: 'mix' }, { verifier });
    expect(error).toMatchObject({ code: 'unsupported' });
  });
});

describe('reading the answer out', () => {
  // The policy likes end 7, the verifier end 9; two derivations say 5.
  const drawing = `
    root
      a; .5 p.8
        end 7 .5 p.8
        end 5 .4 p.2
      b; .6 p.2
        end 9 .9 p.5
        end 5 .1 p.5`;
  it.each([
    ['most-visited', 'answer 7 by most-visited at end 7'],
    ['best-value', 'answer 9 by best-node at end 9'],
    ['best-terminal', 'answer 9 by best-node at end 9'],
    ['majority', 'answer 5 by majority'],
    ['weighted-vote', 'answer 9 by weighted-vote'],
  ] as const)('%s', async (readout, expected) => {
    const { lines } = await tree(drawing, { readout, simulations: 30, exploration: 2 });
    expect(lines.at(-1)).toBe(expected);
  });

  it('has no answer before the first finished trace was visited', async () => {
    for (const readout of [
      'most-visited',
      'best-value',
      'best-terminal',
      'majority',
      'weighted-vote',
    ] as const) {
      const { lines } = await tree(drawing, { readout, simulations: 1 });
      expect(lines.at(-1)).toBe('answer none by no-answer');
    }
  });
});

describe('limits', () => {
  it('never overruns its budget, and answers from what it has', async () => {
    for (const evaluation of ['value', 'rollout', 'mix'] as const) {
      for (let budget = 1; budget < 40; budget += 3) {
        const { lines, spent, error } = await tree(
          two,
          { evaluation, simulations: 30, parallel: 3, widening: 1 },
          { budget },
        );
        expect(error).toBeNull();
        expect(spent).toBeLessThanOrEqual(budget);
        expect(lines.at(-1)).toMatch(/^answer/);
      }
    }
  });

  it('stops at any token when it is cancelled', async () => {
    for (const token of [1, 5, 9]) {
      const abort = new AbortController();
      let seen = 0;
      const { error } = await tree(
        two,
        { parallel: 2 },
        { abort, onEvent: (event) => event.type === 'token' && ++seen === token && abort.abort() },
      );
      expect((error as DOMException).name).toBe('AbortError');
    }
  });
});
