import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Problem } from '#experiment/problem.ts';
import type { Answer } from '#run/events.ts';
import { majority } from './majority.ts';
import { extractAnswer } from './extract.ts';
import { mergeReason } from './merge-reason.ts';

const answer = (key: string, text = key): Answer => ({
  text,
  display: text,
  value: { kind: 'text', text: text },
  key,
  rule: 'whole-text',
});
const votes = (letters: string) =>
  letters.split('').map((letter) => (letter === '.' ? null : answer(letter)));

describe('majority', () => {
  test.each([
    ['aabab', 'a', { rule: 'majority', votes: 3, of: 5 }],
    ['.b.bba', 'b', { rule: 'majority', votes: 3, of: 4 }],
    ['abba', 'a', { rule: 'majority-tie-first', votes: 2, of: 4, tied: ['a', 'b'] }],
    ['cbba.a', 'b', { rule: 'majority-tie-first', votes: 2, of: 5, tied: ['b', 'a'] }],
    ['a', 'a', { rule: 'majority', votes: 1, of: 1 }],
  ])('%s elects %s', (ballots, winner, rule) => {
    const result = majority(votes(ballots));
    expect(result.winner?.key).toBe(winner);
    expect(result.rule).toEqual(rule);
  });

  test.each(['', '...'])('nobody wins in %j', (ballots) => {
    expect(majority(votes(ballots))).toEqual({ winner: null, rule: { rule: 'no-answer' }, groups: [] });
  });

  test('merged answers keep the texts they were written with, and the first one is shown', () => {
    const { winner, groups } = majority([answer('k', '1/2'), null, answer('k', '0.5'), answer('k', '1/2')]);
    expect(winner?.text).toBe('1/2');
    expect(groups).toEqual([
      { key: 'k', display: '1/2', votes: 3, forms: ['1/2', '0.5'], sequences: [0, 2, 3] },
    ]);
  });

  test('every vote is counted once, and no group has more than the winner', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.constantFrom('a', 'b', 'c', 'd'), { nil: null }), { maxLength: 64 }),
        (keys) => {
          const { winner, groups } = majority(keys.map((key) => key && answer(key)));
          const cast = keys.flatMap((key, sequence) => (key ? [sequence] : []));
          expect(groups.flatMap((group) => group.sequences).toSorted((a, b) => a - b)).toEqual(cast);
          expect(groups.map((group) => group.votes)).toEqual(
            groups.map((group) => group.votes).toSorted((a, b) => b - a),
          );
          expect(winner?.key ?? null).toBe(groups[0]?.key ?? null);
        },
      ),
    );
  });
});

describe('why votes were merged', () => {
  test.each([
    ['(9 - 3) * 4', '(9 - 3) * 4', { kind: 'same-text' }],
    ['(9 - 3) * 4', '( 9 − 3 ) × 4', { kind: 'other-signs' }],
    ['(9 - 3) * 4', '4 * (9 - 3)', { kind: 'other-factor-order' }],
    ['1 + 2 * 3', '2 * 3 + 1', { kind: 'other-term-order' }],
    ['1 + 2 * 3', '3 * 2 + 1', { kind: 'other-order' }],
    ['8 * (6 / 2)', '(8 * 6) / 2', { kind: 'other-grouping' }],
    ['0.5', '1/2', { kind: 'both', value: '0.5' }],
    ['50%', '\\frac{1}{2}', { kind: 'both', value: '0.5' }],
    ['1,234', '1234', { kind: 'both', value: '1234' }],
  ])('%s and %s: %o', (a, b, reason) => {
    const problem: Problem = /[*(+]/.test(a)
      ? { family: 'countdown', numbers: [1, 2, 3, 4], target: 24 }
      : { family: 'question', text: 'How much?' };
    const [first, second] = [a, b].map((text) => extractAnswer(problem, text)?.key);
    expect(first).toBe(second);
    expect(mergeReason(first!, a, b)).toEqual(reason);
  });
});
