import { assert, property, integer, double } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTypedNumber } from './typed-number.ts';

const whole = { min: 0, max: 1_000_000, whole: true };
const share = { min: 0, max: 5000, whole: false };
const value = (text: string, range = whole): number | null => {
  const read = readTypedNumber(text, range);
  return read.ok ? read.value : null;
};
describe('a whole number as it is typed', () => {
  test.each([
    ['1000', 1000],
    [' 7 ', 7],
    ['007', 7],
    ['+5', 5],
    ['1,000', 1000],
    ['1,000,000', 1_000_000],
    ['1 000', 1000],
    ['1\u202f000', 1000],
    ['1\u00a0000', 1000],
    ["1'000", 1000],
    ['1’000', 1000],
    ['1_000', 1000],
    ['1.000.000', 1_000_000],
    ['12,345', 12_345],
    ['１０００', 1000],
    ['１，０００', 1000],
    ['−0', 0],
  ])('%j is %d', (text, expected) => expect(value(text)).toBe(expected));

  test('every one in range is read back, plain and in thousands', () => {
    assert(
      property(
        integer({ min: 0, max: 1_000_000 }),
        (number) => value(String(number)) === number && value(number.toLocaleString('en-US')) === number,
      ),
    );
  });
});

describe('a number with a fraction as it is typed', () => {
  test.each([
    ['0.7', 0.7],
    ['0,7', 0.7],
    ['.5', 0.5],
    [',5', 0.5],
    ['1.', 1],
    ['1.000', 1],
    ['0,125', 0.125],
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['1 234,5', 1234.5],
    ['1 000', 1000],
  ])('%j is %d', (text, expected) => expect(value(text, share)).toBe(expected));

  test('every one in range is read back', () => {
    assert(
      property(
        double({ min: 0, max: 5000, noNaN: true }),
        (number) => /e/.test(String(number)) || value(String(number), share) === number,
      ),
    );
  });
});
