import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Script } from '#policy/testing/scripted-model.ts';
import { eventsOf, runPart, sessionOn, sums, traceTextOf } from '#verifiers/testing/harness.ts';
import { revision, type Revision } from './revision.ts';

const base: Revision = {
  kind: 'revision',
  parallel: 2,
  rounds: 3,
  verifier: { kind: 'process' },
  aggregation: 'last',
};

async function run(
  script: Script,
  params: Partial<Revision> = {},
  settings: Parameters<typeof sessionOn>[1] = {},
) {
  const session = sessionOn(script, { problem: sums, ...settings });
  const { events } = await runPart(revision(session, { ...base, ...params }));
  return {
    events,
    session,
    labels: eventsOf(events, 'sequence-started').map(({ label }) => label),
    scored: eventsOf(events, 'trace-scored'),
    answers: eventsOf(events, 'answer-extracted').map(({ answer }) => answer?.display ?? null),
    chosen: eventsOf(events, 'answer-chosen')[0]!,
  };
}

describe('revision inside a thought', () => {
  const capabilities = { instructions: false, valueHead: true };
  /** Attempt k thinks `tk` and answers k; the first ends in its own "Wait", the others close. */
  const completions: Script['completions'] = ({ prefix }) => {
    const attempts = prefix.split(' ').filter((word) => /^t\d$/.test(word)).length;
    if (prefix.endsWith('</think>')) return `${attempts}`;
    return attempts === 0 ? 't1 ; Wait never read' : `t${attempts + 1} ; </think> never read`;
  };

  it('writes each attempt after the thought so far and a "Wait", and each has an answer of its own', async () => {
    const { events, labels, answers } = await run({ completions, capabilities });
    expect(labels).toEqual(
      [1, 2, 3].flatMap((attempt) => [1, 2].map((chain) => ({ kind: 'attempt', chain, attempt }))),
    );
    expect([0, 2, 4].map((sequence) => traceTextOf(events, sequence))).toEqual([
      't1 ; </think> 1',
      'Wait t2 ; </think> 2',
      'Wait t3 ; </think> 3',
    ]);
    expect(answers).toEqual(['1', '1', '2', '2', '3', '3']);
    const prompts = eventsOf(events, 'sequence-started').map(({ prompt }) =>
      prompt.map(({ text }) => text).join(' '),
    );
    expect(prompts[4]).toBe('arithmetic think high t1 ; Wait t2 ;');
  });

  it('says which tokens it put there', async () => {
    const { events } = await run({ completions, capabilities }, { parallel: 1 });
    const forced = eventsOf(events, 'token')
      .filter(({ token }) => token.forced)
      .map(({ sequence, token }) => `${sequence} ${token.text}`);
    // The first attempt said "Wait" itself, so that its thought had to be closed; the others closed theirs.
    expect(forced).toEqual(['0 </think>', '1 Wait', '2 Wait']);
  });

  it('takes the best attempt of any chain and round, the first of equals, by the scores of its own steps', async () => {
    const value = (prefix: string) =>
      prefix.endsWith('t2 ;') ? 0.9 : prefix.endsWith('</think> 2') ? 0.8 : 0.3;
    const { chosen, scored } = await run({ completions, capabilities, value }, { aggregation: 'min' });
    expect(scored.map(({ steps }) => steps)).toEqual([
      [0.3, 0.3],
      [0.3, 0.3],
      [0.9, 0.8],
      [0.9, 0.8],
      [0.3, 0.3],
      [0.3, 0.3],
    ]);
    expect(chosen).toMatchObject({
      answer: { display: '2' },
      by: { rule: 'best-score', score: 0.8, sequence: 2 },
    });
  });

  it('one attempt in one chain is one trace', async () => {
    const { events, chosen } = await run({ completions, capabilities }, { parallel: 1, rounds: 1 });
    expect(eventsOf(events, 'sequence-started')).toHaveLength(1);
    expect(chosen).toMatchObject({ answer: { display: '1' } });
  });

  it('a model that never ends an attempt is cut, answers, and is asked again until the context is full', async () => {
    const endless: Script['completions'] = ({ prefix }) =>
      prefix.endsWith('</think>') ? '7' : 'x '.repeat(100);
    const { events, labels } = await run(
      { completions: endless, capabilities, context: 80 },
      { parallel: 1, rounds: 8 },
      { maxTokens: 20 },
    );
    expect(labels.length).toBeGreaterThan(1);
    expect(labels.length).toBeLessThan(8);
    expect(eventsOf(events, 'sequence-ended')).toHaveLength(labels.length);
    expect(eventsOf(events, 'answer-chosen')).toMatchObject([{ answer: { display: '7' } }]);
  });

  it('a model that says nothing has no answer', async () => {
    const { chosen, answers } = await run({ completions: [''], capabilities });
    expect(answers).toEqual([null, null, null, null, null, null]);
    expect(chosen).toMatchObject({ answer: null, by: { rule: 'no-answer' } });
  });

  it('takes no guess from an answer that was cut off', async () => {
    const { answers, chosen } = await run(
      {
        completions: ({ prefix }) => (prefix.endsWith('</think>') ? 'maybe the answer is 7 or so' : 't1'),
        capabilities,
      },
      { rounds: 1 },
      { maxTokens: 5 },
    );
    expect(answers).toEqual([null, null]);
    expect(chosen).toMatchObject({ answer: null, by: { rule: 'no-answer' } });
  });

  it('never exceeds its budget, ends every sequence, and has one answer for each', async () => {
    const words = fc.array(fc.constantFrom('a', ';', 'Wait', '</think>', '7', '<eos>'), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(words, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 3 }),
        fc.constantFrom(0, 1, 20, 70, 150),
        async (texts, parallel, rounds, limit) => {
          const { events, session, scored } = await run(
            {
              completions: ({ request, index }) => texts[(request + index) % texts.length]!.join(' '),
              capabilities,
            },
            { parallel, rounds },
            { limit, maxTokens: 6 },
          );
          const started = eventsOf(events, 'sequence-started').length;
          expect(eventsOf(events, 'sequence-ended')).toHaveLength(started);
          expect(eventsOf(events, 'answer-extracted')).toHaveLength(started);
          expect(scored).toHaveLength(started);
          expect(session.budget.spent).toBe(session.model.usage().decodedTokens);
          if (limit > 0) expect(session.budget.spent).toBeLessThanOrEqual(limit);
        },
      ),
    );
  });
});

