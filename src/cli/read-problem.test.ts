import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyProblem } from '#experiment/testing/arbitrary.ts';
import { problemText } from '#experiment/problem.ts';
import { readProblem } from './read-problem.ts';
import { UsageError } from './usage-error.ts';

const difference = {
  family: 'arithmetic',
  terms: [
    { sign: '+', left: 12, right: 3 },
    { sign: '-', left: 45, right: 2 },
  ],
};

describe('a problem that is typed', () => {
  test.each([
    '12 × 3 − 45 × 2',
    '12*3-45*2',
    '12·3–45·2',
    '12 ⋅ 3 - 45 ⋅ 2',
    '12x3 - 45X2',
    '12 × 3 − 45 × 2 = ?',
    '12×3−45×2=',
    '12\u00a0×\u00a03 − 45 × 2',
    '１２＊３－４５＊２',
    String.raw`12 \times 3 - 45 \cdot 2`,
    '(12 × 3) − (45 × 2)',
    '+12*3-45*2',
    '(12*3 - 45*2)',
  ])('%s is a sum', (text) => expect(readProblem(text)).toEqual(difference));

  test.each(['- 12 × 3 + 45*2', '−12×3+45×2', '–12 × 3 + 45 × 2'])('%s begins with a minus', (text) => {
    expect(readProblem(text)).toEqual({
      family: 'arithmetic',
      terms: [
        { sign: '-', left: 12, right: 3 },
        { sign: '+', left: 45, right: 2 },
      ],
    });
  });

  test.each(['24: 4 9 10 13', '24:4,9,10,13', ' 24 : 4, 9, 10, 13 ', 'Make 24 from 4, 9, 10, 13'])(
    '%s is a game',
    (text) => {
      expect(readProblem(text)).toEqual({ family: 'countdown', target: 24, numbers: [4, 9, 10, 13] });
    },
  );

  test('every game and sum is read as it is shown', () => {
    fc.assert(
      fc.property(
        anyProblem.filter(({ family }) => family === 'countdown' || family === 'arithmetic'),
        (problem) => {
          expect(readProblem(problemText(problem))).toEqual(problem);
        },
      ),
    );
  });

  test.each([
    ['', /is empty/],
    ['  ', /is empty/],
    ['why', /is not a problem that can be read/],
    ['47*6+5', /not a problem/],
    ['47/6', /not a problem/],
    ['12*3-(45*2+10*2)', /not a problem/],
    ['12² × 3', /not a problem/],
    ['6*47', /the larger one first/],
    ['1000*6', /from 10 to 999/],
    ['1,000*6', /from 10 to 999/],
    ['10*2+10*2+10*2+10*2+10*2+10*2', /up to 5 products/],
    ['24: 4 9 10', /four numbers/],
    ['24: 4 9 10 14', /from 1 to 13/],
    ['240: 4 9 10 13', /target from 1 to 99/],
    ['question:', /has words/],
    ['question: [12]', /has words/],
    ['puzzle:', /cannot be asked/],
    ['puzzle: v = w. v?', /cannot be asked/],
  ] as const)('%j is refused in words', (text, words) => {
    expect(() => readProblem(text)).toThrow(UsageError);
    expect(() => readProblem(text)).toThrow(words);
  });
});
