import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  arithmeticLimits,
  type ArithmeticProblem,
  type CountdownProblem,
  type Problem,
} from '#experiment/problem.ts';
import { arithmeticValue } from './arithmetic.ts';
import { gameFaults } from './countdown.ts';
import { evaluateExpression } from './expression.ts';
import { extractAnswer } from './extract.ts';
import { grade, reference } from './grade.ts';
import { parseExpression } from './parse-expression.ts';
import { equals, integer } from './rational.ts';
import { isSolvable } from './solvable.ts';
import { solveCountdown } from './solve-countdown.ts';
// oxlint-disable-next-line no-restricted-imports -- the tests read facts as people do
import { gradeText as wordsOf } from '#words/grades.ts';

const gradeText = (problem: Problem, text: string) => {
  const graded = grade(problem, extractAnswer(problem, `</think> ${text}`)!);
  return { outcome: graded.outcome, reason: wordsOf(graded) };
};
const game = (numbers: readonly number[], target = 24): CountdownProblem => ({
  family: 'countdown',
  numbers: [...numbers],
  target,
});

describe('countdown', () => {
  test.each([
    ['(10 - 4) * (13 - 9)', 'right', 'It makes 24 with each number once.'],
    ['(13 - 9) * (10 - 4)', 'right', 'It makes 24 with each number once.'],
    ['(10 - 4) * (13 - 9) + 9 - 9', 'wrong', 'It uses 9 three times.'],
    ['(9 + 4) + (13 - 9)', 'wrong', 'It uses 9 twice, leaves out 10, makes 17, not 24.'],
    ['10 + 13 + 9 - 4', 'wrong', 'It makes 28, not 24.'],
    ['4 * 6', 'wrong', 'It uses 6, which is not given, leaves out 9, 10 and 13.'],
    ['4 / (13 - 9 - 4) + 10', 'wrong', 'It uses 4 twice, divides by zero.'],
    ['(4 + 9) / (10 + 13)', 'wrong', 'It makes 13/23, not 24.'],
  ])('%s is %s: %s', (text, outcome, reason) => {
    expect(gradeText(game([4, 9, 10, 13]), text)).toEqual({ outcome, reason });
  });

  test.each([
    ['(12-4)(9-6)', [12, 4, 9, 6]],
    ['\\left(12-4\\right)\\left(9-6\\right) = 24', [12, 4, 9, 6]],
    ['\\frac{8}{3-\\frac{8}{3}}', [3, 3, 8, 8]],
    ['$$\\dfrac{8}{3-\\dfrac83} = 24$$', [3, 3, 8, 8]],
    ['\\{12-4\\} \\cdot [9-6]', [12, 4, 9, 6]],
    ['6 \\div 1 \\times 4 \\div 1', [6, 1, 4, 1]],
    ['(6)(4)(1)(1)', [6, 4, 1, 1]],
  ])('%s is right', (text, numbers) => expect(gradeText(game(numbers), text).outcome).toBe('right'));

  test.each([
    '1*2*3*4 + 0.25',
    '1*2*3*4^7',
    '1*2*3*4 - \\sqrt 9',
    '1*2*3*4 + \\sqrt{9}',
    '0.25 + 1*2*3*4',
    '1*2*3*4!',
    '\\sqrt{9} * 1*2*3*4',
    '1*2*3*4 - x',
    '\\boxed{1 \\times 2 \\times 3 \\times 4 \\times \\pi}',
    '1*2*3*4%',
  ])('of %s no piece is the answer', (text) => {
    expect(
      extractAnswer(game([1, 2, 3, 4]), `So it is: ${text}`.slice(text.endsWith('!') ? 10 : 0)),
    ).toBeNull();
  });

  test('a number that is given twice may be used twice', () => {
    expect(gradeText(game([4, 4, 6, 8]), '(4 + 8) * (6 - 4)')).toMatchObject({ outcome: 'right' });
    expect(gradeText(game([4, 4, 6, 8]), '4 * 6')).toMatchObject({
      reason: 'It uses 4 once though it is given twice, leaves out 8.',
    });
  });

  test('fractions on the way are exact', () => {
    expect(gradeText(game([3, 3, 8, 8]), '8 / (3 - 8 / 3)')).toMatchObject({ outcome: 'right' });
    expect(reference(game([3, 3, 8, 8]))).toBe('8 ÷ (3 − 8 ÷ 3)');
    expect(reference(game([1, 1, 1, 1]))).toBeNull();
  });

  test('a game that cannot be solved is known before it is played', () => {
    expect(isSolvable(game([1, 1, 1, 1]))).toBe(false);
    for (const numbers of [
      [8, 8, 8, 8],
      [1, 1, 1, 2],
      [11, 12, 13, 7],
      [13, 13, 13, 13],
    ])
      expect(isSolvable(game(numbers)), String(numbers)).toBe(false);
    for (const numbers of [
      [3, 3, 8, 8],
      [1, 5, 5, 5],
      [4, 4, 10, 10],
      [1, 1, 1, 8],
    ])
      expect(isSolvable(game(numbers)), String(numbers)).toBe(true);
    expect(isSolvable(game([1, 1, 1, 1], 4))).toBe(true);
    expect(isSolvable({ family: 'question', text: 'How many?' })).toBe(true);
  });

  test('of the 1,820 games of 24, 1,362 can be solved', { timeout: 60_000 }, () => {
    const cards = Array.from({ length: 13 }, (_, index) => index + 1);
    const games = cards.flatMap((a) =>
      cards.flatMap((b) =>
        cards.flatMap((c) => cards.flatMap((d) => (a <= b && b <= c && c <= d ? [game([a, b, c, d])] : []))),
      ),
    );
    expect(games).toHaveLength(1820);
    expect(games.filter((one) => solveCountdown(one))).toHaveLength(1362);
  });

  test('what the solver finds is right', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 13 }), { minLength: 4, maxLength: 4 }),
        fc.integer({ min: 1, max: 99 }),
        (numbers, target) => {
          const solution = solveCountdown(game(numbers, target));
          if (!solution) return;
          expect(gameFaults(game(numbers, target), solution)).toEqual([]);
          const shown = reference(game(numbers, target))!;
          expect(gradeText(game(numbers, target), shown).outcome).toBe('right');
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('arithmetic', () => {
  const problem: ArithmeticProblem = {
    family: 'arithmetic',
    terms: [
      { sign: '+', left: 12, right: 3 },
      { sign: '-', left: 40, right: 5 },
    ],
  };

  test.each([
    ['-164', 'right'],
    ['−164', 'right'],
    ['-164.0', 'right'],
    ['-328/2', 'right'],
    ['164', 'wrong'],
  ])('%s is %s', (text, outcome) => {
    expect(gradeText(problem, text).outcome).toBe(outcome);
  });

  test('three-digit factors are exact', () => {
    const largest: ArithmeticProblem = {
      family: 'arithmetic',
      terms: Array.from({ length: arithmeticLimits.products }, () => ({
        sign: '+',
        left: arithmeticLimits.left,
        right: 9,
      })),
    };
    expect(reference(largest)).toBe('44955');
    expect(gradeText(largest, '44,955').outcome).toBe('right');
    expect(gradeText(largest, '44,954').outcome).toBe('wrong');
  });

  test('the reason of a wrong one names the right one', () => {
    expect(gradeText(problem, '164')).toEqual({ outcome: 'wrong', reason: 'It is not −164.' });
    expect(reference(problem)).toBe('−164');
  });

  test('the reference agrees with the expression', () => {
    const term = fc.record({
      sign: fc.constantFrom('+' as const, '-' as const),
      left: fc.integer({ min: 10, max: arithmeticLimits.left }),
      right: fc.integer({ min: 2, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(term, { minLength: 1, maxLength: arithmeticLimits.products }), (terms) => {
        const text = `0${terms.map(({ sign, left, right }) => `${sign}${left}*${right}`).join('')}`;
        expect(
          equals(
            evaluateExpression(parseExpression(text)!)!,
            integer(arithmeticValue({ family: 'arithmetic', terms })),
          ),
        ).toBe(true);
      }),
    );
  });
});
