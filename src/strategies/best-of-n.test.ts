import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '#run/events.ts';
import { eventsOf, game, runPart, sessionOn, sums } from '#verifiers/testing/harness.ts';
import { bestOfN, type BestOfN } from './best-of-n.ts';
import { chooseBest, chooseByWeight } from '#answers/choose.ts';
import type { ScoredCandidate } from './shared/score-traces.ts';

const base: BestOfN = {
  kind: 'best-of-n',
  samples: 4,
  effort: 'low',
  verifier: { kind: 'process' },
  aggregation: 'last',
  choose: 'best',
};
/** The value head says the number after the last `v` of a prefix. */
const value = (prefix: string) => Number(/.*\bv(\d\S*)/.exec(prefix)?.[1] ?? 0);

async function run(
  completions: readonly string[],
  params: Partial<BestOfN> = {},
  settings: Parameters<typeof sessionOn>[1] = {},
) {
  const session = sessionOn(
    { completions, capabilities: { valueHead: true }, value },
    { problem: sums, ...settings },
  );
  const { events } = await runPart(bestOfN(session, { ...base, samples: completions.length, ...params }));
  return {
    events,
    session,
    chosen: eventsOf(events, 'answer-chosen')[0]!,
    scored: eventsOf(events, 'trace-scored'),
  };
}

