import type { Expression } from './expression.ts';

/** What of two ways to write an expression is held to be the same. */
export interface Equivalence {
  /** 1 + 2 is 2 + 1. */
  readonly sums: boolean;
  /** 2 × 3 is 3 × 2. */
  readonly products: boolean;
}

const everything: Equivalence = { sums: true, products: true };

/**
 * A text that is equal for expressions that count as one vote: those that differ in the order or grouping of what is
 * added and subtracted, or of what is multiplied and divided. `(9 − 3) × 4` and `4 × (9 − 3)` are one;
 * `4 × 9 − 3 × 4` is a different idea, and so is `10 − (4 + 2)` next to `10 − 4 − 2`: nothing is multiplied out.
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
