import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstNumber, lastNumber, parseNumber } from './number.ts';
import { rationalKey } from './rational.ts';

const key = (text: string): string | null => {
  const value = parseNumber(text);
  return value && rationalKey(value);
};

describe('parseNumber', () => {
  test.each([
    ['434', '434'],
    [' 434. ', '434'],
    ['+434', '434'],
    ['-5', '-5'],
    ['−5', '-5'],
    ['- 5', '-5'],
    ['007', '7'],
    ['-0', '0'],
    ['0.5', '1/2'],
    ['.5', '1/2'],
    ['-.25', '-1/4'],
    ['12.50', '25/2'],
    ['1.234', '617/500'],
    ['1/2', '1/2'],
    ['2 / 4', '1/2'],
    ['-6/3', '-2'],
    ['1 1/2', '3/2'],
    ['½', '1/2'],
    ['2½', '5/2'],
    ['\\frac{1}{2}', '1/2'],
    ['\\dfrac{3}{6}', '1/2'],
    ['\\frac12', '1/2'],
    ['-\\tfrac{1}{2}', '-1/2'],
    ['1\\frac{1}{2}', '3/2'],
    ['1,234', '1234'],
    ['1,234,567', '1234567'],
    ['1,234.5', '2469/2'],
    ['1.234.567', '1234567'],
    ['1.234,5', '2469/2'],
    ['1 234', '1234'],
    ['1\u202f234\u202f567', '1234567'],
    ['1 234,5', '2469/2'],
    ["1'234", '1234'],
    ['1{,}234', '1234'],
    ['1,5', '3/2'],
    ['0,125', '1/8'],
    ['50%', '1/2'],
    ['50 %', '1/2'],
    ['50\\%', '1/2'],
    ['12.5 percent', '1/8'],
    ['50', '50'],
    ['$5', '5'],
    ['\\$5.20', '26/5'],
    ['-$5', '-5'],
    ['€ 1.234,50', '2469/2'],
    ['5 USD', '5'],
    ['5 km', '5'],
    ['5 km/h', '5'],
    ['12 cm^2', '12'],
    ['12 cm^{2}', '12'],
    ['90°', '90'],
    ['5\\text{ apples}', '5'],
    ['5 million', '5000000'],
    ['1e3', '1000'],
    ['2.5E-1', '1/4'],
    ['x = 5', '5'],
    ['282 + 152 = 434', '434'],
    ['$434$', '434'],
    ['\\(434\\)', '434'],
    ['**434**', '434'],
    ['\\boxed{434}', '434'],
    ['(434)', '434'],
  ])('%j is %s', (text, expected) => {
    expect(key(text)).toBe(expected);
  });

  test.each([
    '',
    'x',
    'four',
    '1/0',
    '\\frac{1}{0}',
    '12,34,567',
    '1,2,3',
    '1.2.3',
    '5 or 6',
    '5 6',
    '434 is what I think it is',
    '1'.repeat(61),
    '٣',
  ])('%j is no number', (text) => {
    expect(key(text)).toBeNull();
  });

  test('one half is one key however it is written', () => {
    const keys = [
      '1/2',
      '0.5',
      '0,5',
      '.50',
      '50%',
      '\\frac{1}{2}',
      '\\dfrac12',
      '½',
      '2/4',
      '$\\frac{1}{2}$',
    ].map(key);
    expect(new Set(keys)).toEqual(new Set(['1/2']));
  });

  test('any integer reads back, with and without thousands separators', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), (value) => {
        expect(key(`${value}`)).toBe(`${value}`);
        expect(key(value.toLocaleString('en-US'))).toBe(`${value}`);
        if (value > 999_999n || value < -999_999n)
          expect(key(value.toLocaleString('de-DE'))).toBe(`${value}`);
      }),
    );
  });
});

describe('numbers in running text', () => {
  test.each([
    ['47*6+38*4=282+152=434', '434'],
    ['282 - 152 = 130', '130'],
    ['470-188', '188'],
    ['so it is -5', '-5'],
    ['12 × 3 − 40 × 5 = −164.', '-164'],
    ['it costs $1,234.50, says he', '2469/2'],
    ['candidates 3,4', '4'],
    ['12 345', '345'],
    ['50% of it', '1/2'],
    ['1/2 of it', '1/2'],
    ['1/0', '0'],
    ['x2 is 7 and y3', '7'],
    ['items:\n- 9', '9'],
    ['a well-5', '5'],
    ['word - 5', '5'],
    ['(-5)', '-5'],
    ['= - 5', '-5'],
    ['2 * -5', '-5'],
  ])('the last number of %j is %s', (text, expected) => {
    const found = lastNumber(text);
    expect(found && rationalKey(found.value)).toBe(expected);
  });

  test('the first number, with its sign and place', () => {
    const found = firstNumber('about −12 or 13');
    expect(found).toMatchObject({ start: 6, end: 9 });
    expect(rationalKey(found!.value)).toBe('-12');
  });

  test.each(['', 'no number', 'x2'])('none in %j', (text) => expect(lastNumber(text)).toBeNull());
  test('.3,5 is not read for ever: the mark before it is no number', () =>
    expect(lastNumber('.3,5')).toMatchObject({ start: 3, end: 4 }));

  test('any text is read without an error', () => {
    const alphabet = [...'0123456789.,-−+/%$\\{} =()'.split(''), '\\frac', '\\boxed', 'e', '½', '\n', ' '];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...alphabet), { maxLength: 300 }).map((parts) => parts.join('')),
        (text) => {
          parseNumber(text);
          const found = lastNumber(text);
          if (found) expect(found.start).toBeLessThan(found.end);
        },
      ),
    );
  });

  // Each would take hours if the work grew with the square of the length.
  test.each(['1', '1,', '1 ', '-', '\\frac{', '(', '$', '1/', '\\text{', 'a '])(
    '%j, again and again, is read to the end',
    (unit) => {
      lastNumber(unit.repeat(20_000));
      parseNumber(unit.repeat(60));
    },
  );
});
