import { describe, expect, test } from 'vitest';
import type { RunEvent } from './events.ts';
import { answerFor, logOfEvents, tokensOf } from './testing/fixtures.ts';
import { fold } from './fold.ts';
import { LogError } from './log-error.ts';
import { emptyRun } from './state.ts';

describe('thinking that is made longer, and scores of whole traces', () => {
  const started: readonly RunEvent[] = [
    { type: 'sequence-started', sequence: 0, label: { kind: 'only-trace' }, prompt: [] },
    { type: 'token', sequence: 0, token: tokensOf('5')[0]! },
  ];
  const stateOf = (...events: readonly RunEvent[]) => fold(emptyRun, logOfEvents([...started, ...events]));

  test('rounds carry the word, the place and the answer', () => {
    const state = stateOf(
      { type: 'interim-answer', sequence: 0, round: 0, answer: answerFor('7'), thinkingTokens: 20 },
      { type: 'wait-forced', sequence: 0, round: 1, word: 'Wait' },
      { type: 'sequence-ended', sequence: 0, reason: 'end-of-text' },
      { type: 'interim-answer', sequence: 0, round: 1, answer: null, thinkingTokens: 33 },
    );
    expect(state.sequences[0]?.rounds).toEqual([
      { round: 0, word: null, at: 0, asked: true, answer: answerFor('7'), thinkingTokens: 20 },
      { round: 1, word: 'Wait', at: 1, asked: true, answer: null, thinkingTokens: 33 },
    ]);
  });

  test('the latest scores of a trace count, and decisions are kept with their place', () => {
    const score = {
      steps: [0.9, 0.4],
      aggregation: 'min',
      score: 0.4,
      verifier: 'process',
      why: { kind: 'value-head', model: null, at: 'each-step' },
    } as const;
    const state = stateOf(
      { type: 'trace-scored', sequence: 0, ...score },
      { type: 'decided', decision: { kind: 'all-valued', simulations: 3 } },
    );
    expect(state.sequences[0]?.score).toEqual(score);
    expect(state.decisions).toEqual([{ decision: { kind: 'all-valued', simulations: 3 }, cursor: 5 }]);
  });

  test.each<readonly [string, readonly RunEvent[]]>([
    [
      'a word after the end',
      [
        { type: 'sequence-ended', sequence: 0, reason: 'stop' },
        { type: 'wait-forced', sequence: 0, round: 1, word: 'Wait' },
      ],
    ],
    [
      'a round twice',
      [
        { type: 'wait-forced', sequence: 0, round: 1, word: 'Wait' },
        { type: 'wait-forced', sequence: 0, round: 1, word: 'Wait' },
      ],
    ],
    ['a round 0 that was forced', [{ type: 'wait-forced', sequence: 0, round: 0, word: 'Wait' }]],
    [
      'an answer after a round that was not',
      [{ type: 'interim-answer', sequence: 0, round: 2, answer: null, thinkingTokens: 1 }],
    ],
    [
      'scores of an unknown trace',
      [
        {
          type: 'trace-scored',
          sequence: 5,
          steps: [],
          aggregation: 'min',
          score: 0,
          verifier: 'rule',
          why: { kind: 'yes-over-no' } as const,
        },
      ],
    ],
  ])('%s cannot have happened', (_, events) => {
    expect(() => stateOf(...events)).toThrow(LogError);
  });
});
