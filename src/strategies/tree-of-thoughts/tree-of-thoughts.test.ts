import { describe, expect, it } from 'vitest';
import { randomStream } from '#policy/runtime/random.ts';
import { search, type SearchOptions } from '../testing/run-search.ts';
import { castVotes } from './evaluate.ts';
import { treeOfThoughts } from './tree-of-thoughts.ts';

type Settings = Parameters<typeof treeOfThoughts>[1];

const base: Settings = {
  kind: 'tree-of-thoughts',
  search: 'bfs',
  generate: 'sample',
  thoughts: 3,
  breadth: 2,
  threshold: 0.5,
  maxVisits: 20,
  evaluate: 'value',
  maxSteps: 6,
  verifier: { kind: 'process' },
  choose: 'best',
};

function think(drawing: string, params: Partial<Settings> = {}, options: SearchOptions = {}) {
  return search(
    drawing,
    (session, verifier) => treeOfThoughts(session, { ...base, ...params }, verifier),
    options,
  );
}

const tree = `
  root
    a; .6
      a1; .2
      a2; .7
        end 1 .5
      end 2 .55
    b; .9
      b1; .1
      b2; .3
      b3; .4
    c; .8
      c1; .6
        end 3 .95
      c2; .65
        end 4 .8`;

describe('tree of thoughts, breadth first', () => {
  it('keeps the b best states of each level; states that ended wait', async () => {
    const { lines } = await think(tree, { breadth: 3 });
    expect(lines).toEqual([
      'root > a',
      'root > b',
      'root > c',
      'score a 0.6',
      'score b 0.9',
      'score c 0.8',
      'keep b c a | prune -',
      'b > b1',
      'b > b2',
      'b > b3',
      'c > c1',
      'c > c2',
      'drop c1',
      'a > a1',
      'a > a2',
      'a > end 2 (terminal)',
      'score b1 0.1',
      'score b2 0.3',
      'score b3 0.4',
      'score c1 0.6',
      'score c2 0.65',
      'score a1 0.2',
      'score a2 0.7',
      'score end 2 0.55',
      'keep a2 c2 c1 | prune b3 b2 a1 b1',
      'a2 > end 1 (terminal)',
      'drop end 1',
      'drop end 1',
      'c2 > end 4 (terminal)',
      'drop end 4',
      'drop end 4',
      'c1 > end 3 (terminal)',
      'drop end 3',
      'drop end 3',
      'score end 1 0.5',
      'score end 4 0.8',
      'score end 3 0.95',
      'keep - | prune -',
      'answer 3 by best-node at end 3',
    ]);
  });

  it('keeps the earlier of equal states', async () => {
    const { lines } = await think(`
      root
        a; .4
          end 1 .4
        b; .4
          end 2 .4
        c; .4
          end 3 .4`);
    expect(lines).toContain('keep a b | prune c');
    expect(lines.at(-1)).toBe('answer 1 by best-node at end 1');
  });

  it('draws proposals until they differ, and gives up on a model that repeats itself', async () => {
    const repeats = `
      root
        a; .4
          end 1 .4
          end 1 .4
          end 1 .4
          end 2 .5`;
    const proposed = await think(repeats, { generate: 'propose', thoughts: 2 });
    expect(proposed.lines).toEqual([
      'root > a',
      'drop a',
      'drop a',
      'drop a',
      'drop a',
      'score a 0.4',
      'keep a | prune -',
      'a > end 1 (terminal)',
      'drop end 1',
      'drop end 1',
      'a > end 2 (terminal)',
      'score end 1 0.4',
      'score end 2 0.5',
      'keep - | prune -',
      'answer 2 by best-node at end 2',
    ]);
    const sampled = await think(repeats, { generate: 'sample', thoughts: 2 });
    expect(sampled.lines.at(-1)).toBe('answer 1 by best-node at end 1');
  });

  it('ends without an answer where the model never ends, or ends at once', async () => {
    for (const drawing of ['root\n  again ∞ .9', 'root\n  a; .9']) {
      const { lines } = await think(drawing);
      expect(lines.at(-1)).toBe('answer none by no-answer');
    }
  });

  it('lets the finished traces vote by their scores, each draw once', async () => {
    const split = `
      root
        a; .9
          end 1 .6
          end 1 .6
          end 2 .8
        b; .8
          end 3 .5
          end 2 .1
          end 3 .5`;
    expect((await think(split)).lines.at(-1)).toBe('answer 2 by best-node at end 2');
    const { lines, events } = await think(split, { choose: 'weighted-vote' });
    expect(lines.at(-1)).toBe('answer 1 by weighted-vote');
    expect(events.findLast(({ type }) => type === 'answer-chosen')).toMatchObject({
      by: { weight: expect.closeTo(1.2, 10), total: expect.closeTo(3.1, 10) },
    });
    expect(events.findLast(({ type }) => type === 'decided')).toMatchObject({
      decision: {
        answers: [
          { answer: '1', score: expect.closeTo(1.2, 10) },
          { answer: '3', score: expect.closeTo(1, 10) },
          { answer: '2', score: expect.closeTo(0.9, 10) },
        ],
      },
    });
  });

  it('votes by the verifier’s scores', async () => {
    const { lines, events } = await think(
      `
      root
        a; .0
        b; .9
          end 1 .9
        c; .0`,
      { evaluate: 'vote', breadth: 1 },
    );
    expect(events.find(({ type }) => type === 'decided')).toMatchObject({
      decision: { kind: 'voters', votes: [{ node: 2, votes: 5 }] },
    });
    expect(lines).toContain('keep b | prune a c');
    expect(lines.at(-1)).toBe('answer 1 by best-node at end 1');
  });

  it('casts every vote, in proportion, and none without a score', () => {
    const votes = castVotes([0.6, 0, 0.3], 9_000, randomStream(7, 0));
    expect(votes.reduce((sum, own) => sum + own, 0)).toBe(9_000);
    expect(votes[1]).toBe(0);
    expect(votes[0]! / votes[2]!).toBeCloseTo(2, 0);
    expect(castVotes([0, 0], 5, randomStream(7, 0))).toEqual([0, 0]);
    expect(castVotes([0.2], 5, randomStream(7, 0))).toEqual([5]);
  });
});

