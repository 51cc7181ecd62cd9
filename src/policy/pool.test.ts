import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SampleEvent } from './language-model.ts';
import { createPool, splitLoad } from './pool.ts';
import { scriptedModel } from './testing/scripted-model.ts';

const completions = ['a b </think> 1', 'c </think> 2', 'd e f </think> 3', 'g </think> 4', 'h </think> 5'];
const options = { temperature: 1, topK: 0, topP: 1, minP: 0, maxTokens: 50, seed: 1 };

const member = () => scriptedModel({ completions });

async function sampleAll(members: number, n: number, signal = new AbortController().signal) {
  const pool = createPool(member(), Array.from({ length: members - 1 }, member));
  const texts: string[] = Array.from({ length: n }, () => '');
  const ends: SampleEvent[] = [];
  for await (const event of pool.sample([], { ...options, n }, signal)) {
    if (event.type === 'token') texts[event.index] += `${event.token.text} `;
    else ends.push(event);
  }
  return { texts, ends, usage: pool.usage() };
}

describe('a pool of models', () => {
  it('gives each completion the same tokens however many members serve it', async () => {
    const alone = await sampleAll(1, 11);
    for (const members of [2, 3, 4]) {
      const shared = await sampleAll(members, 11);
      expect(shared.texts).toEqual(alone.texts);
      expect(shared.ends).toHaveLength(11);
      expect(shared.usage.decodedTokens).toBe(alone.usage.decodedTokens);
    }
  });

  it('spreads requests that start together over its members', async () => {
    const [first, copy] = [member(), member()];
    const pool = createPool(first, [copy]);
    const drain = async () => {
      for await (const _ of pool.sample([], { ...options, n: 2 }, new AbortController().signal));
    };
    await Promise.all([drain(), drain()]);
    expect([first, copy].map(({ prompts }) => prompts.length)).toEqual([1, 1]);
  });

  it('ends every member when the signal is aborted', async () => {
    const abort = new AbortController();
    const pool = createPool(member(), [member()]);
    const drain = async () => {
      for await (const event of pool.sample([], { ...options, n: 8 }, abort.signal))
        if (event.type === 'token') abort.abort();
    };
    await expect(drain()).rejects.toMatchObject({ name: 'AbortError' });
    const spent = pool.usage().decodedTokens;
    await new Promise((resolve) => setImmediate(resolve));
    expect(pool.usage().decodedTokens).toBe(spent);
  });

  it('passes on the error of a member', async () => {
    const pool = createPool(member(), [scriptedModel({ completions, failAfter: 2 })]);
    const drain = async () => {
      for await (const _ of pool.sample([], { ...options, n: 8 }, new AbortController().signal));
    };
    await expect(drain()).rejects.toMatchObject({ code: 'kernel-failed' });
  });
});

describe('split', () => {
  it('gives out every completion, none twice, and leaves loads even', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 64 }),
        fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 8 }),
        (n, load) => {
          const shares = splitLoad(n, load);
          expect(shares.reduce((sum, share) => sum + share.n, 0)).toBe(n);
          expect(new Set(shares.map((share) => share.member)).size).toBe(shares.length);
          const after = shares.map((share) => load[share.member]! + share.n);
          const unevenBefore = Math.max(...load) - Math.min(...load);
          expect(Math.max(...after) - Math.min(...after)).toBeLessThanOrEqual(Math.max(1, unevenBefore));
        },
      ),
    );
  });

  it('keeps a few completions together: a second prefill would cost more than it saves', () => {
    expect(splitLoad(3, [0, 0, 0, 0])).toEqual([{ member: 0, n: 3 }]);
    expect(splitLoad(8, [0, 0])).toEqual([
      { member: 0, n: 4 },
      { member: 1, n: 4 },
    ]);
    expect(splitLoad(2, [5, 0])).toEqual([{ member: 1, n: 2 }]);
  });
});
