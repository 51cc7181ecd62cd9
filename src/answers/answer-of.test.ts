import { describe, expect, it } from 'vitest';
import type { Problem } from '#experiment/problem.ts';
import type { EndReason, LoggedToken } from '#run/events.ts';
import { answerOf } from './answer-of.ts';

const sums: Problem = {
  family: 'arithmetic',
  terms: [
    { sign: '+', left: 47, right: 6 },
    { sign: '+', left: 38, right: 4 },
  ],
};

/** Words of a trace that starts inside the thought. */
function handTokens(text: string): readonly LoggedToken[] {
  let role: LoggedToken['role'] = 'thought';
  return text.split(' ').map((word, id) => {
    const token: LoggedToken = {
      id,
      text: word,
      placement: 'word',
      role: word.startsWith('<') ? 'control' : role,
      logprob: -0.5,
      forced: false,
      alternatives: [],
    };
    if (word === '</think>') role = 'answer';
    return token;
  });
}

const given = (text: string, reason: EndReason) =>
  answerOf(sums, { tokens: handTokens(text), reason })?.display ?? null;

describe('the answer of a completion', () => {
  it.each(['length', 'context'] as const)(
    'is none where it was cut off (%s) in its thought or its answer',
    (reason) => {
      expect(given('ok so maybe the answer is 6', reason)).toBeNull();
      expect(given('ok so maybe \\boxed{6}', reason)).toBeNull();
      expect(given('47 * 6 </think> 43', reason)).toBeNull();
      expect(given('47 * 6 </think> the answer is 43', reason)).toBeNull();
      expect(given('47 * 6 </think> \\boxed{43', reason)).toBeNull();
    },
  );

  it('is what stands in a whole box after the thought, cut off or not', () => {
    expect(given('maybe \\boxed{6} </think> so \\boxed{434} because', 'length')).toBe('434');
  });

  it('is what the text says where it came to its end', () => {
    expect(given('ok so the answer is 6 <eos>', 'end-of-text')).toBe('6');
    expect(given('47 * 6 </think> 434 <eos>', 'end-of-text')).toBe('434');
  });
});
