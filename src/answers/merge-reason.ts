import type { MergeReason } from '#run/facts/merge-reason.ts';
import { canonicalForm } from './canonical.ts';
import type { Expression } from './expression.ts';
import { keyText } from './key-text.ts';
import { parseExpression } from './parse-expression.ts';

/** Why two answers, as they were written, count as one vote: what their common key says. */
export function mergeReason(key: string, a: string, b: string): MergeReason {
  if (a === b) return { kind: 'same-text' };
  const [kind = ''] = key.split(':');
  switch (kind) {
    case 'names':
      return { kind: 'same-people' };
    case 'words':
      return { kind: 'same-words' };
    case 'text':
      return { kind: 'other-spaces' };
    case 'f':
      return { kind: 'same-values' };
    case '0=':
      return { kind: 'same-equation' };
    case '0<':
    case '0≤':
    case '≠0':
      return { kind: 'same-condition' };
    default:
      return expressionReason(key, a, b) ?? { kind: 'both', value: keyText(key, a) };
  }
}

/** How two expressions of one canonical form differ; null for other keys. */
function expressionReason(key: string, a: string, b: string): MergeReason | null {
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
  if (shape(first) === shape(second)) return { kind: 'other-signs' };
  if (same(false, false)) return { kind: 'other-grouping' };
  if (same(false, true)) return { kind: 'other-factor-order' };
  if (same(true, false)) return { kind: 'other-term-order' };
  return { kind: 'other-order' };
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