describe('tree of thoughts, depth first', () => {
  it('follows the best thought first and comes back from dead ends', async () => {
    const { lines } = await think(tree, { search: 'dfs' });
    expect(lines).toEqual([
      'root > a',
      'root > b',
      'root > c',
      'score a 0.6',
      'score b 0.9',
      'score c 0.8',
      'keep b c a | prune -',
      'b > b1',
      'b > b2',
      'b > b3',
      'score b1 0.1',
      'score b2 0.3',
      'score b3 0.4',
      'keep - | prune b3 b2 b1',
      'back from b to root: none-worth',
      'c > c1',
      'c > c2',
      'drop c1',
      'score c1 0.6',
      'score c2 0.65',
      'keep c2 c1 | prune -',
      'c2 > end 4 (terminal)',
      'drop end 4',
      'drop end 4',
      'score end 4 0.8',
      'keep end 4 | prune -',
      'back from end 4 to c2: trace-finished',
      'back from c2 to c: all-tried',
      'c1 > end 3 (terminal)',
      'drop end 3',
      'drop end 3',
      'score end 3 0.95',
      'keep end 3 | prune -',
      'back from end 3 to c1: trace-finished',
      'back from c1 to c: all-tried',
      'back from c to root: all-tried',
      'a > a1',
      'a > a2',
      'a > end 2 (terminal)',
      'score a1 0.2',
      'score a2 0.7',
      'score end 2 0.55',
      'keep a2 end 2 | prune a1',
      'a2 > end 1 (terminal)',
      'drop end 1',
      'drop end 1',
      'score end 1 0.5',
      'keep end 1 | prune -',
      'back from end 1 to a2: trace-finished',
      'back from a2 to a: all-tried',
      'back from end 2 to a: trace-finished',
      'back from a to root: all-tried',
      'answer 3 by best-node at end 3',
    ]);
  });

  it('stops after so many visits and answers with the best so far', async () => {
    const { lines } = await think(tree, { search: 'dfs', maxVisits: 4 });
    expect(lines.slice(-2)).toEqual(['back from c2 to c: all-tried', 'answer 4 by best-node at end 4']);
  });

  it('follows thoughts worth exactly the threshold', async () => {
    const { lines } = await think(
      `
      root
        a; .5
          end 1 .5
        b; .49`,
      { search: 'dfs', threshold: 0.5 },
    );
    expect(lines).toContain('keep a | prune b');
    expect(lines.at(-1)).toBe('answer 1 by best-node at end 1');
  });

  it('never enters a trace that was cut off, whatever the threshold', async () => {
    const { lines } = await think('root\n  again ∞ .9', { search: 'dfs', threshold: 0 });
    expect(lines.at(-1)).toBe('answer none by no-answer');
    expect(lines.filter((line) => line.startsWith('back'))).toEqual([]);
  });
});

describe.each(['bfs', 'dfs'] as const)('tree of thoughts, %s', (order) => {
  it('never overruns its budget, and answers from what it has', async () => {
    for (let budget = 1; budget < 40; budget += 2) {
      for (const generate of ['sample', 'propose'] as const) {
        const { lines, spent, error } = await think(tree, { search: order, generate }, { budget });
        expect(error).toBeNull();
        expect(spent).toBeLessThanOrEqual(budget);
        expect(lines.at(-1)).toMatch(/^answer/);
      }
    }
  });

  it('stops at any token when it is cancelled', async () => {
    for (const token of [1, 4, 8]) {
      const abort = new AbortController();
      let seen = 0;
      const { error } = await think(
        tree,
        { search: order },
        { abort, onEvent: (event) => event.type === 'token' && ++seen === token && abort.abort() },
      );
      expect((error as DOMException).name).toBe('AbortError');
    }
  });
});
