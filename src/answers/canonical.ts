import type { Expression } from './expression.ts';

/** Which ways to write an expression count as the same. */
export interface Equivalence {
  /** 1 + 2 is 2 + 1. */
  readonly sums: boolean;
  /** 2 × 3 is 3 × 2. */
  readonly products: boolean;
}

const everything: Equivalence = { sums: true, products: true };

/**
 * The same text for all expressions that count as one vote: those that differ only in the order or grouping of terms in
 * a sum, or of factors in a product. `(9 − 3) × 4` and `4 × (9 − 3)` count as one. Nothing is multiplied out, so
 * `4 × 9 − 3 × 4` is another vote, and `10 − (4 + 2)` is not `10 − 4 − 2`.
 */
export function canonicalForm(expression: Expression, equivalence: Equivalence = everything): string {
  switch (expression.kind) {
    case 'number':
      return `${expression.value}`;
    case 'negation':
      return list(terms(expression, equivalence), equivalence.sums);
    case 'operation':
      return expression.operator === '+' || expression.operator === '-'
        ? list(terms(expression, equivalence), equivalence.sums)
        : list(factors(expression, equivalence), equivalence.products);
  }
}

const list = (parts: readonly string[], sorted: boolean): string =>
  `(${(sorted ? parts.toSorted() : parts).join(' ')})`;

/** a + (b − c) as +a, +b, −c. What is subtracted stays whole: a − (b + c) is +a, −(+b +c). */
function terms(expression: Expression, equivalence: Equivalence): readonly string[] {
  if (expression.kind === 'negation') return [`-${canonicalForm(expression.operand, equivalence)}`];
  if (expression.kind === 'operation' && expression.operator === '+') {
    return [...terms(expression.left, equivalence), ...terms(expression.right, equivalence)];
  }
  if (expression.kind === 'operation' && expression.operator === '-') {
    return [...terms(expression.left, equivalence), `-${canonicalForm(expression.right, equivalence)}`];
  }
  return [`+${canonicalForm(expression, equivalence)}`];
}

/** a × (b ÷ c) as *a, *b, /c; the same with products. */
function factors(expression: Expression, equivalence: Equivalence): readonly string[] {
  if (expression.kind === 'operation' && expression.operator === '*') {
    return [...factors(expression.left, equivalence), ...factors(expression.right, equivalence)];
  }
  if (expression.kind === 'operation' && expression.operator === '/') {
    return [...factors(expression.left, equivalence), `/${canonicalForm(expression.right, equivalence)}`];
  }
  return [`*${canonicalForm(expression, equivalence)}`];
}
