import { describe, expect, it } from 'vitest';
import { createVerifier } from './create-verifier.ts';
import { scoreOf, sessionOn } from './testing/harness.ts';

describe('the generative verifier', () => {
  it('says how much likelier yes is than no, for each step and for the answer', async () => {
    const asked: string[] = [];
    const logprob = (prefix: string, word: string) => {
      asked.push(prefix);
      return word === 'Yes' ? Math.log(prefix.includes('2. b') ? 0.2 : 0.6) : Math.log(0.2);
    };
    const { scores, events } = await scoreOf({ kind: 'generative' }, { completions: [''], logprob }, [
      'a ; b ; </think> 434 <eos>',
    ]);
    expect(scores[0]!.map((value) => Number(value?.toFixed(6)))).toEqual([0.75, 0.5, 0.5]);
    expect(events).toEqual([]);
    expect(asked[0]).toContain('Is step 1 right?');
    expect(asked.at(-1)).toContain('Is the answer right?');
  });

  it('certain either way is 0 or 1, not a number that is none', async () => {
    const { scores } = await scoreOf(
      { kind: 'generative' },
      {
        completions: [''],
        logprob: (prefix, word) => (prefix.includes('2.') === (word === 'Yes') ? 0 : -2000),
      },
      ['a ; b ;'],
    );
    expect(scores).toEqual([[0, 1]]);
  });

  it('asks a model that has learnt to judge, though it follows no instructions', () => {
    expect(
      createVerifier(
        { kind: 'generative' },
        sessionOn({ completions: [''], capabilities: { instructions: false } }),
      ).judges,
    ).toBe('steps');
  });
});
