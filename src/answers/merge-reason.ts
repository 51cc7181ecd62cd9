import { canonicalForm } from './canonical.ts';
import type { Expression } from './expression.ts';
import { keyText } from './key-text.ts';
import { parseExpression } from './parse-expression.ts';

/** Why two answers, as they were written, count as one vote: what their common key says. */
export function mergeReason(key: string, a: string, b: string): string {
  if (a === b) return 'the same text';
  const [kind = ''] = key.split(':');
  switch (kind) {
    case 'names':
      return 'the same people';
    case 'words':
      return 'the same words';
    case 'text':
      return 'the same but for spaces';
    case 'f':
      return 'of the same value for all numbers that were tried in place of the letters';
    case '0=':
      return 'the same equation: one is the other times a number';
    case '0<':
    case '0≤':
    case '≠0':
      return 'the same condition: one is the other times a number';
    default:
      return expressionReason(key, a, b) ?? `both are ${keyText(key, a)}`;
  }
}

/** How two expressions of one canonical form differ; null for other keys. */
function expressionReason(key: string, a: string, b: string): string | null {
  const [first, second] = [parseExpression(a), parseExpression(b)];
  if (
    !first ||
    !second ||
    canonicalForm(first) !== key ||
    canonicalForm(second) !== key ||
    first.kind === 'number'
  )
    return null;
  const same = (sums: boolean, products: boolean): boolean =>
    canonicalForm(first, { sums, products }) === canonicalForm(second, { sums, products });
  if (shape(first) === shape(second))
    return 'the same expression, written with other signs, spaces or brackets';
  if (same(false, false)) return 'the same expression, grouped in another way';
  if (same(false, true)) return 'the same expression with the factors in another order';
  if (same(true, false)) return 'the same expression with the terms in another order';
  return 'the same expression with terms and factors in another order';
}

/** Fully bracketed: the same for expressions of the same structure. */
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
