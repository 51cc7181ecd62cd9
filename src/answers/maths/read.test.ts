import { describe, expect, test } from 'vitest';
import { keyOfText } from './testing/key-of-text.ts';

describe('what the question asks for', () => {
  test.each([
    ['25', '25\\%', 'What percent of them are red?'],
    ['25 percent', '25', 'By how many percent did it fall?'],
    ['C', 'C. Plane', 'Which is it?\nA. Train\nB. Car\nC. Plane'],
    ['(B)', '(B) 12', 'Pick one: (A) 10 (B) 12 (C) 14'],
  ])('%s and %s: %s', (a, b, question) => expect(keyOfText(a, question)).toBe(keyOfText(b, question)));

  test('a letter is no choice where none is offered', () =>
    expect(keyOfText('C. Plane')).not.toBe(keyOfText('C')));
});
