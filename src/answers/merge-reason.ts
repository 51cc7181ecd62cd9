import { canonicalForm } from './canonical.ts';
import type { Expression } from './expression.ts';
import { namesIn } from './names.ts';
import { parseNumber } from './number.ts';
import { parseExpression } from './parse-expression.ts';
import { plainWords } from './question.ts';
import { equals, rationalText } from './rational.ts';

/** Why two answers, as they were written, count as one vote; null where they don't. */
export function mergeReason(a: string, b: string): string | null {
  if (a === b) return 'the same text';
  return expressionReason(a, b) ?? numberReason(a, b) ?? wordsReason(a, b);
}

function wordsReason(a: string, b: string): string | null {
  if (plainWords(a) === plainWords(b)) return 'the same words';
  const people = namesIn(a);
  return people.length > 0 && people.join() === namesIn(b).join() ? 'the same people' : null;
}

function expressionReason(a: string, b: string): string | null {
  const [first, second] = [parseExpression(a), parseExpression(b)];
  // Two numbers are one for what they are, however they are written.
  if (first?.kind === 'number' && second?.kind === 'number') return numberReason(a, b);
  if (!first || !second || canonicalForm(first) !== canonicalForm(second)) return null;
  const same = (sums: boolean, products: boolean): boolean =>
    canonicalForm(first, { sums, products }) === canonicalForm(second, { sums, products });
  if (shape(first) === shape(second)) return 'the same expression, written with other signs, spaces or brackets';
  if (same(false, false)) return 'the same expression, grouped in another way';
  if (same(false, true)) return 'the same expression with the factors in another order';
  if (same(true, false)) return 'the same expression with the terms in another order';
  return 'the same expression with terms and factors in another order';
}

/** Fully bracketed: equal for expressions that are built alike. */
function shape(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return `${expression.value}`;
    case 'negation':
      return `(-${shape(expression.operand)})`;
    case 'operation':
      return `(${shape(expression.left)}${expression.operator}${shape(expression.right)})`;
  }
}

function numberReason(a: string, b: string): string | null {
  const [first, second] = [parseNumber(a), parseNumber(b)];
  return first && second && equals(first, second) ? `both are ${rationalText(first)}` : null;
}
