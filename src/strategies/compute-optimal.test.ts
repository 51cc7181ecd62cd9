import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Script } from '#policy/testing/scripted-model.ts';
import { eventsOf, runPart, sessionOn, sums } from '#verifiers/testing/harness.ts';
import { computeOptimal, difficultyOf, easeThresholds, type ComputeOptimal } from './compute-optimal.ts';

const base: ComputeOptimal = {
  kind: 'compute-optimal',
  probe: 4,
  tokens: 100,
  verifier: { kind: 'process' },
};

async function run(
  completions: Script['completions'],
  value: (prefix: string) => number,
  params: Partial<ComputeOptimal> = {},
  settings: Parameters<typeof sessionOn>[1] = {},
) {
  const session = sessionOn(
    { completions, capabilities: { valueHead: true }, value },
    { problem: sums, ...settings },
  );
  const { events } = await runPart(computeOptimal(session, { ...base, ...params }));
  return {
    events,
    session,
    decided: eventsOf(events, 'decided')[0],
    chosen: eventsOf(events, 'answer-chosen'),
    spent: session.model.usage().decodedTokens,
  };
}

describe('compute-optimal', () => {
  it('takes the majority of the probe where the problem looks easy, and saves the rest', async () => {
    const { decided, chosen, spent } = await run(
      ['a </think> 434', 'a </think> 434', 'a </think> 434', 'a </think> 44'],
      () => 0.9,
    );
    expect(decided?.decision).toEqual({
      kind: 'difficulty',
      looks: 'easy',
      plan: 'easy',
      agreement: 0.75,
      mean: 0.9,
      judged: 4,
      of: 4,
      ease: 0.825,
      easyFrom: 0.75,
      hardBelow: 0.35,
      tokensLeft: 88,
    });
    expect(chosen).toMatchObject([{ answer: { display: '434' }, by: { rule: 'majority', votes: 3, of: 4 } }]);
    expect(spent).toBe(12);
  });

  it('spends the rest on a weighted vote where it looks middling, the probe among the voters', async () => {
    const { decided, events, chosen, spent } = await run(
      ['a </think> 1', 'a </think> 2', 'b </think> 2', 'a </think> 3'],
      (prefix) => (prefix.endsWith('1') ? 0.9 : 0.4),
    );
    expect(decided?.decision).toMatchObject({ looks: 'medium' });
    expect(spent).toBeGreaterThan(90);
    expect(spent).toBeLessThanOrEqual(100);
    const traces = eventsOf(events, 'sequence-started').length;
    expect(eventsOf(events, 'trace-scored')).toHaveLength(4 + traces);
    expect(
      eventsOf(events, 'sequence-started')
        .map(({ label }) => label)
        .slice(3, 5),
    ).toEqual([
      { kind: 'trace', number: 4 },
      { kind: 'trace', number: 5 },
    ]);
    // In every four traces 0.9 for 1 and twice 0.4 for 2.
    expect(chosen).toMatchObject([{ answer: { display: '1' }, by: { rule: 'weighted-vote' } }]);
  });

  it('searches with the verifier where it looks hard', async () => {
    const completions: Script['completions'] = ({ prefix, index, request }) =>
      request === 0
        ? `x </think> ${index}`
        : prefix.endsWith('good ;')
          ? '</think> 434'
          : index === 0
            ? 'good ;'
            : `bad${index} ;`;
    const { decided, chosen, events, spent } = await run(completions, (prefix) =>
      prefix.includes('good') ? 0.8 : 0.1,
    );
    expect(decided?.decision).toMatchObject({ looks: 'hard' });
    expect(eventsOf(events, 'node-created').length).toBeGreaterThan(4);
    expect(chosen).toMatchObject([{ answer: { display: '434' } }]);
    expect(spent).toBeLessThanOrEqual(100);
  });

  it('lets the ends of the search vote by their scores', async () => {
    const ends = ['</think> 1', 'x </think> 2', 'y </think> 2', '</think> 3'];
    const completions: Script['completions'] = ({ prefix, index, request }) =>
      request === 0
        ? `x </think> ${index}`
        : prefix.endsWith('good ;')
          ? ends[index]!
          : index === 0
            ? 'good ;'
            : `bad${index} ;`;
    const value = (prefix: string) =>
      !prefix.includes('good') ? 0.1 : prefix.endsWith('1') ? 0.9 : prefix.endsWith('2') ? 0.6 : 0.2;
    const { chosen } = await run(completions, value, { tokens: 200 });
    expect(chosen).toMatchObject([{ answer: { display: '2' }, by: { rule: 'weighted-vote' } }]);
  });

  it('falls back on the probe where the search finishes nothing', async () => {
    const completions: Script['completions'] = ({ index, request }) =>
      request === 0 ? `x </think> ${index}` : `on${index} and on ;`;
    const { chosen } = await run(completions, () => 0.1);
    expect(chosen).toMatchObject([{ answer: { display: '0' }, by: { rule: 'weighted-vote' } }]);
  });

  it('falls back on scores as they are by then, where the favourite answer of the probe was overturned', async () => {
    const completions: Script['completions'] = ({ index, request }) =>
      request === 0 ? `x </think> ${index + 1}` : 'and on ; </think> 3';
    const { events, decided, chosen } = await run(completions, () => 0, {
      verifier: { kind: 'rollouts', rollouts: 1, estimate: 'soft' },
    });
    expect(decided?.decision).toMatchObject({ looks: 'hard' });
    const scored = eventsOf(events, 'trace-scored').map(({ sequence, score, why }) => [
      sequence,
      score,
      why.kind === 'again',
    ]);
    expect(scored).toEqual([
      [0, 1, false],
      [1, 0, false],
      [2, 0, false],
      [3, 0, false],
      [0, 0, true],
      [2, 1, true],
    ]);
    expect(chosen).toMatchObject([
      { answer: { display: '3' }, by: { rule: 'weighted-vote', weight: 1, total: 1 } },
    ]);
  });

  it('takes the mean over the traces that were judged, and says how many those are', async () => {
    const { events, decided } = await run(
      ['a </think> 1', 'a </think> 2', 'a </think> 2', 'x '.repeat(80)],
      () => 0.6,
    );
    expect(
      eventsOf(events, 'trace-scored')
        .slice(0, 4)
        .map(({ score }) => score),
    ).toEqual([0.6, 0.6, 0.6, null]);
    expect(decided?.decision).toMatchObject({
      agreement: 0.5,
      mean: expect.closeTo(0.6, 12),
      judged: 3,
      of: 4,
      ease: expect.closeTo(0.55, 12),
    });
  });

  it('goes by agreement alone where the budget let nothing be judged, and then the answers vote', async () => {
    const { decided, chosen } = await run(
      ['a </think> 1', 'a </think> 2', 'a </think> 2', 'a </think> 3'],
      () => 0,
      { verifier: { kind: 'self-evaluation', evaluations: 8 } },
      { limit: 14 },
    );
    expect(decided?.decision).toMatchObject({
      agreement: 0.5,
      mean: null,
      judged: 0,
      of: 4,
      ease: 0.5,
    });
    expect(chosen).toMatchObject([{ answer: { display: '2' }, by: { rule: 'majority', votes: 2, of: 4 } }]);
  });

  it('votes on hard problems too where the verifier cannot guide a search', async () => {
    const { decided, chosen } = await run(['a </think> 1', 'a </think> 2', 'b </think> 3', 'a'], () => 0, {
      verifier: { kind: 'majority' },
    });
    expect(decided?.decision).toMatchObject({ looks: 'hard', plan: 'medium' });
    expect(chosen).toMatchObject([{ by: { rule: 'weighted-vote' } }]);
  });

  it('keeps to the smaller of its own tokens and the budget of the run, and charges both', async () => {
    const { spent, session } = await run(['a </think> 1', 'a </think> 2'], () => 0.5, {}, { limit: 40 });
    expect(spent).toBeLessThanOrEqual(40);
    expect(session.budget.spent).toBe(spent);
    const { chosen } = await run(['a </think> 1'], () => 0.5, {}, { limit: 3 });
    expect(chosen).toMatchObject([{ answer: null, by: { rule: 'no-answer' } }]);
  });

  it('does not ask a model that says nothing for ever', async () => {
    const { chosen, spent } = await run([''], () => 0.8);
    expect(spent).toBe(0);
    expect(chosen).toMatchObject([{ answer: null }]);
  });

  it('stops when cancelled', async () => {
    const abort = new AbortController();
    const session = sessionOn(
      { completions: ['a </think> 1', 'a </think> 2'], capabilities: { valueHead: true } },
      { problem: sums, signal: abort.signal },
    );
    await expect(
      runPart(computeOptimal(session, base), (event) => event.type === 'decided' && abort.abort()),
    ).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('bins by its stated thresholds', () => {
    expect([0, 0.349, easeThresholds.hard, 0.74, easeThresholds.easy, 1].map(difficultyOf)).toEqual([
      'hard',
      'hard',
      'medium',
      'medium',
      'easy',
      'easy',
    ]);
  });

  it('never spends more than its tokens, whatever the model and the verifier do', async () => {
    const text = fc
      .array(fc.constantFrom('a', ';', '</think>', '434', '44', 'Wait'), { maxLength: 15 })
      .map((words) => words.join(' '));
    const verifier = fc.constantFrom<ComputeOptimal['verifier']>(
      { kind: 'process' },
      { kind: 'rule' },
      { kind: 'rollouts', rollouts: 2, estimate: 'soft' },
      { kind: 'majority' },
      { kind: 'self-evaluation', evaluations: 1 },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { minLength: 1, maxLength: 5 }),
        verifier,
        fc.integer({ min: 2, max: 8 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(100, 300),
        async (texts, spec, probe, level, tokens) => {
          const { spent, chosen, session } = await run(texts, () => level, { verifier: spec, probe, tokens });
          expect(spent).toBeLessThanOrEqual(tokens);
          expect(session.budget.spent).toBe(spent);
          expect(chosen).toHaveLength(1);
        },
      ),
      { numRuns: 60 },
    );
  });
});
