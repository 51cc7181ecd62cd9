import { describe, expect, it } from 'vitest';
import { mostFrequent } from './self-consistency.ts';

describe('self-consistency', () => {
  const drawn = (text: string, sequence: number) => ({
    sequence,
    tokens: [],
    reason: 'end-of-text' as const,
    logprob: 0,
    text,
  });
  it('takes the most frequent answer, of equals the one drawn first, and counts draws without one', () => {
    const draws = ['x', 'y', '', 'y', 'x'].map(drawn);
    const key = (one: { readonly text?: string }) => one.text || null;
    expect(mostFrequent(draws, key as never)).toMatchObject({ one: { sequence: 0 }, likelihood: 0.4 });
    expect(mostFrequent([drawn('', 0)], key as never)).toBeNull();
    expect(mostFrequent([], key as never)).toBeNull();
  });
});
