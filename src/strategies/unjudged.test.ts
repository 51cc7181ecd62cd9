import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VerifierSpec } from '#experiment/verifier.ts';
import type { Session } from '#policy/session/session.ts';
import { bestFirst, type Score } from '#run/score.ts';
import type { RunEvent } from '#run/events.ts';
import { aggregate } from '#run/aggregate.ts';
import { createVerifier } from '#verifiers/create-verifier.ts';
import { eventsOf } from '#verifiers/testing/harness.ts';
import type { Verifier } from '#verifiers/verifier.ts';
import { beamSearch } from './beam-search.ts';
import { bestOfN } from './best-of-n.ts';
import { mcts } from './mcts/mcts.ts';
import { rStar } from './rstar/rstar.ts';
import { stepVerification } from './step-verification.ts';
import type { StrategyRun } from './strategy.ts';
import { randomTree } from './testing/random-tree.ts';
import { nodeNames, search } from './testing/run-search.ts';
import { treeOfThoughts } from './tree-of-thoughts/tree-of-thoughts.ts';

const spec = { kind: 'process' } as const;
const best = {
  kind: 'best-of-n',
  samples: 3,
  effort: 'low',
  verifier: spec,
  aggregation: 'last',
  choose: 'best',
} as const;
const beam = {
  kind: 'beam-search',
  variant: 'beam',
  width: 2,
  expansion: 2,
  lookahead: 0,
  maxSteps: 5,
  aggregation: 'last',
  choose: 'best',
  verifier: spec,
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
  verifier: spec,
  choose: 'best',
} as const;
const puct = {
  kind: 'mcts',
  simulations: 12,
  exploration: 1.5,
  prior: 'sum',
  expansion: 2,
  evaluation: 'value',
  parallel: 2,
  widening: 0,
  readout: 'best-terminal',
  maxSteps: 5,
  verifier: spec,
} as const;
const steps = { kind: 'step-verification', threshold: 0.4, retries: 4, maxSteps: 5, verifier: spec } as const;

type Start = (session: Session, verifier: Verifier) => StrategyRun;
const searches: Readonly<Record<string, Start>> = {
  'beam search': (session, verifier) => beamSearch(session, beam, verifier),
  'beam search, the least of the scores, weighted vote': (session, verifier) =>
    beamSearch(session, { ...beam, aggregation: 'min', choose: 'weighted-vote' }, verifier),
  'beam search that looks ahead': (session, verifier) =>
    beamSearch(session, { ...beam, lookahead: 1 }, verifier),
  DVTS: (session, verifier) => beamSearch(session, { ...beam, variant: 'dvts' }, verifier),
  'tree of thoughts, bfs': (session, verifier) => treeOfThoughts(session, thoughts, verifier),
  'tree of thoughts, votes': (session, verifier) =>
    treeOfThoughts(session, { ...thoughts, evaluate: 'vote', choose: 'weighted-vote' }, verifier),
  'tree of thoughts, dfs': (session, verifier) =>
    treeOfThoughts(session, { ...thoughts, search: 'dfs' }, verifier),
  MCTS: (session, verifier) => mcts(session, puct, verifier),
  'MCTS, mixed evaluation, weighted vote': (session, verifier) =>
    mcts(session, { ...puct, evaluation: 'mix', readout: 'weighted-vote' }, verifier),
  'step verification': (session, verifier) => stepVerification(session, steps, verifier),
};
const choices: Readonly<Record<string, Start>> = {
  ...searches,
  'best-of-N': (session, verifier) => bestOfN(session, best, verifier),
  'best-of-N, mean, weighted vote': (session, verifier) =>
    bestOfN(session, { ...best, aggregation: 'mean', choose: 'weighted-vote' }, verifier),
  'MCTS, rollouts': (session, verifier) => mcts(session, { ...puct, evaluation: 'rollout' }, verifier),
};

const judges: readonly VerifierSpec[] = [
  { kind: 'rollouts', rollouts: 2, estimate: 'soft' },
  { kind: 'rollouts', rollouts: 3, estimate: 'hard' },
  { kind: 'self-evaluation', evaluations: 2 },
  { kind: 'process' },
  { kind: 'rule' },
];

