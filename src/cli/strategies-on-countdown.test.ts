import { scoreReasonText } from '#words/reasons.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import type { VerifierSpec } from '#experiment/verifier.ts';
import type { LanguageModel } from '#policy/language-model.ts';
import type { Session } from '#policy/session/session.ts';
import { adaptiveConsistency } from '#strategies/adaptive-consistency.ts';
import { bestOfN } from '#strategies/best-of-n.ts';
import { budgetForcing } from '#strategies/budget-forcing.ts';
import { chainOfThought } from '#strategies/chain-of-thought.ts';
import { computeOptimal } from '#strategies/compute-optimal.ts';
import { revision } from '#strategies/revision.ts';
import { stepVerification } from '#strategies/step-verification.ts';
import type { StrategyRun } from '#strategies/strategy.ts';
import { eventsOf, game, runPart, sessionOn, traceTextOf } from '#verifiers/testing/harness.ts';
import { openForCli } from './open.ts';
import type { RunEvent } from '#run/events.ts';

/** Strategies and verifiers on the real model that ships. Its weights get better: what is asserted is how they behave. */

let model: LanguageModel;
beforeAll(async () => {
  model = await openForCli('countdown');
});

const on = (settings: Parameters<typeof sessionOn>[1] = {}): Session =>
  sessionOn(
    { completions: [] },
    { model, problem: game, temperature: 0.8, maxTokens: 200, seed: 7, ...settings },
  );
const process: VerifierSpec = { kind: 'process' };

const strategies: Record<string, (session: Session) => StrategyRun> = {
  'best-of-N, process': (session) =>
    bestOfN(session, {
      kind: 'best-of-n',
      samples: 6,
      effort: 'low',
      verifier: process,
      aggregation: 'min',
      choose: 'best',
    }),
  'best-of-N, outcome, weighted': (session) =>
    bestOfN(session, {
      kind: 'best-of-n',
      samples: 6,
      effort: 'high',
      verifier: { kind: 'outcome' },
      aggregation: 'last',
      choose: 'weighted-vote',
    }),
  'best-of-N, rollouts': (session) =>
    bestOfN(session, {
      kind: 'best-of-n',
      samples: 2,
      effort: 'low',
      verifier: { kind: 'rollouts', rollouts: 3, estimate: 'soft' },
      aggregation: 'mean',
      choose: 'best',
    }),
  'adaptive consistency': (session) =>
    adaptiveConsistency(session, {
      kind: 'adaptive-consistency',
      samples: 8,
      batch: 3,
      effort: 'low',
      stop: 'confident',
      confidence: 0.9,
    }),
  'budget forcing': (session) =>
    budgetForcing(session, {
      kind: 'budget-forcing',
      effort: 'low',
      waits: 2,
      word: 'Wait',
      thinkingTokens: 120,
    }),
  revision: (session) =>
    revision(session, { kind: 'revision', parallel: 2, rounds: 3, verifier: process, aggregation: 'last' }),
  'step verification': (session) =>
    stepVerification(session, {
      kind: 'step-verification',
      threshold: 0.3,
      retries: 16,
      maxSteps: 6,
      verifier: process,
    }),
  'compute-optimal': (session) =>
    computeOptimal(session, { kind: 'compute-optimal', probe: 4, tokens: 600, verifier: process }),
};

/** Sequences that run side by side interleave as it comes; each by itself, and every decision, is the same each time. */
function untangled(events: readonly RunEvent[]): readonly RunEvent[] {
  const place = (event: RunEvent) =>
    event.type === 'token' ||
    event.type === 'sequence-ended' ||
    event.type === 'answer-extracted' ||
    event.type === 'vote-cast'
      ? event.sequence
      : -1;
  return events.toSorted((a, b) => place(a) - place(b));
}

describe.each(Object.entries(strategies))('%s', (_, start) => {
  it('ends in one choice, and the same seed gives the same run', async () => {
    const [first, second] = [await runPart(start(on())), await runPart(start(on()))];
    expect(eventsOf(first.events, 'answer-chosen')).toEqual([first.events.at(-1)]);
    expect(untangled(second.events)).toEqual(untangled(first.events));
    for (const { score, why } of [
      ...eventsOf(first.events, 'trace-scored'),
      ...eventsOf(first.events, 'node-scored'),
    ]) {
      if (score === null) expect(scoreReasonText(why)).toContain('not judged');
      else expect(score >= 0 && score <= 1).toBe(true);
    }
  });

  it.each([1, 30, 150])('draws no more than a budget of %i tokens', async (limit) => {
    const before = model.usage().decodedTokens;
    const session = on({ limit });
    await runPart(start(session));
    expect(model.usage().decodedTokens - before).toBeLessThanOrEqual(limit);
    expect(model.usage().decodedTokens - before).toBe(session.budget.spent);
  });
});

describe('budget forcing on a real model', () => {
  it('without waits draws what chain of thought draws, also at random', async () => {
    for (const seed of [1, 2, 3]) {
      const forced = await runPart(
        budgetForcing(on({ seed }), {
          kind: 'budget-forcing',
          effort: 'low',
          waits: 0,
          word: 'Wait',
          thinkingTokens: 200,
        }),
      );
      const plain = await runPart(chainOfThought(on({ seed }), { effort: 'low' }));
      expect(forced.events.filter(({ type }) => type !== 'interim-answer')).toEqual(plain.events);
    }
  });

  it('makes the thinking longer by as many waits, and records an answer after each', async () => {
    const { events } = await runPart(strategies['budget forcing']!(on()));
    const rounds = eventsOf(events, 'wait-forced').length;
    expect(rounds).toBeGreaterThan(0);
    expect(eventsOf(events, 'interim-answer').map(({ round }) => round)).toEqual(
      Array.from({ length: rounds + 1 }, (_, round) => round),
    );
    // The model may write a "Wait" of its own as well.
    expect(
      eventsOf(events, 'token').filter(({ token }) => token.forced && token.role === 'wait'),
    ).toHaveLength(rounds);
    expect(traceTextOf(events, 0).match(/<\/think>/g)).toHaveLength(1);
  });

  it('says in words which word the model cannot spell', async () => {
    const run = runPart(
      budgetForcing(on(), {
        kind: 'budget-forcing',
        effort: 'low',
        waits: 1,
        word: 'Hmm',
        thinkingTokens: 60,
      }),
    );
    await expect(run).rejects.toMatchObject({
      code: 'unknown-token',
      failure: { why: { kind: 'word', text: 'Hmm' } },
    });
  });
});

describe('revision on a real model', () => {
  it('gives every chain its attempts, the later ones begun with a forced "Wait"', async () => {
    const { events } = await runPart(strategies.revision!(on()));
    const started = eventsOf(events, 'sequence-started');
    const first = (sequence: number) =>
      eventsOf(events, 'token').find((event) => event.sequence === sequence)!.token;
    expect(started.length).toBeGreaterThan(2);
    for (const { sequence, label } of started)
      expect(first(sequence).forced && first(sequence).role === 'wait').toBe(
        !(label.kind === 'attempt' && label.attempt === 1),
      );
    expect(eventsOf(events, 'trace-scored')).toHaveLength(started.length);
  });
});
