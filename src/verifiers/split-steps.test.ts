import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endsStep, splitSteps } from './split-steps.ts';
import { handTokens } from './testing/harness.ts';

const texts = (text: string, ends: readonly string[]) =>
  splitSteps(handTokens(text), ends).map((step) => step.map((token) => token.text).join(' '));

describe('splitSteps', () => {
  it('ends a step where its text ends with a step end, and takes the rest for the last step', () => {
    expect(texts('a [ 1 ] b [ 2 ] c </think> d', [']'])).toEqual(['a [ 1 ]', 'b [ 2 ]', 'c </think> d']);
    expect(texts('a;  b;', [';'])).toEqual(['a;', 'b;']);
    expect(texts('', [';'])).toEqual([]);
  });

  it('finds an end that is longer than a token', () => {
    expect(texts('one . Next two . Next three', ['. Next'])).toEqual(['one . Next', 'two . Next', 'three']);
  });

  it('finds an end that stands within a token', () => {
    const tokens = ['One.\n', '\nTwo', '.\n\n', 'Three', '.\n\n  ', 'Four'].map((text) => ({
      ...handTokens('a')[0]!,
      text,
      placement: 'joined' as const,
    }));
    expect(splitSteps(tokens, ['\n\n']).map((step) => step.map(({ text }) => text).join('|'))).toEqual([
      'One.\n|\nTwo',
      '.\n\n',
      'Three|.\n\n  ',
      'Four',
    ]);
  });

  it('loses no token', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', ']', 'b]', ';', '12')), (words) => {
        const tokens = handTokens(words.join(' '));
        expect(splitSteps(tokens, [']', ';']).flat()).toEqual(tokens);
      }),
    );
  });

  it('tells a whole step from one that was cut off', () => {
    expect(endsStep(handTokens('a [ 1 ]'), [']'])).toBe(true);
    expect(endsStep(handTokens('a [ 1'), [']'])).toBe(false);
    expect(endsStep([], [']'])).toBe(false);
  });
});
