import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { majority } from '#answers/majority.ts';
import type { Answer } from '#run/events.ts';
import { eventsOf, runPart, sessionOn, sums } from '#verifiers/testing/harness.ts';
import {
  adaptiveConsistency,
  isCertain,
  leadProbability,
  type AdaptiveConsistency,
} from './adaptive-consistency.ts';

const answer = (key: string): Answer => ({
  text: key,
  display: key,
  value: { kind: 'text', text: key },
  key,
  rule: 'whole-text',
});
const vote = (letters: string) =>
  majority(letters.split('').map((letter) => (letter === '-' ? null : answer(letter))));

async function run(
  answers: readonly (number | null)[],
  params: Partial<AdaptiveConsistency>,
  settings: Parameters<typeof sessionOn>[1] = {},
) {
  let drawn = 0;
  const session = sessionOn(
    {
      completions: () => {
        const next = answers[drawn++ % answers.length];
        return next === null ? 'no idea' : `so </think> ${next}`;
      },
    },
    { problem: sums, ...settings },
  );
  const { events } = await runPart(
    adaptiveConsistency(session, {
      kind: 'adaptive-consistency',
      samples: 8,
      batch: 2,
      effort: 'low',
      stop: 'certain',
      confidence: 0.95,
      ...params,
    }),
  );
  return {
    events,
    session,
    traces: eventsOf(events, 'sequence-ended').length,
    decided: eventsOf(events, 'decided'),
    chosen: eventsOf(events, 'answer-chosen'),
  };
}

describe('a certain vote', () => {
  it.each([
    ['aab', 1, true], // b could come level, but a came first
    ['aaab', 1, true],
    ['aab', 2, false],
    ['aaaa', 4, true], // an answer nobody gave yet could only come level
    ['aaaa', 5, false],
    ['', 1, false],
    ['--', 0, true],
  ] as const)('%s with %i to come: %s', (letters, remaining, certain) => {
    expect(isCertain(vote(letters), remaining)).toBe(certain);
  });

  it('is one that no outcome of the rest can change, and only then', () => {
    const rest = fc.integer({ min: 0, max: 3 });
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'c', '-'), { maxLength: 7 }),
        rest,
        (letters, remaining) => {
          const now = letters.join('');
          const outcomes = endings(remaining).map((end) => vote(now + end).winner?.key ?? null);
          const changes = outcomes.some((winner) => winner !== (vote(now).winner?.key ?? null));
          expect(isCertain(vote(now), remaining)).toBe(!changes);
        },
      ),
    );
  });
});

/** All ways in which `count` further traces can vote: an old answer, a new one, or not at all. */
function endings(count: number): readonly string[] {
  return count === 0
    ? ['']
    : endings(count - 1).flatMap((end) => ['a', 'b', 'c', 'd', '-'].map((letter) => letter + end));
}

describe('the probability of the lead', () => {
  it('is that of the Beta posterior of the two leading answers', () => {
    expect(leadProbability(vote(''))).toBeCloseTo(0.5, 12);
    expect(leadProbability(vote('aaa'))).toBeCloseTo(15 / 16, 12);
    expect(leadProbability(vote('aaab'))).toBeCloseTo(0.8125, 12); // P(Binomial(5, 1/2) <= 3)
    expect(leadProbability(vote('aabbc'))).toBeCloseTo(0.5, 12);
  });
});

describe('adaptive consistency', () => {
  it('stops as soon as the winner is certain, and says by what', async () => {
    const { traces, chosen, decided } = await run([434], {});
    expect(traces).toBe(4);
    expect(chosen).toMatchObject([
      { answer: { display: '434' }, by: { rule: 'decided-early', votes: 4, of: 4, limit: 8 } },
    ]);
    const spent = { kind: 'stop-sampling', limit: 8, second: 0, lead: null };
    expect(decided.map(({ decision }) => decision)).toMatchObject([
      { ...spent, stop: false },
      { ...spent, stop: true, traces: 4, first: 4 },
    ]);
  });

  it('stops when sure enough', async () => {
    const { traces, decided } = await run([434], { stop: 'confident', samples: 40, batch: 1 });
    expect(traces).toBe(4); // 1 - 1/2^5 = 0.969
    const { decision } = decided.at(-1)!;
    expect(decision).toMatchObject({ stop: true, lead: { wanted: 0.95 } });
    expect(decision.kind === 'stop-sampling' && decision.lead?.probability).toBeCloseTo(31 / 32, 12);
  });

  it('without any vote is not sure of anything', async () => {
    expect((await run([null], { stop: 'confident', confidence: 0.5 })).traces).toBe(8);
  });

  it('draws all where the vote stays open, and is then a plain majority', async () => {
    const { traces, chosen, events } = await run([1, 2, 3, 4, 5, 6, 7, 8], { batch: 3 });
    expect(traces).toBe(8);
    expect(chosen[0]!.by).toMatchObject({ rule: 'majority-tie-first', votes: 1, of: 8 });
    expect(eventsOf(events, 'sequence-started').map(({ label }) => label)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((number) => ({ kind: 'trace', number })),
    );
  });

  it('counts traces without an answer as drawn', async () => {
    const { traces, chosen } = await run([null], {});
    expect(traces).toBe(8);
    expect(chosen[0]!.by).toEqual({ rule: 'no-answer' });
  });

  it('chooses what it has when the budget ends in the middle', async () => {
    const { session, chosen, traces } = await run([1, 2, 2, 3], { samples: 30, batch: 1 }, { limit: 10 });
    expect(session.model.usage().decodedTokens).toBeLessThanOrEqual(10);
    expect(traces).toBe(4);
    expect(chosen[0]).toMatchObject({ answer: { display: '2' } });
  });

  it('stops when cancelled', async () => {
    const abort = new AbortController();
    const session = sessionOn({ completions: ['a </think> 1'] }, { problem: sums, signal: abort.signal });
    const part = adaptiveConsistency(session, {
      kind: 'adaptive-consistency',
      samples: 8,
      batch: 2,
      effort: 'low',
      stop: 'certain',
      confidence: 0.9,
    });
    await expect(runPart(part, (event) => event.type === 'token' && abort.abort())).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});
