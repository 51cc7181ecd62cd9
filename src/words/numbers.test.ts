import { describe, expect, test } from 'vitest';
import { readTypedNumber } from '#experiment/typed-number.ts';
import { numbers } from './en/numbers.ts';

const whole = { min: 0, max: 1_000_000, whole: true };
const share = { min: 0, max: 5000, whole: false };
const why = (text: string, range = whole): string => {
  const read = readTypedNumber(text, range);
  return read.ok ? '' : numbers.fault(read.fault);
};

describe('a number that is typed', () => {
  test.each([
    ['12abc', /“12abc” is not a number/],
    ['1e3', /“1e3” is not a number/],
    ['0x10', /“0x10” is not a number/],
    ['Infinity', /not a number/],
    ['½', /not a number/],
    ['10²', /not a number/],
    ['--5', /not a number/],
    ['', /missing: write a whole number from 0 to 1,000,000/],
    ['  ', /missing/],
    [',', /not a number/],
    ['1.5', /“1\.5” is not a whole number/],
    ['1,5', /not a whole number/],
    ['1,00', /not a whole number/],
    ['1,000.5', /not a whole number/],
    ['5.0', /not a whole number/],
    ['1.000', /“1\.000” may be 1 or 1000/],
    ['12,34,567', /groups of three/],
    ['0,123,456', /groups of three/],
    ['1,000 000', /groups of three/],
    ['-1', /“-1” is out of range: write a whole number from 0 to 1,000,000/],
    ['1000001', /out of range/],
    ['2,000,000', /out of range/],
    ['9'.repeat(400), /out of range/],
  ])('%j is refused in words', (text, words) => expect(why(text)).toMatch(words));

  test('the example that is given is one that could be meant', () => {
    expect(why('x', { min: 1, max: 13, whole: true })).toBe(
      '“x” is not a number: write it in digits, such as 13.',
    );
  });

  test.each([
    ['1,000', /may be 1\.000 or 1000/],
    ['1.2.3', /groups of three/],
    ['1e-1', /not a number/],
    ['-0.1', /out of range: write a number from 0 to 5,000\.$/],
  ])('%j is refused in words', (text, words) => expect(why(text, share)).toMatch(words));
});
