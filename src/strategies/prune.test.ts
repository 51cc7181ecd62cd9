import { describe, expect, it } from 'vitest';
import { beamSearch } from './beam-search.ts';
import { mcts } from './mcts/mcts.ts';
import { rStar } from './rstar/rstar.ts';
import { stepVerification } from './step-verification.ts';
import { treeOfThoughts } from './tree-of-thoughts/tree-of-thoughts.ts';
import { search, type Searched } from './testing/run-search.ts';
import type { StrategyRun } from './strategy.ts';
import type { Session } from '#policy/session/session.ts';
import type { Verifier } from '#verifiers/verifier.ts';

const tree = `
  root
    a; .9
      end 1 .95
      a2; .8
        end 2 .9
    b; .5
      end 3 .6
      end 4 .4`;

const process = { kind: 'process' } as const;
const maxSteps = 5;

const searches: Readonly<Record<string, (session: Session, verifier: Verifier) => StrategyRun>> = {
  beam: (session, verifier) =>
    beamSearch(
      session,
      {
        kind: 'beam-search',
        variant: 'beam',
        width: 2,
        expansion: 2,
        lookahead: 0,
        maxSteps,
        aggregation: 'last',
        choose: 'best',
        verifier: process,
      },
      verifier,
    ),
  dvts: (session, verifier) =>
    beamSearch(
      session,
      {
        kind: 'beam-search',
        variant: 'dvts',
        width: 1,
        expansion: 2,
        lookahead: 0,
        maxSteps,
        aggregation: 'last',
        choose: 'best',
        verifier: process,
      },
      verifier,
    ),
  mcts: (session, verifier) =>
    mcts(
      session,
      {
        kind: 'mcts',
        simulations: 12,
        exploration: 1,
        prior: 'sum',
        expansion: 2,
        evaluation: 'value',
        parallel: 2,
        widening: 1,
        readout: 'best-terminal',
        maxSteps,
        verifier: process,
      },
      verifier,
    ),
  bfs: (session, verifier) =>
    treeOfThoughts(
      session,
      {
        kind: 'tree-of-thoughts',
        search: 'bfs',
        generate: 'sample',
        thoughts: 2,
        breadth: 2,
        threshold: 0,
        maxVisits: 50,
        evaluate: 'value',
        maxSteps,
        choose: 'best',
        verifier: process,
      },
      verifier,
    ),
  dfs: (session, verifier) =>
    treeOfThoughts(
      session,
      {
        kind: 'tree-of-thoughts',
        search: 'dfs',
        generate: 'sample',
        thoughts: 2,
        breadth: 2,
        threshold: 0,
        maxVisits: 50,
        evaluate: 'value',
        maxSteps,
        choose: 'best',
        verifier: process,
      },
      verifier,
    ),
  rstar: (session) =>
    rStar(session, {
      kind: 'rstar',
      rollouts: 6,
      exploration: 1,
      steps: 2,
      lastVotes: 10,
      maskFrom: 0.2,
      maskTo: 0.8,
      checks: 1,
      confirm: 'half',
      maxSteps,
    }),
  'step by step': (session, verifier) =>
    stepVerification(
      session,
      { kind: 'step-verification', threshold: 0.1, retries: 8, maxSteps, verifier: process },
      verifier,
    ),
};

/** What a search did with node a. */
function told({ events, lines }: Searched) {
  const made = events.findIndex((event) => event.type === 'node-created' && event.end === 'dead');
  return {
    made: events[made],
    next: events[made + 1],
    below: lines.filter((line) => line.startsWith('a >')),
    answer: lines.at(-1),
  };
}

describe.each(Object.entries(searches))('a step that a person pruned, in %s', (name, start) => {
  it('is a dead node, said to be pruned by hand, and never followed', async () => {
    const { made, next, below, answer } = told(await search(tree, start, { pruned: ['a;'] }));
    expect(made).toMatchObject({ type: 'node-created', parent: 0, end: 'dead' });
    expect(next).toEqual({
      type: 'nodes-kept',
      round: 1,
      kept: [],
      pruned: [(made as { readonly node: number }).node],
      why: { kind: 'by-hand' },
    });
    expect(below).toEqual([]);
    expect(answer).toMatch(/^answer [34] /);
  });

  it('is followed where only a longer path is pruned', async () => {
    if (name === 'rstar') return;
    const { lines, error } = await search(tree, start, { pruned: ['a; end 1'] });
    expect(error).toBeNull();
    expect(lines).toContain('a > end 1 (dead)');
    expect(lines.at(-1)).not.toMatch(/^answer 1 /);
  });
});

describe('pruning', () => {
  it('leaves simulations of MCTS to the other steps', async () => {
    const { lines } = await search(tree, searches['mcts']!, { pruned: ['a;'] });
    expect(lines.filter((line) => line.startsWith('select')).length).toBeGreaterThan(3);
    expect(lines.filter((line) => line.startsWith('select root a'))).toEqual([]);
  });

  it('ends a search in good order where every step is pruned', async () => {
    for (const start of Object.values(searches)) {
      const { lines, error } = await search(tree, start, { pruned: ['a;', 'b;', 'a; end 1', 'b; end 3'] });
      expect(error).toBeNull();
      expect(lines.at(-1)).toMatch(/^answer /);
    }
  });
});
