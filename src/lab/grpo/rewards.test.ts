import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWellFormed, rewardOf } from './rewards.ts';

const trace = (text: string) =>
  text
    .split(' ')
    .filter(Boolean)
    .map((word) => ({ text: word }));

/* The cases of `training/tests/test_grpo.py`: the page must reward what the training rewarded. */
describe('rewards by rule', () => {
  it('gives 1 for the answer and the format reward for the form', () => {
    expect(rewardOf(trace('47*6=282 ; </think> 282 <eos>'), true, 0.1)).toEqual({
      right: true,
      formed: true,
      reward: 1.1,
    });
    expect(rewardOf(trace('</think> 292 <eos>'), false, 0.1)).toMatchObject({ right: false, reward: 0.1 });
  });

  it.each([
    ['no thought closed', '282 <eos>'],
    ['no end of the text', '</think> 282'],
    ['no answer', '</think> <eos>'],
    ['a thought closed twice', '</think> 282 </think> <eos>'],
    ['another thought', '<think> 3 </think> 282 <eos>'],
    ['another beginning', '<bos> </think> 282 <eos>'],
    ['nothing', ''],
  ])('gives nothing without the form: %s', (_, text) => {
    expect(isWellFormed(trace(text))).toBe(false);
    expect(rewardOf(trace(text), true, 0.1)).toEqual({ right: false, formed: false, reward: 0 });
  });

  it('never pays for a wrong answer what it pays for a right one', () => {
    const words = fc.array(fc.constantFrom('7', '</think>', '<eos>', '<think>', 'Wait'), { maxLength: 8 });
    fc.assert(
      fc.property(words, fc.double({ min: 0, max: 1, noNaN: true }), (texts, format) => {
        const tokens = texts.map((text) => ({ text }));
        const [right, wrong] = [rewardOf(tokens, true, format), rewardOf(tokens, false, format)];
        expect(right.reward - wrong.reward).toBeCloseTo(right.formed ? 1 : 0, 12);
      }),
    );
  });
});
