import { expect, test } from 'vitest';
import type { Answer, ChoiceRule } from './events.ts';
import { emptyRun } from './state.ts';
import { sentenceOf } from './step-sentence.ts';

const answer: Answer = { text: '36', display: '36', key: '36', rule: 'last-number' };

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
    'The answer is 36: 50 % of the second samplings agree with node 7, whose reward is 0.25',
  ],
])('what decided in rStar is said: %o', (by, words) => {
  expect(sentenceOf({ type: 'answer-chosen', answer, by }, emptyRun)).toBe(words);
});
