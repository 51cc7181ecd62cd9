import { itemAt } from '#experiment/surely.ts';
import type { Expression } from './expression.ts';
import type { ExpressionToken } from './parse-expression.ts';
import { expressionLimits, parseAt, symbolOf, tokenise } from './parse-expression.ts';

export interface FoundExpression {
  readonly expression: Expression;
  /** As it was written. */
  readonly text: string;
}

/** Bounds the attempts to parse, so that a text of ten thousand brackets cannot block the page. */
const mostAttempts = 4000;

/**
 * The last expression with an operator in a text that may hold other words. In a chain of equalities the first side
 * counts, because the others evaluate it: `(10 − 4) × (13 − 9) = 6 × 4 = 24` gives `(10 − 4) × (13 − 9)`.
 */
export function lastExpression(text: string): FoundExpression | null {
  const tokens = tokenise(text);
  let last: FoundExpression | null = null;
  let chained = false;
  let attempts = 0;
  for (let at = 0; at < tokens.length;) {
    const parsed = attempts < mostAttempts && startsExpression(tokens, at) ? parseAt(tokens, at) : null;
    attempts += 1;
    if (!parsed) {
      // Anything but an equals sign ends the chain.
      if (symbolOf(tokens[at]) !== '=') chained = false;
      at += 1;
      continue;
    }
    if (isPartial(text, tokens, at, parsed.next)) {
      // Part of a larger formula, such as 1 × 2 × 3 × 4 in 1 × 2 × 3 × 4 + 0.25: neither it nor what precedes it is an answer.
      [last, chained] = [null, true];
    } else if (!chained && hasOperator(parsed.expression)) {
      last = {
        expression: parsed.expression,
        text: quoted(text.slice(itemAt(tokens, at).at, itemAt(tokens, parsed.next - 1).end)),
      };
      chained = true;
    }
    at = parsed.next;
    if (symbolOf(tokens[at]) !== '=') chained = false;
  }
  return last;
}

/** True if the expression continues with something that the game does not allow: a root, a power, a decimal, a letter. */
function isPartial(text: string, tokens: readonly ExpressionToken[], from: number, to: number): boolean {
  const [before, after, next] = [tokens[from - 1], tokens[to], tokens[to + 1]];
  if (before && foreign(text, before) && before.end === tokens[from]?.at) return true;
  if (isOperator(before) && foreign(text, tokens[from - 2])) return true;
  if (!after) return false;
  if (after.kind === 'other' && /^[\^²³⁴√%0-9]/.test(text.slice(after.at, after.end))) return true;
  // In 3 × 4! alone the mark is a factorial; in a sentence it is an exclamation mark.
  if (text[after.at] === '!')
    return (
      isOperator(next) ||
      symbolOf(next) === ')' ||
      symbolOf(next) === '=' ||
      !/[a-z]{2}/i.test(text.replace(/\\[a-zA-Z]+/g, ''))
    );
  return (
    isOperator(after) &&
    (foreign(text, next) ||
      (next?.kind === 'other' &&
        /^(?![aI]\b)[a-zA-Z]/.test(text.slice(next.at, next.at + 2)) &&
        (next.at === after.end || !/[a-zA-Z]/.test(text[next.end] ?? ''))))
  );
}

const operators = new Set<string | null>(['+', '-', '*', '/']);
const isOperator = (token: ExpressionToken | undefined): boolean => operators.has(symbolOf(token));

/** A decimal, a root, a power, a constant. */
const foreign = (text: string, token: ExpressionToken | undefined): boolean =>
  token?.kind === 'other' &&
  (/^(?:[0-9]+\.[0-9]|[\^√π]|\\(?:sqrt|pi|log|ln|sin|cos|tan))/.test(text.slice(token.at, token.end)) ||
    /(?:sqrt|log)$/.test(text.slice(Math.max(0, token.end - 4), token.end)));

/** On one line and shortened: a model may put a thousand spaces between two numbers. */
function quoted(text: string): string {
  return text.replace(/\s+/g, ' ').slice(0, expressionLimits.characters);
}

function hasOperator(expression: Expression): boolean {
  return (
    expression.kind === 'operation' || (expression.kind === 'negation' && hasOperator(expression.operand))
  );
}

/** A minus after a number or bracket is a subtraction, so no expression starts there. */
function startsExpression(tokens: readonly ExpressionToken[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind === 'number') return true;
  const symbol = symbolOf(token);
  if (symbol === '(') return true;
  const before = tokens[at - 1];
  return symbol === '-' && before?.kind !== 'number' && before?.kind !== 'other' && symbolOf(before) !== ')';
}
