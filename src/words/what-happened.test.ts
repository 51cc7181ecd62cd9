import { describe, expect, it } from 'vitest';
import type { Contest } from '#run/what-happened/contest.ts';
import { answerFor } from '#run/testing/fixtures.ts';
import { emptyRun } from '#run/state.ts';
import { findingSentence, outcomeSentences } from './what-happened.ts';

const won = (score: number, contest: Contest) =>
  outcomeSentences(
    {
      kind: 'answered',
      answer: answerFor('24'),
      by: { rule: 'best-score', score, sequence: 0 },
      grade: null,
      contest,
    },
    emptyRun,
  )[0];

const notChosen = (score: number, chosenScore: number) =>
  findingSentence({ kind: 'found-not-chosen', answer: '24', count: 1, of: 8, score, chosenScore });

describe('a choice by scores', () => {
  it('is told with the digits that tell the winner from the next', () => {
    expect(won(0.862, { tied: 0, next: 0.4 })).toContain('gave its trace 0.86.');
    expect(won(0.8623, { tied: 0, next: 0.8618 })).toContain('its trace has 0.8623, the next 0.8618.');
    expect(notChosen(0.8618, 0.8623)).toContain('scored 0.8618, the chosen one 0.8623.');
    expect(notChosen(0.31, 0.86)).toContain('scored 0.31, the chosen one 0.86.');
  });

  it('says that scores tie, and which of them was taken', () => {
    expect(won(0.862, { tied: 2, next: 0.4 })).toBe(
      '3 traces share the verifier’s highest score, 0.86; the first of them says <data>24</data>.',
    );
    expect(notChosen(0.862, 0.862)).toContain('scored 0.86, and so did the chosen one.');
  });
});
