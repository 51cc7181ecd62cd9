import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Session } from '#policy/session/session.ts';
import type { Verifier } from '#verifiers/verifier.ts';
import { beamSearch } from './beam-search.ts';
import { mcts } from './mcts/mcts.ts';
import { rStar } from './rstar/rstar.ts';
import type { StrategyRun } from './strategy.ts';
import { randomTree } from './testing/random-tree.ts';
import { replay, type ReplayedNode } from './testing/replay.ts';
import { search } from './testing/run-search.ts';
import { treeOfThoughts } from './tree-of-thoughts/tree-of-thoughts.ts';

const verifier = { kind: 'process' } as const;
const beam = {
  kind: 'beam-search',
  variant: 'beam',
  width: 2,
  expansion: 3,
  lookahead: 1,
  maxSteps: 5,
  aggregation: 'min',
  choose: 'best',
  verifier,
} as const;
const thoughts = {
  kind: 'tree-of-thoughts',
  search: 'bfs',
  generate: 'sample',
  thoughts: 3,
  breadth: 2,
  threshold: 0.3,
  maxVisits: 12,
  evaluate: 'value',
  maxSteps: 5,
  verifier,
  choose: 'best',
} as const;
const puct = {
  kind: 'mcts',
  simulations: 20,
  exploration: 1.5,
  prior: 'sum',
  expansion: 2,
  evaluation: 'value',
  parallel: 1,
  widening: 0,
  readout: 'best-terminal',
  maxSteps: 5,
  verifier,
} as const;
const star = {
  kind: 'rstar',
  rollouts: 6,
  exploration: 2,
  steps: 2,
  lastVotes: 10,
  maskFrom: 0.2,
  maskTo: 0.8,
  checks: 2,
  confirm: 'half',
  maxSteps: 5,
} as const;

type Start = (session: Session, given: Verifier) => StrategyRun;
const trees: Readonly<Record<string, Start>> = {
  MCTS: (session, given) => mcts(session, puct, given),
  'MCTS, parallel and widening': (session, given) =>
    mcts(session, { ...puct, parallel: 4, widening: 1, readout: 'most-visited' }, given),
  'MCTS, mixed evaluation': (session, given) =>
    mcts(session, { ...puct, evaluation: 'mix', parallel: 2, readout: 'best-value' }, given),
  rStar: (session) => rStar(session, star),
};
const all: Readonly<Record<string, Start>> = {
  ...trees,
  'rStar, one trace': (session) => rStar(session, { ...star, confirm: 'trace' }),
  'MCTS, rollouts and majority': (session, given) =>
    mcts(session, { ...puct, evaluation: 'rollout', readout: 'majority' }, given),
  'beam search': (session, given) => beamSearch(session, beam, given),
  DVTS: (session, given) => beamSearch(session, { ...beam, variant: 'dvts' }, given),
  'tree of thoughts, bfs': (session, given) => treeOfThoughts(session, thoughts, given),
  'tree of thoughts, dfs and proposals': (session, given) =>
    treeOfThoughts(session, { ...thoughts, search: 'dfs', generate: 'propose' }, given),
  'tree of thoughts, votes': (session, given) =>
    treeOfThoughts(session, { ...thoughts, evaluate: 'vote' }, given),
};

/** A failure names the seed of its tree. */
const anySeed = fc.record({
  tree: fc.integer({ min: 0, max: 1_000_000 }),
  seed: fc.integer({ min: 0, max: 1_000 }),
});
const runs = { numRuns: 40 };

describe.each(Object.entries(all))('%s on random trees', (_, start) => {
  test('comes to an answer; its events tell a tree without contradictions; the same seed gives the same events', async () => {
    await fc.assert(
      fc.asyncProperty(anySeed, async ({ tree, seed }) => {
        const options = { seed, draws: 'random' } as const;
        const { events, error } = await search(randomTree(tree), start, options);
        expect(error).toBeNull();
        expect(events.filter(({ type }) => type === 'answer-chosen')).toHaveLength(1);
        expect(events.at(-1)!.type).toBe('answer-chosen');
        const nodes = replay(events);
        for (const node of nodes.values()) if (node.end !== 'open') expect(node.children).toEqual([]);
        const started = events.flatMap((event) =>
          event.type === 'sequence-started' ? [event.sequence] : [],
        );
        const ended = events.flatMap((event) => (event.type === 'sequence-ended' ? [event.sequence] : []));
        expect(ended.toSorted((a, b) => a - b)).toEqual(started);
        const again = await search(randomTree(tree), start, options);
        expect(again.events).toEqual(events);
        expect([...replay(again.events)]).toEqual([...nodes]);
      }),
      runs,
    );
  });

  test('never exceeds its budget', async () => {
    await fc.assert(
      fc.asyncProperty(anySeed, fc.integer({ min: 1, max: 80 }), async ({ tree, seed }, budget) => {
        const { spent, error, events } = await search(randomTree(tree), start, {
          seed,
          budget,
          draws: 'random',
        });
        expect(error).toBeNull();
        expect(spent).toBeLessThanOrEqual(budget);
        expect(events.filter(({ type }) => type === 'token').length).toBe(spent);
        expect(events.at(-1)!.type).toBe('answer-chosen');
        replay(events);
      }),
      runs,
    );
  });
});

describe.each(Object.entries(trees))('%s on random trees', (name, start) => {
  test('has visits that add up and values within those of the leaves', async () => {
    await fc.assert(
      fc.asyncProperty(anySeed, async ({ tree, seed }) => {
        const { events } = await search(randomTree(tree), start, { seed, draws: 'random' });
        const nodes = replay(events);
        for (const node of nodes.values()) {
          if (node.visits === 0) continue;
          const below = node.children.map((child) => nodes.get(child)!);
          const own = node.visits - below.reduce((sum, child) => sum + child.visits, 0);
          if (node.end !== 'open') expect(own).toBe(node.visits);
          // The root is expanded before the first simulation, and rStar's rollouts go on to an end.
          else expect(own).toBe(name === 'rStar' || node.parent === null ? 0 : 1);
          const values = leafValues(node, nodes);
          expect(values).toHaveLength(node.visits);
          expect(node.value).toBeGreaterThanOrEqual(Math.min(...values) - 1e-12);
          expect(node.value).toBeLessThanOrEqual(Math.max(...values) + 1e-12);
          expect(node.value).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / values.length, 10);
        }
      }),
      runs,
    );
  });
});

/** All values that were backed up from the node or below it. */
function leafValues(node: ReplayedNode, nodes: ReadonlyMap<number, ReplayedNode>): readonly number[] {
  return [...node.own, ...node.children.flatMap((child) => leafValues(nodes.get(child)!, nodes))];
}