describe('best-of-N', () => {
  const traces = [
    'a v0.2 ; b v0.9 </think> 1',
    'a v0.7 ; b v0.8 </think> 2',
    'a v0.6 ; b v0.6 </think> 3',
    'a v0.5 ; b v0.7 </think> 3',
  ];

  it.each([
    ['last', '1', 0.9],
    ['min', '2', 0.7],
    ['prod', '2', 0.56],
    ['mean', '2', 0.75],
  ] as const)('by %s chooses %s', async (aggregation, display, score) => {
    const { chosen, scored } = await run(traces, { aggregation });
    expect(chosen).toMatchObject({
      answer: { display },
      by: { rule: 'best-score', sequence: Number(display) - 1 },
    });
    expect(chosen.by.rule === 'best-score' && chosen.by.score).toBeCloseTo(score, 12);
    expect(scored.map(({ steps }) => steps)).toEqual([
      [0.2, 0.9],
      [0.7, 0.8],
      [0.6, 0.6],
      [0.5, 0.7],
    ]);
  });

  it('by weighted vote chooses the answer whose scores sum to the most', async () => {
    const { chosen } = await run(traces, { choose: 'weighted-vote' });
    expect(chosen).toMatchObject({ answer: { display: '3' }, by: { rule: 'weighted-vote' } });
    expect(chosen.by.rule === 'weighted-vote' && [chosen.by.weight, chosen.by.total]).toEqual([
      expect.closeTo(1.3, 10),
      expect.closeTo(3, 10),
    ]);
  });

  it('by product chooses the better of traces so long that their products are too small for a number', async () => {
    const long = (score: string, answer: number) =>
      `${`a v${score} ; `.repeat(39)}b v${score} </think> ${answer}`;
    const longTraces = [long('1e-10', 1), long('1e-9', 2), long('1e-10', 1)];
    for (const choose of ['best', 'weighted-vote'] as const) {
      const { chosen, scored } = await run(longTraces, { aggregation: 'prod', choose }, { maxTokens: 200 });
      expect(scored.map(({ score }) => score)).toEqual([0, 0, 0]);
      expect(chosen).toMatchObject({ answer: { display: '2' } });
    }
  });

  it('takes the lowest-numbered trace of equals', async () => {
    for (const choose of ['best', 'weighted-vote'] as const) {
      expect(
        (await run(['a v0.5 </think> 7', 'v0.5 </think> 8', 'b v0.5 </think> 9'], { choose })).chosen,
      ).toMatchObject({ answer: { display: '7' } });
      expect((await run(['a v0 </think> 7', 'v0 </think> 8'], { choose })).chosen).toMatchObject({
        answer: { display: '7' },
      });
    }
  });

  it('lets no trace without an answer win, whatever its score', async () => {
    expect((await run(['a v0.9 </think> none', 'b v0.1 </think> 5'])).chosen).toMatchObject({
      answer: { display: '5' },
    });
    expect((await run(['a v0.9', ''])).chosen).toEqual({
      type: 'answer-chosen',
      answer: null,
      by: { rule: 'no-answer' },
    });
  });

  it('with the rule verifier takes the trace that is right by rule', async () => {
    const bad = '10 - 4 = 6 [ 9 13 6 ] 13 + 9 = 22 [ 6 22 ] 22 + 6 = 28 </think> 10 - 4 + 13 + 9';
    const good = '10 - 4 = 6 [ 9 13 6 ] 13 - 9 = 4 [ 6 4 ] 6 * 4 = 24 </think> (10 - 4) * (13 - 9)';
    const session = sessionOn({ completions: [bad, bad, good], stepEnds: [']'] }, { problem: game });
    const { events } = await runPart(
      bestOfN(session, { ...base, samples: 3, verifier: { kind: 'rule' }, aggregation: 'min' }),
    );
    expect(eventsOf(events, 'answer-chosen')).toMatchObject([
      { by: { rule: 'best-score', score: 1, sequence: 2 } },
    ]);
  });

  it('with the majority as verifier is self-consistency', async () => {
    const { chosen } = await run(['</think> 1', '</think> 2', '</think> 2', 'none'], {
      verifier: { kind: 'majority' },
    });
    expect(chosen).toMatchObject({
      answer: { display: '2' },
      by: { rule: 'best-score', score: 0.5, sequence: 1 },
    });
  });

  it('cuts all traces alike where the budget runs out, and never spends more', async () => {
    const { events, session } = await run(
      ['a b c d e v0.9 </think> 1', 'a v0.1 </think> 2'],
      {},
      { limit: 9 },
    );
    expect(session.model.usage().decodedTokens).toBeLessThanOrEqual(9);
    expect(eventsOf(events, 'sequence-ended').map(({ reason }) => reason)).toEqual(['length', 'end-of-text']);
    expect(eventsOf(events, 'answer-chosen')).toMatchObject([{ answer: { display: '2' } }]);
  });

  it('without a token has no answer', async () => {
    const { chosen, events } = await run(['a </think> 1', 'b </think> 2'], {}, { limit: 1 });
    expect(events).toHaveLength(1);
    expect(chosen).toMatchObject({ answer: null, by: { rule: 'no-answer' } });
  });

  it('stops when cancelled', async () => {
    const abort = new AbortController();
    const session = sessionOn(
      { completions: ['a b </think> 1'], capabilities: { valueHead: true } },
      { problem: sums, signal: abort.signal },
    );
    await expect(
      runPart(bestOfN(session, base), (event) => event.type === 'token' && abort.abort()),
    ).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('the choice', () => {
  const scored = fc
    .array(
      fc.record({ key: fc.constantFrom('a', 'b', 'c', null), score: fc.constantFrom(0, 0.25, 0.5, 1) }),
      { maxLength: 10 },
    )
    .map((rows) =>
      rows.map(({ key, score }, sequence): ScoredCandidate => {
        const answer: Answer | null =
          key === null
            ? null
            : { text: key, display: key, value: { kind: 'text', text: key }, key, rule: 'whole-text' };
        return { sequence, score, answer, trace: { prompt: [], steps: [], finished: true, answer } };
      }),
    );

  it('does not depend on the order in which the traces come', () => {
    fc.assert(
      fc.property(scored, (candidates) => {
        const shuffled = candidates.toReversed();
        expect(chooseBest(shuffled)).toEqual(chooseBest(candidates));
        expect(chooseByWeight(shuffled)).toEqual(chooseByWeight(candidates));
      }),
    );
  });

  it('weighs no answer more than all together, and the best no less than any', () => {
    fc.assert(
      fc.property(scored, (candidates) => {
        const { by } = chooseByWeight(candidates);
        if (by.rule === 'weighted-vote') expect(by.weight).toBeLessThanOrEqual(by.total);
        const best = chooseBest(candidates);
        if (best.by.rule === 'best-score')
          expect(best.by.score).toBe(
            Math.max(...candidates.filter(({ answer }) => answer).map(({ score }) => score ?? 0)),
          );
        else expect(candidates.every(({ answer }) => answer === null)).toBe(true);
      }),
    );
  });
});