describe('revision in words', () => {
  const capabilities = { instructions: true, valueHead: true };
  const completions: Script['completions'] = ({ prefix }) =>
    `The answer is ${(prefix.match(/\bAttempt\b/g) ?? ['']).length}`;

  it('shows a chain its earlier attempts, the last four of them, and asks for a better one', async () => {
    const { session, labels } = await run({ completions, capabilities }, { parallel: 1, rounds: 6 });
    const prompts = (session.model as unknown as { readonly prompts: readonly string[] }).prompts;
    expect(labels).toHaveLength(6);
    expect(prompts[0]).toBe('arithmetic think low');
    expect(prompts[1]).toContain('Problem: 47 × 6 + 38 × 4 = ? Attempt 1: The answer is 1');
    expect(prompts[1]).toContain('find what is wrong');
    expect(prompts.slice(1).map((prompt) => prompt.match(/Attempt \d+:/g)!.length)).toEqual([2, 3, 4, 5, 5]);
  });

  it('takes no guess from an attempt that was cut off', async () => {
    const { answers, chosen } = await run(
      { completions: ['ok so maybe the answer is 6 or not'], capabilities },
      { rounds: 1 },
      { maxTokens: 7 },
    );
    expect(answers).toEqual([null, null]);
    expect(chosen).toMatchObject({ answer: null, by: { rule: 'no-answer' } });
  });

  it('stops a chain whose prompt no longer fits', async () => {
    const { labels, chosen } = await run(
      { completions, capabilities, context: 30 },
      { parallel: 1, rounds: 4 },
    );
    expect(labels).toEqual([{ kind: 'attempt', chain: 1, attempt: 1 }]);
    expect(chosen).toMatchObject({ answer: { display: '1' } });
  });

  it('keeps what it has when the budget ends, and stops when cancelled', async () => {
    const { session, chosen } = await run({ completions, capabilities }, {}, { limit: 18 });
    expect(session.model.usage().decodedTokens).toBeLessThanOrEqual(18);
    expect(chosen.answer).not.toBeNull();
    const abort = new AbortController();
    const other = sessionOn({ completions, capabilities }, { problem: sums, signal: abort.signal });
    await expect(
      runPart(revision(other, base), (event) => event.type === 'sequence-ended' && abort.abort()),
    ).rejects.toMatchObject({ name: 'AbortError' });
  });
});
