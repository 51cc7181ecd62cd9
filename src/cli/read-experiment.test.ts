import { describe, expect, test } from 'vitest';
import { problemCount } from './flags.ts';
import { readExperiment } from './read-experiment.ts';
import { UsageError } from './usage-error.ts';

describe('an experiment from flags', () => {
  test.each([
    ['24: 4 9 10 13', { family: 'countdown', target: 24, numbers: [4, 9, 10, 13] }],
    [
      '47*6-38*4',
      {
        family: 'arithmetic',
        terms: [
          { sign: '+', left: 47, right: 6 },
          { sign: '-', left: 38, right: 4 },
        ],
      },
    ],
    [
      '47*6-38*4+12*3-50*2+99*9',
      {
        family: 'arithmetic',
        terms: [
          { sign: '+', left: 47, right: 6 },
          { sign: '-', left: 38, right: 4 },
          { sign: '+', left: 12, right: 3 },
          { sign: '-', left: 50, right: 2 },
          { sign: '+', left: 99, right: 9 },
        ],
      },
    ],
    [
      '123*4 - 999 × 9',
      {
        family: 'arithmetic',
        terms: [
          { sign: '+', left: 123, right: 4 },
          { sign: '-', left: 999, right: 9 },
        ],
      },
    ],
    ['puzzle: v = w×3. w = 7. v?', { family: 'puzzle', text: 'v = w * 3 . w = 7 . v ?' }],
    ['question: How many? ', { family: 'question', text: 'How many?' }],
    ['question: Which: 2 or [3]? [3]', { family: 'question', text: 'Which: 2 or [3]?', answer: '3' }],
  ])('%s', async (problem, expected) =>
    expect((await readExperiment(undefined, { problem })).problem).toEqual(expected),
  );

  test('a problem in words has the settings of models that follow instructions', async () => {
    const experiment = await readExperiment(undefined, {
      problem: 'question: Why?',
      strategy: 'beam-search',
      set: ['width=2'],
    });
    expect(experiment).toMatchObject({
      strategy: { kind: 'beam-search', width: 2, verifier: { kind: 'generative' } },
      sampling: { temperature: 0.6, topP: 0.95, maxTokens: 2048 },
    });
  });

  test('a blank in place of “Wait” is refused in words', async () => {
    await expect(readExperiment(undefined, { strategy: 'budget-forcing', set: ['word= '] })).rejects.toThrow(
      'strategy.word: must not be blank: put at least a letter or a sign, such as “Wait”',
    );
  });

  test('numbers may have their thousands apart', async () => {
    const flags = {
      seed: '1,000',
      tokens: '20 000',
      temperature: '0,7',
      strategy: 'self-consistency',
      set: ['samples=16'],
    };
    expect(await readExperiment(undefined, flags)).toMatchObject({
      seed: 1000,
      budget: { tokens: 20_000 },
      sampling: { temperature: 0.7 },
      strategy: { samples: 16 },
    });
    expect(
      await readExperiment(undefined, { strategy: 'compute-optimal', set: ['tokens=1,500'] }),
    ).toMatchObject({ strategy: { tokens: 1500 } });
  });

  test.each([
    [{ seed: '12abc' }, /--seed: “12abc” is not a number/],
    [{ seed: '' }, /--seed: A number is missing/],
    [{ seed: '-1' }, /--seed: “-1” is out of range/],
    [{ seed: '1.000' }, /may be 1 or 1000/],
    [{ tokens: '1e3' }, /--tokens: “1e3” is not a number/],
    [{ temperature: 'hot' }, /--temperature: “hot” is not a number/],
    [{ temperature: '3' }, /--temperature: “3” is out of range: write a number from 0 to 2/],
    [{ strategy: 'self-consistency', set: ['samples=0x10'] }, /--set samples: “0x10” is not a number/],
    [{ strategy: 'self-consistency', set: ['samples=1.5'] }, /--set samples: “1\.5” is not a whole number/],
  ])('%o is refused, not shortened', async (flags, words) => {
    await expect(readExperiment(undefined, flags)).rejects.toThrow(UsageError);
    await expect(readExperiment(undefined, flags)).rejects.toThrow(words);
  });

  test('so is a number of problems', () => {
    expect(problemCount({ problems: '1,000' }, 300)).toBe(1000);
    expect(problemCount({}, 300)).toBe(300);
    for (const problems of ['many', '-5', '0', '1e2'])
      expect(() => problemCount({ problems }, 300)).toThrow(UsageError);
  });

  test.each([
    [{ problem: 'why' }],
    [{ problem: 'question: ' }],
    [{ problem: '47*6+38*4+12*3+50*2+99*9+10*2' }],
    [{ problem: '1000*6' }],
    [{ problem: '47*6+5' }],
    [{ problem: 'puzzle: v = w. v?' }],
    [{ strategy: 'guess' }],
    [{ set: ['effort=huge'] }],
  ])('%o is refused in words', async (flags) => {
    await expect(readExperiment(undefined, flags)).rejects.toThrow(UsageError);
  });
});
