import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LogEntry, RunEvent } from './events.ts';
import { answerFor, logOf, tokensOf } from './testing/fixtures.ts';
import { fold } from './fold.ts';
import { LogError } from './log-error.ts';
import { emptyRun, sequenceOf } from './state.ts';

const log = logOf([
  '9 - 3 = 6 !Wait 4 * 6 = 24 </think> ( 9 - 3 ) * 4 <eos>',
  '2 * 12 = 24 </think> 2 * 12 <eos>',
  '1 Wait 2 Wait 3 </think> ( 9 - 3 ) * 4 <eos>',
]);

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}

describe('a whole run', () => {
  const state = fold(emptyRun, log);

  test('knows its traces, with what was thought and answered', () => {
    expect(state).toMatchObject({
      status: 'finished',
      cursor: log.length,
      elapsedMs: (log.length - 1) * 10,
      failure: null,
    });
    expect(
      state.sequences.map(({ label, end, waits, forcedWaits, thoughtTokens, answerTokens }) => ({
        label,
        end,
        waits,
        forcedWaits,
        thoughtTokens,
        answerTokens,
      })),
    ).toEqual([
      {
        label: { kind: 'trace', number: 1 },
        end: 'end-of-text',
        waits: 1,
        forcedWaits: 1,
        thoughtTokens: 11,
        answerTokens: 7,
      },
      {
        label: { kind: 'trace', number: 2 },
        end: 'end-of-text',
        waits: 0,
        forcedWaits: 0,
        thoughtTokens: 5,
        answerTokens: 3,
      },
      {
        label: { kind: 'trace', number: 3 },
        end: 'end-of-text',
        waits: 2,
        forcedWaits: 0,
        thoughtTokens: 5,
        answerTokens: 7,
      },
    ]);
    expect(state.tokens).toBe(log.filter(({ event }) => event.type === 'token').length);
    expect(sequenceOf(state, 1)?.answer?.text).toBe('2 * 12');
    expect(sequenceOf(state, 7)).toBeUndefined();
  });

  test('merges its votes', () => {
    expect(state.votes.map(({ key, votes, sequences }) => ({ key, votes, sequences }))).toEqual([
      { key: '( 9 - 3 ) * 4', votes: 2, sequences: [0, 2] },
      { key: '2 * 12', votes: 1, sequences: [1] },
    ]);
  });
});

test('how the log is cut into batches changes nothing, and no earlier state changes', () => {
  const whole = fold(emptyRun, log);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 80 }), (sizes) => {
      let [state, at] = [emptyRun, 0];
      for (const size of [...sizes, log.length]) {
        const next = fold(deepFreeze(state), log.slice(at, at + size));
        at = Math.min(log.length, at + size);
        expect(next.cursor).toBe(at);
        state = next;
      }
      expect(state).toEqual(whole);
    }),
  );
});

test('traces that a batch does not touch are shared, not copied', () => {
  const before = fold(emptyRun, log.slice(0, 10));
  const after = fold(before, log.slice(10, 11));
  expect(before.sequences.filter((sequence, index) => sequence === after.sequences[index])).toHaveLength(2);
  expect(fold(after, [])).toBe(after);
});

test('votes do not depend on the order in which they arrive', () => {
  const votes = log.filter(({ event }) => event.type === 'vote-cast');
  const start = fold(emptyRun, log.slice(0, 4));
  expect(fold(start, votes).votes).toEqual(fold(start, votes.toReversed()).votes);
});

test('a failed run keeps what it had, and says why', () => {
  const failure = { code: 'out-of-memory' } as const;
  const state = fold(emptyRun, [...log.slice(0, 12), { at: 500, event: { type: 'run-failed', failure } }]);
  expect(state).toMatchObject({ status: 'failed', failure, elapsedMs: 500 });
  expect(state.tokens).toBeGreaterThan(0);
});

describe('what cannot have happened is refused', () => {
  const start = log.slice(0, 4);
  const token: RunEvent = { type: 'token', sequence: 0, token: tokensOf('1')[0]! };
  const vote: RunEvent = { type: 'vote-cast', sequence: 0, answer: answerFor('1') };
  const chosen: RunEvent = { type: 'answer-chosen', answer: null, by: { rule: 'no-answer' } };
  const end: RunEvent = { type: 'sequence-ended', sequence: 0, reason: 'stop' };

  test.each<readonly [string, readonly LogEntry[], readonly RunEvent[]]>([
    ['a token before the start', [], [token]],
    ['a second start', start, [start[0]!.event]],
    ['a token of an unknown trace', start, [{ ...token, sequence: 9 }]],
    ['a token after the end of its trace', start, [end, token]],
    ['two ends', start, [end, end]],
    ['a trace that starts twice', start, [start[1]!.event]],
    ['two votes of one trace', start, [vote, vote]],
    ['a vote of an unknown trace', start, [{ ...vote, sequence: 9 }]],
    ['an answer of an unknown trace', start, [{ type: 'answer-extracted', sequence: 9, answer: null }]],
    ['two choices', start, [chosen, chosen]],
    ['anything after the end', start, [{ type: 'run-cancelled' }, token]],
  ])('%s', (_, before, events) => {
    const state = fold(emptyRun, before);
    expect(() =>
      fold(
        state,
        events.map((event) => ({ at: 0, event })),
      ),
    ).toThrow(LogError);
  });

  test('the error says which entry, for people', () => {
    const entries = [...start, { at: 0, event: { ...token, sequence: 9 } }];
    expect(() => fold(emptyRun, entries)).toThrow(
      expect.objectContaining({ entry: 4, fault: { kind: 'not-started', trace: 9 } }),
    );
  });
});
