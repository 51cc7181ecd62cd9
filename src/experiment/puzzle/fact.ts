import { Misread } from './misread.ts';
import { largest, type Operator } from './words.ts';

/** A number that a puzzle says or that follows from it, and how: what a step of a thought says. */
export interface Fact {
  /** The words before the number: a name, a letter, `3 * v`, `together`, `difference` or `bags`. */
  readonly subject: string;
  /** How it follows; null where a sentence says the number itself. */
  readonly working: Working | null;
  readonly value: number;
}

export interface Working {
  readonly left: Term;
  readonly operator: Operator;
  readonly right: Term;
}

/** A number that a sentence says, or one that was worked out before. */
export type Term = number | Fact;

export const valueOf = (term: Term): number => (typeof term === 'number' ? term : term.value);

/** Exact; null where that is no whole number. */
export function operate(left: number, operator: Operator, right: number): number | null {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return right !== 0 && left % right === 0 ? left / right : null;
  }
}

export function given(subject: string, value: number): Fact {
  return { subject, working: null, value };
}

/** Throws Misread where the result is none of the language's numbers. */
export function worked(subject: string, left: Term, operator: Operator, right: Term): Fact {
  const operation = { left: valueOf(left), operator, right: valueOf(right) };
  const value = operate(operation.left, operator, operation.right);
  if (value === null) throw new Misread({ why: 'not-whole', ...operation });
  if (value < 0 || value > largest)
    throw new Misread({ why: 'out-of-range', ...operation, value, most: largest });
  return { subject, working: { left, operator, right }, value };
}
