import { describe, expect, it } from 'vitest';
import { beamSteps, searchBeams } from './testing/beams.ts';

describe('beam search', () => {
  it('draws width × expansion steps a round, keeps the best, and lets finished beams compete at the end', async () => {
    const { lines } = await searchBeams(beamSteps);
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
      'keep c1 a2 | prune a1',
      'c1 > end 5 (terminal)',
      'drop end 5',
      'a2 > end 2 (terminal)',
      'drop end 2',
      'score end 5 0.4',
      'score end 2 0.3',
      'keep - | prune -',
      'answer 6 by best-node at end 6',
    ]);
  });

  it('by weighted vote chooses the answer whose draws’ scores sum to the most', async () => {
    const { lines, events } = await searchBeams(beamSteps, { choose: 'weighted-vote' });
    expect(lines.at(-1)).toBe('answer 5 by weighted-vote');
    expect(events.at(-1)).toMatchObject({
      by: { weight: expect.closeTo(0.4 + 0.4, 10), total: expect.closeTo(0.65 + 0.8 + 0.6, 10) },
    });
  });

  it('deals a round’s draws out evenly where fewer beams go on', async () => {
    const { lines } = await searchBeams(
      `
      root
        a; .9
          a1; .9
          a2; .8
          a3; .7
          a4; .6`,
      { maxSteps: 3 },
    );
    expect(lines.slice(0, 6)).toEqual([
      'root > a',
      'drop a',
      'drop a',
      'drop a',
      'score a 0.9',
      'keep a | prune -',
    ]);
    expect(lines.slice(6, 10)).toEqual(['a > a1', 'a > a2', 'a > a3', 'a > a4']);
  });

  it.each([
    ['last', 'end 1'], // .9 against .5
    ['min', 'end 2'], // .1 against .4
    ['prod', 'end 2'], // .09 against .2
    ['mean', 'end 1'], // .5 against .45
  ] as const)('compares by %s of the step scores', async (aggregation, winner) => {
    const { lines } = await searchBeams(
      `
      root
        a; .1
          end 1 .9
        b; .4
          end 2 .5`,
      { aggregation },
    );
    expect(lines.at(-1)).toContain(`at ${winner}`);
  });

  it('by product keeps the better of beams so long that their products are too small for a number', async () => {
    const indent = (depth: number) => '  '.repeat(depth + 4);
    const long = (name: string, score: string, answer: number) =>
      [
        ...Array.from({ length: 12 }, (_, depth) => `${indent(depth)}${name}${depth}; ${score}`),
        `${indent(12)}end ${answer} ${score}`,
      ].join('\n');
    const small = `.${'0'.repeat(29)}`;
    const drawing = `
      root
${long('a', `${small}1`, 1)}
${long('b', `${small}2`, 2)}
${long('c', `${small}15`, 3)}`;
    for (const choose of ['best', 'weighted-vote'] as const) {
      const { lines } = await searchBeams(drawing, {
        aggregation: 'prod',
        choose,
        maxSteps: 20,
        width: 2,
        expansion: 2,
      });
      expect(lines).toContain('keep b11 c11 | prune -');
      expect(lines).toContain('score end 2 0');
      expect(lines.at(-1)).toMatch(/^answer 2 by/);
    }
  });

  it('keeps the earlier of equal nodes', async () => {
    const { lines } = await searchBeams(`
      root
        a; .5
          end 1 .5
        b; .5
          end 2 .5
        c; .5
          end 3 .5
        d; .5`);
    expect(lines).toContain('keep a b | prune c d');
    expect(lines.at(-1)).toBe('answer 1 by best-node at end 1');
  });

  it('scores a step by the greedy steps after it, which the tree does not keep', async () => {
    const { lines, events } = await searchBeams(
      `
      root
        a; .9
          a1; .1 p.9
            end 1 .1
          a2; .9 p.1
            end 2 .9
        b; .2
          b1; .6
            end 3 .6`,
      { width: 1, lookahead: 1 },
    );
    expect(lines.slice(0, 5)).toEqual([
      'root > a',
      'root > b',
      'score a 0.1',
      'score b 0.6',
      'keep b | prune a',
    ]);
    const ahead = events.filter(
      (event) => event.type === 'sequence-started' && event.label.kind === 'lookahead',
    );
    const ended = events.filter((event) => event.type === 'sequence-ended');
    expect(ahead).toHaveLength(3);
    expect(ended.map(({ sequence }) => sequence).toSorted((a, b) => a - b)).toEqual(
      events.flatMap((event) => (event.type === 'sequence-started' ? [event.sequence] : [])),
    );
    expect(lines.at(-1)).toBe('answer 3 by best-node at end 3');
  });

  it('looks several steps ahead in one sequence, and no further than the end', async () => {
    const { events, lines } = await searchBeams(
      `
      root
        a; .5
          b; .6
            end 1 .7`,
      { width: 1, expansion: 1, lookahead: 4 },
    );
    expect(lines.filter((line) => line.startsWith('score'))).toEqual([
      'score a 0.7',
      'score b 0.7',
      'score end 1 0.7',
    ]);
    const first = events.findIndex(
      (event) =>
        event.type === 'sequence-started' && event.label.kind === 'lookahead' && event.label.node === 1,
    );
    const { sequence } = events[first] as { sequence: number };
    const text = events.flatMap((event) =>
      event.type === 'token' && event.sequence === sequence ? [event.token.text] : [],
    );
    expect(text).toEqual(['b;', 'end', '1']);
  });
});
