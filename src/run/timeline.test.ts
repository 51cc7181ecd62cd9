import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultExperiment } from '#experiment/defaults.ts';
import { anyLog } from './arbitrary.ts';
import type { LogEntry, RunEvent } from './events.ts';
import { answerOf, logOf, tokensOf } from './fixtures.ts';
import { fold } from './fold.ts';
import { binMarks, marksOf } from './marks.ts';
import { emptyRun } from './state.ts';
import { stateAt, stepSentence } from './timeline.ts';

/** 64 traces of 320 tokens: about 20,000 entries. */
const long = logOf(
  Array.from({ length: 64 }, (_, trace) => `${'7 + 8 = 15 Wait 3 '.repeat(45)}</think> ${trace % 5} <eos>`),
);

describe('time travel', () => {
  test('any cursor, in any order, gives the fold of what came before it', () => {
    fc.assert(
      fc.property(anyLog, fc.array(fc.integer({ min: -2, max: 90 }), { maxLength: 12 }), (log, cursors) => {
        for (const cursor of cursors)
          expect(stateAt(log, cursor)).toEqual(fold(emptyRun, log.slice(0, Math.max(0, cursor))));
      }),
    );
  });

  test('the same across checkpoints of a long log', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(long.length), { minLength: 2, maxLength: 6 }), (cursors) => {
        for (const cursor of cursors) {
          const state = stateAt(long, cursor);
          expect(state.cursor).toBe(cursor);
          expect(state).toEqual(fold(emptyRun, long.slice(0, cursor)));
        }
      }),
      { numRuns: 10 },
    );
  });

  test('a log may grow in place', () => {
    const log: LogEntry[] = [];
    for (const entry of long.slice(0, 700)) {
      log.push(entry);
      expect(stateAt(log, Infinity).cursor).toBe(log.length);
    }
    expect(stateAt(log, 300)).toEqual(fold(emptyRun, long.slice(0, 300)));
  });

  test('dragging through 20,000 entries looks at no more than 256 of them a move', () => {
    expect(long.length).toBeGreaterThan(20_000);
    let looks = 0;
    const watched = long.map((entry): LogEntry => ({
      ...entry,
      get event() {
        looks += 1;
        return entry.event;
      },
    }));
    stateAt(watched, watched.length);
    const looksAtEach = looks / watched.length;
    for (let move = 0; move < 400; move++) {
      looks = 0;
      stateAt(watched, (move * 7919) % watched.length);
      expect(looks).toBeLessThanOrEqual(256 * looksAtEach);
    }
  });
});

describe('marks', () => {
  const log = logOf(['1 Wait 2 </think> 3 <eos>', '4 </think> 3 <eos>']);

  test('stand where the thing has just happened', () => {
    for (const { kind, cursor } of marksOf(log)) {
      const event = log[cursor - 1]!.event;
      expect(event.type === 'token' ? 'wait' : event.type.replace('vote-cast', 'vote')).toBe(kind);
    }
    expect(
      marksOf(log)
        .map(({ kind }) => kind)
        .toSorted(),
    ).toEqual(['answer-chosen', 'sequence-ended', 'sequence-ended', 'vote', 'vote', 'wait']);
  });

  test('those of a growing log can be added to', () => {
    expect([...marksOf(log.slice(0, 9)), ...marksOf(log, 9)]).toEqual(marksOf(log));
  });

  test('many are binned: none is lost, and there are never more than fit', () => {
    const marks = marksOf(long);
    const bins = binMarks(marks, long.length, 200);
    expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(marks.length);
    expect(bins.length).toBeLessThanOrEqual(200 * 4);
    for (const { cursor, last } of bins) expect(last - cursor).toBeLessThanOrEqual(long.length / 200);
    expect(binMarks(marksOf(log), log.length, 200)).toEqual(
      marksOf(log).map((mark) => ({ ...mark, last: mark.cursor, count: 1 })),
    );
  });
});

