import { describe, expect, it } from 'vitest';
import type { Verifier } from '#verifiers/verifier.ts';
import { decisionLines, searchMcts, twoSubtrees } from './testing/mcts-tree.ts';

describe('MCTS', () => {
  it('selects by PUCT, expands, evaluates and backs up, simulation by simulation', async () => {
    const { lines } = await searchMcts(twoSubtrees);
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

  it('keeps simulations under way apart by virtual loss and draws for all of them at once', async () => {
    const { lines, events } = await searchMcts(twoSubtrees, { parallel: 2, simulations: 2 });
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
    const { lines } = await searchMcts('root\n  a; .5\n    b; .5\n      end 1 .5', {
      parallel: 4,
      simulations: 3,
      expansion: 1,
    });
    expect(decisionLines(lines)).toEqual([
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
    const { lines } = await searchMcts(
      'root\n  end 1 .9 p.9\n  a; .1 p.1\n    b; .1\n      end 2 .1',
      { simulations: 5 },
      { verifier },
    );
    expect(decisionLines(lines).filter((line) => line === 'select root end 1').length).toBeGreaterThan(1);
    expect(asked).toBeLessThan(5);
  });

  it('ends early where nothing is left to find', async () => {
    const { lines } = await searchMcts('root\n  end 1 .4\n  end 2 .6', { simulations: 100 });
    expect(decisionLines(lines)).toEqual([
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
    const { lines } = await searchMcts('root\n  again ∞ .9', { simulations: 9 });
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
    const { lines } = await searchMcts('root\n  a; .5\n    b; .6\n      end 1 .7', {
      simulations: 10,
      expansion: 1,
    });
    expect(decisionLines(lines).at(-2)).toBe('decided: all-valued');
    expect(decisionLines(lines).at(-3)).toBe('back root 3x0.6, a 3x0.6, b 2x0.65, end 1 1x0.7');
  });

  it('widens with visits, at most expansion + widening · √N draws', async () => {
    const wide = [
      'root',
      ...['a', 'b', 'c', 'd'].map((name) => `  ${name}; .5\n    ${name}1; .5\n      end 1 .5`),
    ].join('\n');
    const { lines } = await searchMcts(wide, { expansion: 1, widening: 1, simulations: 5 });
    const root = lines
      .filter((line) => /^(select|root >)/.test(line))
      .map((line) => line.replace(/^select root (\w+).*/, 'select $1'));
    // √1 brings the second child, √4 the third.
    expect(root.indexOf('root > b')).toBe(root.indexOf('select a') + 2);
    expect(root.filter((line) => line.startsWith('root >'))).toEqual(['root > a', 'root > b', 'root > c']);
    const { lines: closed } = await searchMcts(wide, { expansion: 1, widening: 0, simulations: 5 });
    expect(closed.filter((line) => line.startsWith('root >'))).toEqual(['root > a']);
  });

  it('does not ask a model that repeats itself for ever', async () => {
    const { lines } = await searchMcts('root\n  end 1 .5', { expansion: 2, widening: 1, simulations: 9 });
    expect(lines.filter((line) => line.startsWith('drop'))).toHaveLength(3);
    expect(lines.at(-1)).toBe('answer 1 by best-node at end 1');
  });
});

describe('limits', () => {
  it('never overruns its budget, and answers from what it has', async () => {
    for (const evaluation of ['value', 'rollout', 'mix'] as const) {
      for (let budget = 1; budget < 40; budget += 3) {
        const { lines, spent, error } = await searchMcts(
          twoSubtrees,
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
      const { error } = await searchMcts(
        twoSubtrees,
        { parallel: 2 },
        { abort, onEvent: (event) => event.type === 'token' && ++seen === token && abort.abort() },
      );
      expect((error as DOMException).name).toBe('AbortError');
    }
  });
});
