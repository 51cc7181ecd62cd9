import type { Answer } from '#run/events.ts';
import { type Expression, expressionText } from './expression.ts';
import { parseExpression } from './parse-expression.ts';
import { rational, rationalKey, type Rational } from './rational.ts';

/** An answer's value and back. */

export const numberValue = (value: Rational): Answer['value'] => ({
  kind: 'number',
  number: rationalKey(value),
});

const plainSigns: Readonly<Record<string, string>> = { '−': '-', '×': '*', '÷': '/' };

export const expressionValue = (expression: Expression): Answer['value'] => ({
  kind: 'expression',
  expression: expressionText(expression).replace(/[−×÷]/g, (sign) => plainSigns[sign] ?? sign),
});

/** The number that an answer is; null where it is none. */
export function numberIn({ value }: Pick<Answer, 'value'>): Rational | null {
  if (value.kind !== 'number') return null;
  const [above = '', below = '1'] = value.number.split('/');
  return rational(BigInt(above), BigInt(below));
}

/** The expression that an answer is; null where it is none. */
export function expressionIn({ value }: Pick<Answer, 'value'>): Expression | null {
  return value.kind === 'expression' ? parseExpression(value.expression) : null;
}