describe('what a step did, in words', () => {
  const log = logOf([
    '9 !Wait 2 </think> 24 <eos>',
    'Wait 5 </think> 7 <eos>',
    '1 </think> 24 <eos>',
    '1 </think>',
  ]);
  const sentences = log.map((_, index) => stepSentence(log, index + 1));

  test.each([
    'Countdown was asked: Make 24 from 4, 9, 10, 13',
    'Trace 1 started from a prompt of 6 tokens',
    'Trace 1 wrote “9” (63 % likely)',
    '“Wait” was put into Trace 1',
    'Trace 2 wrote “Wait” (63 % likely): it thinks again',
    'Trace 3 closed its thinking (63 % likely)',
    'Trace 3 came to its end',
    'Trace 3 answered 24',
    'Trace 4 gave no answer',
    'Trace 3 voted for 24, the first vote of all',
    'Trace 2 voted for 7, which nobody had before',
    'Trace 1 voted for 24: its vote makes 2 : 1',
    'No trace gave an answer, so there is none',
    'The run finished',
  ])('%s', (sentence) => {
    expect(sentences).toContain(sentence);
  });

  test.each<readonly [RunEvent, string]>([
    [
      { type: 'answer-graded', sequence: 0, grade: { outcome: 'wrong', reason: 'makes 15, not 24' } },
      'The answer of Trace 1 is wrong: it makes 15, not 24',
    ],
    [
      { type: 'sequence-ended', sequence: 0, reason: 'length' },
      'Trace 1 was cut off: it had written as many tokens as it may',
    ],
    [
      { type: 'answer-chosen', answer: answerOf('24'), by: { rule: 'majority', votes: 5, of: 8 } },
      'The answer is 24, with 5 of 8 votes',
    ],
    [
      {
        type: 'answer-chosen',
        answer: answerOf('24'),
        by: { rule: 'majority-tie-first', votes: 3, of: 8, tied: ['24', '25'] },
      },
      'The answer is 24: 2 answers have 3 votes each, and its first came from the lowest-numbered trace',
    ],
    [
      { type: 'run-finished', grade: { outcome: 'right', reason: 'is the exact result' } },
      'The run finished; its answer is right: it is the exact result',
    ],
    [
      { type: 'run-failed', failure: { code: 'x', message: 'No memory.', advice: '' } },
      'The run failed: No memory.',
    ],
    [
      {
        type: 'usage',
        usage: { prefilledTokens: 1000, cachedTokens: 204, decodedTokens: 1, forwards: 2, modelSeconds: 0 },
      },
      'Spent so far: 1 token written, 1,204 prompt tokens (204 from the cache), 2 calls of the model',
    ],
  ])('%j', (event, sentence) => {
    const grown = [...log.slice(0, 6), { at: 99, event }];
    expect(stepSentence(grown, 7)).toBe(sentence);
  });

  test('a digit is read with the number it belongs to', () => {
    const digits = logOf(['2 ~8 ~4']);
    expect(stepSentence(digits, 5)).toBe('Trace 1 wrote the digit 4 (63 % likely), which makes 482');
    const branch = logOf(['~3 ;'], { ...defaultExperiment('arithmetic'), start: { text: '300 - 18 = 28' } });
    expect(stepSentence(branch, 3)).toBe('Trace 1 wrote the digit 3 (63 % likely), which makes 328');
  });

  test('a trace without a number is called the trace', () => {
    const [start] = log;
    const prompt = tokensOf('24');
    const one: readonly LogEntry[] = [
      start!,
      { at: 0, event: { type: 'sequence-started', sequence: 0, label: 'Trace', prompt } },
    ];
    expect(stepSentence(one, 2)).toBe('The trace started from a prompt of 1 token');
    expect(stepSentence(one, 0)).toBe('Before the start of the run');
  });

  test('every step of every run has a sentence', () => {
    fc.assert(
      fc.property(anyLog, (any) => {
        for (let cursor = 0; cursor <= any.length; cursor++)
          expect(stepSentence(any, cursor).length).toBeGreaterThan(5);
      }),
      { numRuns: 30 },
    );
  });
});
