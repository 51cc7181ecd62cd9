import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalForm } from './canonical.ts';
import type { Expression } from './expression.ts';
import { evaluateExpression, expressionText, operands } from './expression.ts';
import { lastExpression } from './find-expression.ts';
import { parseExpression } from './parse-expression.ts';
import { rationalKey } from './rational.ts';

const valueOf = (text: string): string | null => {
  const expression = parseExpression(text);
  const value = expression && evaluateExpression(expression);
  return value && rationalKey(value);
};

const anyExpression: fc.Arbitrary<Expression> = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, depthSize: 'medium' },
    fc.record({ kind: fc.constant('number' as const), value: fc.bigInt({ min: 0n, max: 20n }) }),
    fc.record({ kind: fc.constant('negation' as const), operand: tie('tree') }),
    fc.record({
      kind: fc.constant('operation' as const),
      operator: fc.constantFrom('+', '-', '*', '/'),
      left: tie('tree'),
      right: tie('tree'),
    }),
  ),
})).tree;

describe('parsing and evaluating', () => {
  test.each([
    ['(9 - 3) * 4', '24'],
    ['( ( 9 - 3 ) * 4 )', '24'],
    ['(9−3)×4', '24'],
    ['8/(3-8/3)', '24'],
    ['8 ÷ (3 − 8 ÷ 3)', '24'],
    ['1 - 2 - 3', '-4'],
    ['12 / 2 / 3', '2'],
    ['1 + 2 * 3', '7'],
    ['-3 + 9', '6'],
    ['4 * (-3)', '-12'],
    ['[1 + 2] * 3', '9'],
    ['(9 - 3) \\times 4', '24'],
    ['\\left(9 - 3\\right) \\cdot 4', '24'],
    ['6 x 4', '24'],
    ['6x4', '24'],
    ['$6 * 4$', '24'],
    ['**6 * 4**', '24'],
    ['(9 - 3) * 4 = 24', '24'],
    ['1,234 + 1', '1235'],
    ['1,234,567 - 1', '1234566'],
    ['1{,}234 + 1\\,000', '2234'],
  ])('%j is %s', (text, value) => expect(valueOf(text)).toBe(value));

  test.each([
    '',
    '()',
    '1 +',
    '* 2',
    '(1 + 2',
    '1 + 2)',
    '1 2',
    'one + 2',
    '1 + 2 = 3 = 4',
    '2.5 * 4',
    '2 ^ 3',
    '1'.repeat(16),
    '1,23',
    '12,34,567',
    '0,123',
    '1234,567',
    '1,234.5 * 2',
    '1,234,5',
    `111${',111'.repeat(6)}`,
    `${'('.repeat(60)}1${')'.repeat(60)}`,
    '1+'.repeat(400) + '1',
    'alert(1)',
  ])('%j is no expression', (text) => expect(parseExpression(text)).toBeNull());

  test.each(['1 / 0', '1 / (3 - 3)', '(1 / 0) * 0'])('%j divides by zero', (text) => {
    expect(parseExpression(text)).not.toBeNull();
    expect(valueOf(text)).toBeNull();
  });

  test.each([
    ['((9-3))*4', '(9 − 3) × 4'],
    ['(1+2)+3', '1 + 2 + 3'],
    ['1+(2-3)', '1 + 2 − 3'],
    ['1-(2-3)', '1 − (2 − 3)'],
    ['(8/4)/2', '8 ÷ 4 ÷ 2'],
    ['8/(4/2)', '8 ÷ (4 ÷ 2)'],
    ['(1*2)+3', '1 × 2 + 3'],
    ['4*-3', '4 × (−3)'],
    ['-(1+2)', '−(1 + 2)'],
  ])('%j is shown as %s', (text, shown) => expect(expressionText(parseExpression(text)!)).toBe(shown));

  test('what is shown reads back as the same value, numbers and vote', () => {
    fc.assert(
      fc.property(anyExpression, (expression) => {
        const again = parseExpression(expressionText(expression));
        expect(again).not.toBeNull();
        expect(operands(again!)).toEqual(operands(expression));
        expect(canonicalForm(again!)).toBe(canonicalForm(expression));
        expect(evaluateExpression(again!)).toEqual(evaluateExpression(expression));
      }),
    );
  });
});

describe('votes for expressions', () => {
  const form = (text: string) => canonicalForm(parseExpression(text)!);

  test.each([
    ['(9-3)*4', '4*(9-3)'],
    ['1+2+3', '3+(2+1)'],
    ['(10-4)*(13-9)', '(13-9)*(10-4)'],
    ['9-3+4', '4+9-3'],
    ['9-3-4', '9-4-3'],
    ['2*3/4', '3/4*2'],
    ['12/3/2', '12/2/3'],
    ['1+(2-3)', '(1+2)-3'],
  ])('%s and %s are one vote', (a, b) => expect(form(a)).toBe(form(b)));

  test.each([
    ['(9-3)*4', '9*4-3*4'],
    ['9-3', '3-9'],
    ['10-(4+2)', '10-4-2'],
    ['12/(3*2)', '12/3/2'],
    ['2*12', '3*8'],
    ['1+12', '11+2'],
    ['1+2*3', '(1+2)*3'],
  ])('%s and %s are two', (a, b) => expect(form(a)).not.toBe(form(b)));

  test('one vote is always one value', () => {
    fc.assert(
      fc.property(anyExpression, anyExpression, (a, b) => {
        if (canonicalForm(a) === canonicalForm(b))
          expect(evaluateExpression(a)).toEqual(evaluateExpression(b));
      }),
    );
  });

  test('swapping what + and × join never changes the vote', () => {
    const swapped = (expression: Expression): Expression => {
      switch (expression.kind) {
        case 'number':
          return expression;
        case 'negation':
          return { ...expression, operand: swapped(expression.operand) };
        case 'operation': {
          const [left, right] = [swapped(expression.left), swapped(expression.right)];
          return expression.operator === '+' || expression.operator === '*'
            ? { ...expression, left: right, right: left }
            : { ...expression, left, right };
        }
      }
    };
    fc.assert(
      fc.property(anyExpression, (expression) => {
        expect(canonicalForm(swapped(expression))).toBe(canonicalForm(expression));
      }),
    );
  });
});

describe('the last expression in a text', () => {
  test.each([
    ['So (9 - 3) * 4 it is.', '(9 - 3) * 4'],
    ['(10 - 4) * (13 - 9) = 6 * 4 = 24', '(10 - 4) * (13 - 9)'],
    ['24 = (9-3)*4', '(9-3)*4'],
    ['first 1 + 2, then 3 * 4!', '3 * 4'],
    ['( ( 9 - 3 ) * 4', '( 9 - 3 ) * 4'],
    ['9 - 3 ) * 4', '9 - 3'],
    ['1. try\n- 9 * 3', '9 * 3'],
  ])('of %j is %s', (text, expected) => expect(lastExpression(text)?.text).toBe(expected));

  test.each(['', '24', 'no sum here', '= 24', '4 9 10 13'])('%j has none', (text) =>
    expect(lastExpression(text)).toBeNull(),
  );

  test('any text is read without an error', () => {
    fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => void lastExpression(text)));
  });

  test.each(['(', '1+', '(1+', '1*(', '=', '-', '\\times'])(
    '%j, again and again, is read to the end',
    (unit) => void lastExpression(unit.repeat(20_000 / unit.length)),
  );
});
