import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultExperiment } from '#experiment/defaults.ts';
import { anyLog } from '#run/testing/arbitrary.ts';
import type { Answer, ChoiceRule, LogEntry, RunEvent } from '#run/events.ts';
import { answerFor, logOf, tokensOf } from '#run/testing/fixtures.ts';
import { emptyRun } from '#run/state.ts';
import { sentenceOf, stepSentence } from './step-sentence.ts';

const answer: Answer = {
  text: '36',
  display: '36',
  value: { kind: 'number', number: '36' },
  key: '36',
  rule: 'last-number',
};

test.each<readonly [ChoiceRule, string]>([
  [
    { rule: 'confirmed-answer', node: 7, found: 5, confirmed: 4, ofConfirmed: 6 },
    'The answer is 36: second samplings confirm 4 of the 5 times it was found; all answers together are confirmed 6 times',
  ],
  [
    { rule: 'most-found-answer', node: 7, found: 9, of: 9, because: 'only-answer' },
    'The answer is 36, found 9 of 9 times: no other was found, so nothing had to be checked',
  ],
  [
    { rule: 'most-found-answer', node: 7, found: 5, of: 9, because: 'none-confirmed' },
    'The answer is 36, found 5 of 9 times: no trace was confirmed by second samplings, so how often it was found decides',
  ],
  [
    { rule: 'most-found-answer', node: 7, found: 5, of: 9, because: 'unchecked' },
    'The answer is 36, found 5 of 9 times: no tokens were left for second samplings, so how often it was found decides',
  ],
  [
    { rule: 'mutual-consistency', node: 7, agreement: null, reward: 0.25 },
    'The answer is 36: no tokens were left for second samplings, and node 7 has the highest reward, 0.25',
  ],
  [
    { rule: 'mutual-consistency', node: 7, agreement: 0.5, reward: 0.25 },
    'The answer is 36: 50% of the second samplings agree with node 7, whose reward is 0.25',
  ],
])('what decided in rStar is said: %o', (by, words) => {
  expect(sentenceOf({ type: 'answer-chosen', answer, by }, emptyRun)).toBe(words);
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
    'Trace 1 wrote “9” (63% likely)',
    '“Wait” was put into Trace 1',
    'Trace 2 wrote “Wait” (63% likely): it thinks again',
    'Trace 3 closed its thinking (63% likely)',
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
      {
        type: 'answer-graded',
        sequence: 0,
        grade: {
          outcome: 'wrong',
          reason: { kind: 'faults', faults: [{ kind: 'makes', value: '15', target: 24 }] },
        },
      },
      'The answer of Trace 1 is wrong. It makes 15, not 24.',
    ],
    [
      { type: 'sequence-ended', sequence: 0, reason: 'length' },
      'Trace 1 was cut off: it had written as many tokens as it may',
    ],
    [
      { type: 'answer-chosen', answer: answerFor('24'), by: { rule: 'majority', votes: 5, of: 8 } },
      'The answer is 24, with 5 of 8 votes',
    ],
    [
      {
        type: 'answer-chosen',
        answer: answerFor('24'),
        by: { rule: 'majority-tie-first', votes: 3, of: 8, tied: ['24', '25'] },
      },
      'The answer is 24: 2 answers have 3 votes each, and its first came from the lowest-numbered trace',
    ],
    [
      { type: 'run-finished', grade: { outcome: 'right', reason: { kind: 'exact-result' } } },
      'The run finished; its answer is right. It is the exact result.',
    ],
    [
      { type: 'run-failed', failure: { code: 'as-saved', was: 'x', message: 'No memory.', advice: '' } },
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
    expect(stepSentence(digits, 5)).toBe('Trace 1 wrote the digit 4 (63% likely), which makes 482');
    const branch = logOf(['~3 ;'], { ...defaultExperiment('arithmetic'), start: { text: '300 - 18 = 28' } });
    expect(stepSentence(branch, 3)).toBe('Trace 1 wrote the digit 3 (63% likely), which makes 328');
  });

  test('a trace without a number is called the trace', () => {
    const [start] = log;
    const prompt = tokensOf('24');
    const one: readonly LogEntry[] = [
      start!,
      { at: 0, event: { type: 'sequence-started', sequence: 0, label: { kind: 'only-trace' }, prompt } },
    ];
    expect(stepSentence(one, 2)).toBe('The trace started from a prompt of 1 token');
    const child: LogEntry = {
      at: 0,
      event: { type: 'sequence-started', sequence: 0, label: { kind: 'only-trace' }, prompt: [] },
    };
    expect(stepSentence([start!, child], 2)).toBe('The trace started: it goes on from the text so far');
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
