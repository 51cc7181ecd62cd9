import type { Expression } from './expression.ts';
import type { ExpressionToken } from './parse-expression.ts';
import { expressionLimits, parseAt, symbolOf, tokenise } from './parse-expression.ts';

export interface FoundExpression {
  readonly expression: Expression;
  /** As it was written. */
  readonly text: string;
}

/** Attempts to parse, so that a text of ten thousand brackets cannot keep the page busy. */
const mostAttempts = 4000;

/**
 * The last expression with an operator in a text that may hold other words. Of a chain of equalities the first one
 * counts, because what follows it is its evaluation: `(10 − 4) × (13 − 9) = 6 × 4 = 24` says `(10 − 4) × (13 − 9)`.
 */
export function lastExpression(text: string): FoundExpression | null {
  const tokens = tokenise(text);
  let last: FoundExpression | null = null;
  let chained = false;
  let attempts = 0;
  for (let at = 0; at < tokens.length; ) {
    const parsed = attempts < mostAttempts && startsExpression(tokens, at) ? parseAt(tokens, at) : null;
    attempts += 1;
    if (!parsed) {
      // Anything but an equals sign ends a chain.
      if (symbolOf(tokens[at]) !== '=') chained = false;
      at += 1;
      continue;
    }
    if (!chained && hasOperator(parsed.expression)) {
      last = { expression: parsed.expression, text: quoted(text.slice(tokens[at]!.at, tokens[parsed.next - 1]!.end)) };
      chained = true;
    }
    at = parsed.next;
    if (symbolOf(tokens[at]) !== '=') chained = false;
  }
  return last;
}

/** On one line and of sensible length: a model may put a thousand spaces between two numbers. */
function quoted(text: string): string {
  return text.replace(/\s+/g, ' ').slice(0, expressionLimits.characters);
}

function hasOperator(expression: Expression): boolean {
  return expression.kind === 'operation' || (expression.kind === 'negation' && hasOperator(expression.operand));
}

/** A minus after a number or bracket subtracts: it does not start an expression. */
function startsExpression(tokens: readonly ExpressionToken[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind === 'number') return true;
  const symbol = symbolOf(token);
  if (symbol === '(') return true;
  const before = tokens[at - 1];
  return symbol === '-' && before?.kind !== 'number' && before?.kind !== 'other' && symbolOf(before) !== ')';
}
