import type { Rational } from './rational.ts';
import { add, divide, integer, multiply, negate, subtract } from './rational.ts';

export type ExpressionOperator = '+' | '-' | '*' | '/';

export type Expression =
  | { readonly kind: 'number'; readonly value: bigint }
  | { readonly kind: 'negation'; readonly operand: Expression }
  | {
      readonly kind: 'operation';
      readonly operator: ExpressionOperator;
      readonly left: Expression;
      readonly right: Expression;
    };

/** The exact value, or null where something is divided by zero. */
export function evaluateExpression(expression: Expression): Rational | null {
  switch (expression.kind) {
    case 'number':
      return integer(expression.value);
    case 'negation': {
      const value = evaluateExpression(expression.operand);
      return value && negate(value);
    }
    case 'operation': {
      const left = evaluateExpression(expression.left);
      const right = evaluateExpression(expression.right);
      return left && right && applyOperator(expression.operator, left, right);
    }
  }
}

export function applyOperator(
  operator: ExpressionOperator,
  left: Rational,
  right: Rational,
): Rational | null {
  switch (operator) {
    case '+':
      return add(left, right);
    case '-':
      return subtract(left, right);
    case '*':
      return multiply(left, right);
    case '/':
      return divide(left, right);
  }
}

/** The numbers in it, from left to right. */
export function operands(expression: Expression): readonly bigint[] {
  switch (expression.kind) {
    case 'number':
      return [expression.value];
    case 'negation':
      return operands(expression.operand);
    case 'operation':
      return [...operands(expression.left), ...operands(expression.right)];
  }
}

const signs = { '+': '+', '-': '−', '*': '×', '/': '÷' } as const satisfies Record<
  ExpressionOperator,
  string
>;

/** The expression for display, with the fewest parentheses that keep its value: `(9 − 3) × 4`. */
export function expressionText(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return `${expression.value}`;
    case 'negation':
      return `−${wrapped(expression.operand, 3)}`;
    case 'operation': {
      const { operator, left, right } = expression;
      const own = precedence(expression);
      // A right operand of the same precedence needs brackets after − and ÷ only: 1 + (2 − 3) is 1 + 2 − 3.
      const keepsRight = operator === '+' || operator === '*';
      // A negation after an operator gets brackets for readability: 4 × (−3).
      const rightText =
        right.kind === 'negation' ? `(${expressionText(right)})` : wrapped(right, keepsRight ? own : own + 1);
      return `${wrapped(left, own)} ${signs[operator]} ${rightText}`;
    }
  }
}

function wrapped(expression: Expression, atLeast: number): string {
  const text = expressionText(expression);
  return precedence(expression) < atLeast ? `(${text})` : text;
}

/** A leading minus binds like a subtraction: −3 × 4 in front of a product must keep its brackets. */
function precedence(expression: Expression): number {
  switch (expression.kind) {
    case 'number':
      return 4;
    case 'negation':
      return 1;
    case 'operation':
      return expression.operator === '+' || expression.operator === '-' ? 1 : 2;
  }
}