/** A verifier, and every number it gave. */
function watched(verifier: Verifier): { readonly verifier: Verifier; readonly given: Set<Score> } {
  const given = new Set<Score>();
  const note = (scores: readonly { readonly steps: readonly Score[] }[]) => {
    for (const { steps: own } of scores)
      for (const way of ['min', 'mean', 'last'] as const) given.add(aggregate(own, way).score);
  };
  const { rescore } = verifier;
  return {
    given,
    verifier: {
      ...verifier,
      async *score(traces) {
        const scores = yield* verifier.score(traces);
        note(scores);
        return scores;
      },
      ...(rescore
        ? {
            rescore: (traces) => {
              const scores = rescore(traces);
              note(scores);
              return scores;
            },
          }
        : {}),
    },
  };
}

/** The latest scores, by node or trace. */
function latest(events: readonly RunEvent[]): ReadonlyMap<number, Score> {
  return new Map(
    events.flatMap((event) =>
      event.type === 'node-scored'
        ? [[event.node, event.score] as const]
        : event.type === 'trace-scored'
          ? [[event.sequence, event.score] as const]
          : [],
    ),
  );
}

describe.each(Object.entries(choices))('%s on any budget', (name, start) => {
  it('shows, backs up and chooses by no score that was not measured', async () => {
    const run = fc.record({
      tree: fc.integer({ min: 0, max: 1_000_000 }),
      seed: fc.nat(1_000),
      budget: fc.integer({ min: 1, max: 150 }),
      judge: fc.constantFrom(...judges),
    });
    await fc.assert(
      fc.asyncProperty(run, async ({ tree, seed, budget, judge }) => {
        let given = new Set<Score>();
        const { events, error } = await search(
          randomTree(tree),
          (session) => {
            const { verifier, given: numbers } = watched(createVerifier(judge, session));
            given = numbers;
            return start(session, verifier);
          },
          { seed, budget, draws: 'random', capabilities: { instructions: true } },
        );
        expect(error).toBeNull();
        const scores = latest(events);
        const isMixed = name.includes('mixed');
        for (const event of events) {
          if (event.type !== 'node-scored' && event.type !== 'trace-scored') continue;
          // What the rules say without a measurement.
          if (event.score === 0 && worthNothing.has(event.why.kind)) continue;
          if (event.score === null) expect(notJudged).toContain(event.why.kind);
          else if (!isMixed) expect(given.has(event.score)).toBe(true);
        }
        for (const { value, path } of eventsOf(events, 'backed-up'))
          expect(value).toBe(backedUp(events, path.at(-1)!.node));
        const [{ by, answer }] = eventsOf(events, 'answer-chosen') as [
          ReturnType<typeof eventsOf<'answer-chosen'>>[number],
        ];
        const answers = answerers(events);
        const measured = answers.filter((one) => scores.get(one) != null);
        if (by.rule === 'best-score' || by.rule === 'best-node') {
          const chosen = by.rule === 'best-score' ? by.sequence : by.node;
          expect(by.score).toBe(scores.get(chosen));
        }
        if (by.rule === 'weighted-vote') expect(measured.length).toBeGreaterThan(0);
        // Without a score the answers vote, and the log says so first.
        if (by.rule.startsWith('majority')) {
          expect(answer).not.toBeNull();
          expect(eventsOf(events, 'decided').at(-1)?.decision.kind).toBe('vote-unjudged');
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** What the rules say without a measurement, and why something has no score. */
const worthNothing: ReadonlySet<string> = new Set(['cut-off', 'cannot-answer', 'rollout']);
const notJudged = [
  'budget-spent',
  'step-cut',
  'nothing-written',
  'no-end',
  'budget-cut',
  'completions',
  'said-of-steps',
];

/** The value of a node as the log had it last before the choice was made again. */
function backedUp(events: readonly RunEvent[], node: number): Score | undefined {
  return eventsOf(events, 'node-scored')
    .filter((event) => event.node === node && event.why.kind !== 'again')
    .at(-1)?.score;
}

/** Nodes, or traces where there is no tree, from which an answer was read. */
function answerers(events: readonly RunEvent[]): readonly number[] {
  const made = eventsOf(events, 'node-created');
  const traces = eventsOf(events, 'answer-extracted')
    .filter(({ answer }) => answer !== null)
    .map(({ sequence }) => sequence);
  return made.length === 0
    ? traces
    : made
        .filter(({ end, sequence }) => end === 'terminal' && sequence !== null && traces.includes(sequence))
        .map(({ node }) => node);
}

/** Scores by what the trace ends with; what it has no number for was not measured. */
function judging(scores: Readonly<Record<string, number>>): Verifier {
  return {
    kind: 'rollouts',
    judges: 'steps',
    // eslint-disable-next-line require-yield -- it draws nothing
    async *score(traces) {
      return traces.map(({ steps: own }) => {
        const text =
          own
            .at(-1)
            ?.map((token) => token.text)
            .join(' ') ?? '';
        return {
          steps: own.map((_, index) => (index < own.length - 1 ? 0.5 : (scores[text] ?? null))),
          why: { kind: text in scores ? 'yes-over-no' : 'budget-spent' } as const,
        };
      });
    },
  };
}

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
      (session, given) => beamSearch(session, { ...beam, width: 2, expansion: 2 }, given),
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
        (session, given) => treeOfThoughts(session, { ...thoughts, breadth: 3, choose }, given),
        { verifier },
      );
      expect(events.at(-1)).toMatchObject({ answer: { display: '3' } });
    }
  });

  it('is not chosen by score where nothing was measured: the answers vote, and the log says why', async () => {
    const voting = tree.replace('end 2', 'end 3');
    const starts: readonly Start[] = [
      (session, verifier) => beamSearch(session, { ...beam, width: 3, choose: 'weighted-vote' }, verifier),
      (session, verifier) => treeOfThoughts(session, { ...thoughts, breadth: 3, evaluate: 'vote' }, verifier),
      choices['best-of-N']!,
      choices['best-of-N, mean, weighted vote']!,
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
      (session, given) => mcts(session, { ...puct, parallel: 1, expansion: 3 }, given),
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
    const { events } = await search(tree, (session, given) => stepVerification(session, steps, given), {
      verifier: judging({}),
    });
    expect(eventsOf(events, 'nodes-kept')).toMatchObject([
      { kept: [], why: { kind: 'threshold', score: null } },
    ]);
    expect(eventsOf(events, 'decided')).toMatchObject([{ decision: { kind: 'stop-unjudged' } }]);
    const { lines } = await search(
      tree,
      (session, given) => treeOfThoughts(session, { ...thoughts, search: 'dfs' }, given),
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
        (session, given) => mcts(session, { ...puct, parallel: 1, simulations: 6 }, given),
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

describe('a favourite answer that was overturned', () => {
  const rollouts = { kind: 'rollouts', rollouts: 2, estimate: 'soft' } as const;
  /** Two traces end with 1 at once; all that goes on ends with 2. */
  const tree = `
    root
      end 1
      so 1
      a;
        b;
          end 2`;

  it.each<readonly [string, Start]>([
    ['beam search', (session, verifier) => beamSearch(session, { ...beam, expansion: 3 }, verifier)],
    ['tree of thoughts', (session, verifier) => treeOfThoughts(session, thoughts, verifier)],
    [
      'MCTS',
      (session, verifier) =>
        mcts(session, { ...puct, expansion: 3, parallel: 3, exploration: 8, simulations: 20 }, verifier),
    ],
  ])('%s scores its finished traces again before it chooses, drawing nothing', async (_, start) => {
    const { events, lines } = await search(tree, (session) =>
      start(session, createVerifier(rollouts, session)),
    );
    const names = nodeNames(events);
    const scored = eventsOf(events, 'node-scored').filter(({ node }) => names.get(node) === 'end 1');
    expect(scored.map(({ score }) => score)).toEqual([1, 0]);
    expect(scored.at(-1)?.why.kind).toBe('again');
    expect(lines.at(-1)).toBe('answer 2 by best-node at end 2');
    const again = events.findIndex((event) => event.type === 'node-scored' && event.why.kind === 'again');
    expect(events.slice(again).some(({ type }) => type === 'sequence-started' || type === 'token')).toBe(
      false,
    );
  });
});

it('orders scores with the missing ones last', () => {
  expect([null, 0, 0.5, null, 1].toSorted(bestFirst)).toEqual([1, 0.5, 0, null, null]);
});
