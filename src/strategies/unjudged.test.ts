import { describe, expect, it } from 'vitest';
import { bestFirst } from '#run/score.ts';
import { eventsOf } from '#verifiers/testing/harness.ts';
import { beamSearch } from './beam-search.ts';
import { mcts } from './mcts/mcts.ts';
import { rStar } from './rstar/rstar.ts';
import { stepVerification } from './step-verification.ts';
import { nodeNames, search } from './testing/run-search.ts';
import { treeOfThoughts } from './tree-of-thoughts/tree-of-thoughts.ts';
import {
  beamSettings,
  choosing,
  puctSettings,
  type StartSearch,
  stepSettings,
  thoughtSettings,
} from './testing/starts.ts';
import { judging } from './testing/judging.ts';

describe('a step that was not measured', () => {
  const tree = `
    root
      a;
        end 1
      b;
        end 2
      c;
        end 3`;

  it('is shown without a score, and goes on only where there is room beside those that have one', async () => {
    const verifier = judging({ 'b;': 0.1, 'c;': 0.2, 'end 2': 0.1, 'end 3': 0 });
    const { lines, events } = await search(
      tree,
      (session, given) => beamSearch(session, { ...beamSettings, width: 2, expansion: 2 }, given),
      { verifier },
    );
    expect(lines).toContain('score a none');
    expect(lines).toContain('keep c b | prune a');
    expect(eventsOf(events, 'nodes-kept')[0]!.why).toMatchObject({ unjudged: 1 });
    expect(lines.at(-1)).toBe('answer 2 by best-node at end 2');
  });

  it('loses against a measured 0, by score and by weight', async () => {
    const verifier = judging({ 'a;': 0.5, 'b;': 0.5, 'c;': 0.5, 'end 3': 0 });
    for (const choose of ['best', 'weighted-vote'] as const) {
      const { events } = await search(
        tree,
        (session, given) => treeOfThoughts(session, { ...thoughtSettings, breadth: 3, choose }, given),
        { verifier },
      );
      expect(events.at(-1)).toMatchObject({ answer: { display: '3' } });
    }
  });

  it('is not chosen by score where nothing was measured: the answers vote, and the log says why', async () => {
    const voting = tree.replace('end 2', 'end 3');
    const starts: readonly StartSearch[] = [
      (session, verifier) =>
        beamSearch(session, { ...beamSettings, width: 3, choose: 'weighted-vote' }, verifier),
      (session, verifier) =>
        treeOfThoughts(session, { ...thoughtSettings, breadth: 3, evaluate: 'vote' }, verifier),
      choosing['best-of-N']!,
      choosing['best-of-N, mean, weighted vote']!,
    ];
    for (const start of starts) {
      const { events } = await search(voting, start, { verifier: judging({}) });
      expect(events.at(-2)).toMatchObject({
        type: 'decided',
        decision: { kind: 'vote-unjudged' },
      });
      expect(events.at(-1)).toMatchObject({ answer: { display: '3' }, by: { rule: 'majority' } });
      for (const { why, kept } of eventsOf(events, 'nodes-kept'))
        if (kept.length > 0) expect(why).toMatchObject({ kind: 'best', kept: 3, of: 3, unjudged: 3 });
    }
  });

  it('is not backed up: the search ends with it', async () => {
    const verifier = judging({ 'a;': 0.5, 'b;': 0.5 });
    const { events, lines } = await search(
      tree,
      (session, given) => mcts(session, { ...puctSettings, parallel: 1, expansion: 3 }, given),
      { verifier },
    );
    const unscored = eventsOf(events, 'node-scored').filter(({ score }) => score === null);
    expect(unscored).toMatchObject([{ why: { kind: 'budget-spent' } }]);
    const backups = eventsOf(events, 'backed-up');
    expect(backups.every(({ value }) => value === 0.5)).toBe(true);
    expect(lines.findIndex((line) => line.endsWith(' none'))).toBeGreaterThan(
      lines.findLastIndex((line) => line.startsWith('back')),
    );
  });

  it('passes no threshold, and ends step verification', async () => {
    const { events } = await search(
      tree,
      (session, given) => stepVerification(session, stepSettings, given),
      {
        verifier: judging({}),
      },
    );
    expect(eventsOf(events, 'nodes-kept')).toMatchObject([
      { kept: [], why: { kind: 'threshold', score: null } },
    ]);
    expect(eventsOf(events, 'decided')).toMatchObject([{ decision: { kind: 'stop-unjudged' } }]);
    const { lines } = await search(
      tree,
      (session, given) => treeOfThoughts(session, { ...thoughtSettings, search: 'dfs' }, given),
      { verifier: judging({ 'b;': 0.5 }) },
    );
    expect(lines).toContain('keep b | prune a c');
  });
});

describe('a step that only the budget cut off', () => {
  it('has no score and brings nothing back, though one that its own limit cut off is worth 0', async () => {
    const long = 'root\n  a; .5\n    b b b b b b b b; .9\n  end 1 .4';
    const run = (options: Parameters<typeof search>[2]) =>
      search(
        long,
        (session, given) => mcts(session, { ...puctSettings, parallel: 1, simulations: 6 }, given),
        options,
      );
    const own = await run({ sampling: { maxTokens: 4 } });
    expect(own.lines).toContain('score b b b b 0');
    const budget = await run({ budget: 9 });
    const names = nodeNames(budget.events);
    const cut = eventsOf(budget.events, 'node-created').find(({ end }) => end === 'dead');
    expect(names.get(cut!.node)).toMatch(/^b/);
    expect(
      eventsOf(budget.events, 'backed-up').flatMap(({ path }) => path.map(({ node }) => node)),
    ).not.toContain(cut!.node);
    expect(eventsOf(budget.events, 'node-scored').filter(({ score }) => score === 0)).toEqual([]);
  });
});

describe('rStar on a short budget', () => {
  const params = {
    kind: 'rstar',
    rollouts: 3,
    exploration: 2,
    steps: 2,
    lastVotes: 10,
    maskFrom: 0.2,
    maskTo: 0.8,
    checks: 2,
    confirm: 'majority',
    maxSteps: 4,
  } as const;

  it('makes no nodes of draws that only the budget cut off, and brings nothing back for them', async () => {
    const tree = 'root\n  end 1 p.5\n  long long long long long long long p.5';
    const own = await search(tree, (session) => rStar(session, params), { sampling: { maxTokens: 3 } });
    expect(eventsOf(own.events, 'node-created').some(({ end }) => end === 'dead')).toBe(true);
    // Twelve draws of three tokens each.
    const { events, error } = await search(tree, (session) => rStar(session, params), { budget: 36 });
    expect(error).toBeNull();
    expect(eventsOf(events, 'sequence-ended').some(({ reason }) => reason === 'length')).toBe(true);
    expect(eventsOf(events, 'node-created').map(({ end }) => end)).not.toContain('dead');
    expect(eventsOf(events, 'backed-up').every(({ value }) => value > 0)).toBe(true);
    const rest = eventsOf(events, 'node-scored').find(
      ({ why }) => why.kind === 'share-of-draws' && why.action === 'rest',
    );
    expect(rest!.score).toBe(1);
  });
});

it('orders scores with the missing ones last', () => {
  expect([null, 0, 0.5, null, 1].toSorted(bestFirst)).toEqual([1, 0.5, 0, null, null]);
});
