import { describe, expect, it } from 'vitest';
import { beamSteps, searchBeams } from './testing/beams.ts';

describe('DVTS', () => {
  it('goes on with the best of each subtree, whatever the others have', async () => {
    const { lines } = await searchBeams(beamSteps, { variant: 'dvts' });
    expect(lines).toEqual([
      'root > a',
      'root > b',
      'root > c',
      'root > d',
      'score a 0.9',
      'score b 0.5',
      'score c 0.7',
      'score d 0.1',
      'keep a c | prune b d',
      'a > a1',
      'a > a2',
      'c > c1',
      'c > end 6 (terminal)',
      'score a1 0.2',
      'score a2 0.3',
      'score c1 0.6',
      'score end 6 0.65',
      'keep a2 | prune a1 c1',
      'a2 > end 2 (terminal)',
      'drop end 2',
      'score end 2 0.3',
      'keep - | prune -',
      'answer 6 by best-node at end 6',
    ]);
  });

  it('lets all that each subtree drew last vote, once for each draw, and nothing else', async () => {
    const { lines, events } = await searchBeams(
      `
      root
        a; .9
          end 1 .6
          end 2 .5
        end 9 .8
        c; .7
          end 3 .55
          end 2 .4
        d; .1`,
      { variant: 'dvts', choose: 'weighted-vote' },
    );
    // The best of each subtree are 1 and 3; 9 was left behind in the first round.
    expect(lines.at(-1)).toBe('answer 2 by weighted-vote');
    expect(events.at(-1)).toMatchObject({
      by: { weight: expect.closeTo(0.5 + 0.4, 10), total: expect.closeTo(0.6 + 0.5 + 0.55 + 0.4, 10) },
    });
    const twice = await searchBeams(
      `
      root
        a; .9
          end 1 .6
          end 1 .6
        b; .1
        c; .7
          end 3 .9
          x; .1
        d; .1`,
      { variant: 'dvts', choose: 'weighted-vote' },
    );
    expect(twice.events.at(-1)).toMatchObject({
      answer: { display: '1' },
      by: { weight: expect.closeTo(1.2, 10), total: expect.closeTo(2.1, 10) },
    });
  });

  it('answers by what a subtree drew last where the budget ends before its best step does', async () => {
    for (const choose of ['best', 'weighted-vote'] as const) {
      const { lines } = await searchBeams(
        `
        root
          a; .9
            end 1 .6
          end 9 .8`,
        { variant: 'dvts', choose, width: 1 },
        { budget: 4 },
      );
      expect(lines.at(-1)).toMatch(/^answer 9 by/);
    }
  });

  it('lets subtrees that draw the same step share its node', async () => {
    const { lines } = await searchBeams(
      `
      root
        a; .5
          end 1 .3
          end 2 .6`,
      { variant: 'dvts', expansion: 1 },
    );
    expect(lines).toEqual([
      'root > a',
      'drop a',
      'score a 0.5',
      'keep a | prune -',
      'a > end 1 (terminal)',
      'a > end 2 (terminal)',
      'score end 1 0.3',
      'score end 2 0.6',
      'keep - | prune -',
      'answer 2 by best-node at end 2',
    ]);
  });
});
