import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { heldOutCountdown } from '#experiment/held-out/countdown.ts';
import type { LanguageModel } from '#policy/language-model.ts';
import { TokenBudget } from '#policy/session/budget.ts';
import { Numbers } from '#policy/session/numbers.ts';
import type { Session } from '#policy/session/session.ts';
import { processVerifier } from '#verifiers/process.ts';
import { beamSearch } from '#strategies/beam-search.ts';
import { mcts } from '#strategies/mcts/mcts.ts';
import { rStar } from '#strategies/rstar/rstar.ts';
import type { StrategyRun } from '#strategies/strategy.ts';
import { replay } from '#strategies/testing/replay.ts';
import { treeOfThoughts } from '#strategies/tree-of-thoughts/tree-of-thoughts.ts';
import { openForCli } from './open.ts';
import type { RunEvent } from '#run/events.ts';

const verifier = { kind: 'process' } as const;
const searches: Readonly<Record<string, (session: Session) => StrategyRun>> = {
  'MCTS, 30 simulations': (session) =>
    mcts(
      session,
      {
        kind: 'mcts',
        simulations: 30,
        exploration: 1.5,
        prior: 'sum',
        expansion: 6,
        evaluation: 'value',
        parallel: 4,
        widening: 1,
        readout: 'best-terminal',
        maxSteps: 6,
        verifier,
      },
      processVerifier(session),
    ),
  'tree of thoughts': (session) =>
    treeOfThoughts(
      session,
      {
        kind: 'tree-of-thoughts',
        search: 'bfs',
        generate: 'sample',
        thoughts: 6,
        breadth: 4,
        threshold: 0,
        maxVisits: 20,
        evaluate: 'value',
        maxSteps: 6,
        verifier,
        choose: 'weighted-vote',
      },
      processVerifier(session),
    ),
  'beam search': (session) =>
    beamSearch(
      session,
      {
        kind: 'beam-search',
        variant: 'beam',
        width: 3,
        expansion: 3,
        lookahead: 1,
        maxSteps: 6,
        aggregation: 'last',
        choose: 'best',
        verifier,
      },
      processVerifier(session),
    ),
  rStar: (session) =>
    rStar(session, {
      kind: 'rstar',
      rollouts: 3,
      exploration: 2,
      steps: 3,
      lastVotes: 10,
      maskFrom: 0.2,
      maskTo: 0.8,
      checks: 1,
      confirm: 'half',
      maxSteps: 6,
    }),
};

/** What has to be the same again: all but the order in which sequences side by side wrote their tokens. */
function told(events: readonly RunEvent[]): unknown {
  const tokens = new Map<number, unknown[]>();
  for (const event of events)
    if (event.type === 'token')
      tokens.set(event.sequence, [...(tokens.get(event.sequence) ?? []), event.token]);
  const rest = events.filter(({ type }) => type !== 'token' && type !== 'sequence-ended');
  return { rest, tokens: [...tokens].toSorted(([a], [b]) => a - b) };
}

describe('on the embedded model', () => {
  let model: LanguageModel;
  beforeAll(async () => {
    model = await openForCli('countdown');
  });
  afterAll(() => model.close());

  async function run(
    start: (session: Session) => StrategyRun,
    problem: number,
    budget = 0,
  ): Promise<readonly RunEvent[]> {
    const session: Session = {
      problem: heldOutCountdown()[problem]!.problem,
      model,
      sampling: { temperature: 0.8, topK: 0, topP: 1, minP: 0, maxTokens: 80 },
      signal: new AbortController().signal,
      budget: new TokenBudget(budget),
      numbers: new Numbers(problem),
    };
    const events: RunEvent[] = [];
    for await (const event of start(session)) events.push(event);
    if (budget > 0) expect(session.budget.spent).toBeLessThanOrEqual(budget);
    return events;
  }

  test.each(Object.entries(searches))(
    '%s grows a tree and chooses one of its answers, the same again with the same seed',
    async (_, start) => {
      for (const problem of [0, 7]) {
        const events = await run(start, problem);
        const nodes = replay(events);
        expect(nodes.size).toBeGreaterThan(5);
        const choice = events.at(-1)!;
        expect(choice.type).toBe('answer-chosen');
        if (choice.type !== 'answer-chosen') continue;
        expect(choice.answer).not.toBeNull();
        if ('node' in choice.by) expect(nodes.get(choice.by.node)!.end).toBe('terminal');
        else expect(choice.by.rule).toBe('weighted-vote');
        const found = events.flatMap((event) =>
          event.type === 'answer-extracted' && event.answer ? [event.answer.key] : [],
        );
        expect(found).toContain(choice.answer!.key);
        expect(told(await run(start, problem))).toEqual(told(events));
      }
    },
  );

  test.each(Object.entries(searches))('%s keeps to a budget of 150 tokens', async (_, start) => {
    const events = await run(start, 3, 150);
    expect(events.at(-1)!.type).toBe('answer-chosen');
  });
});
