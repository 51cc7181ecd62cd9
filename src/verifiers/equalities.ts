import { evaluateExpression, type Expression } from '#answers/expression.ts';
import {
  parseAt,
  parseExpression,
  symbolOf,
  tokenise,
  type ExpressionToken,
} from '#answers/parse-expression.ts';
import { equals, type Rational, rationalText } from '#answers/rational.ts';
import { itemAt } from '#experiment/surely.ts';
import type { Fault } from '#run/facts/fault.ts';

/** One side of a chain `a = b = c`, as written and as read. */
export interface Side {
  readonly text: string;
  readonly expression: Expression;
}

/** A chain has at least two sides. */
export type Chain = readonly [Side, Side, ...Side[]];

/** Attempts to parse, so that a text of ten thousand brackets cannot keep the page busy. */
const mostAttempts = 4000;

/** The text as one chain of at least two equal signs' sides and nothing else, or null. */
export function readChain(text: string): Chain | null {
  const sides: Side[] = [];
  for (const side of text.split('=')) {
    const expression = parseExpression(side);
    if (!expression) return null;
    sides.push({ text: side.trim(), expression });
  }
  return isChain(sides) ? sides : null;
}

const isChain = (sides: readonly Side[]): sides is Chain => sides.length > 1;

/**
 * Every chain of equalities in a text with other words. A chain that hangs on something unread (`x + 4 = 10`, `3.5 + 1 = 4.5`)
 * is left out: it says more than was read.
 */
export function chainsIn(text: string): readonly Chain[] {
  const tokens = tokenise(text);
  const chains: Chain[] = [];
  let attempts = 0;
  for (let at = 0; at < tokens.length && attempts < mostAttempts; attempts++) {
    const chain: Side[] = [];
    let next = at;
    for (let parsed = startsSide(tokens, at) ? parseAt(tokens, at) : null; parsed;) {
      chain.push({
        text: text.slice(itemAt(tokens, next).at, itemAt(tokens, parsed.next - 1).end),
        expression: parsed.expression,
      });
      const equal = symbolOf(tokens[parsed.next]) === '=';
      next = parsed.next + (equal ? 1 : 0);
      parsed = equal ? parseAt(tokens, next) : null;
    }
    if (isChain(chain) && !hangs(tokens, at, next)) chains.push(chain);
    at = Math.max(next, at + 1);
  }
  return chains;
}

/** What is wrong with a chain whose sides are not all equal, exactly; null where they are. */
export function falseChain(sides: Chain): Fault | null {
  let before: { readonly text: string; readonly value: Rational } | null = null;
  for (const { text, expression } of sides) {
    const value = evaluateExpression(expression);
    if (!value) return { kind: 'claim-divides-by-zero', claim: text };
    if (before && !equals(before.value, value))
      return { kind: 'false-equality', claim: before.text, value: rationalText(before.value), said: text };
    before = { text, value };
  }
  return null;
}

/** The first equality in a text with words that does not hold; null where all do. */
export function falseClaim(text: string): Fault | null {
  for (const chain of chainsIn(text)) {
    const fault = falseChain(chain);
    if (fault) return fault;
  }
  return null;
}

/** Words that belong to the signs: verdicts of checks, and what stands before the list of numbers left. */
const formalWords = /\b(?:ok|fix|left)\b/g;

/** Whether a text is a person's sentence and not signs alone. */
export function hasWords(text: string): boolean {
  return /\p{L}{2,}/u.test(text.replace(formalWords, ''));
}

const operators = new Set<string | null>(['+', '-', '*', '/']);

function startsSide(tokens: readonly ExpressionToken[], at: number): boolean {
  return tokens[at]?.kind === 'number' || symbolOf(tokens[at]) === '(';
}

/** An operator or a letter stands right before or behind it. */
function hangs(tokens: readonly ExpressionToken[], from: number, to: number): boolean {
  const [before, after] = [tokens[from - 1], tokens[to]];
  if (
    operators.has(symbolOf(before)) ||
    operators.has(symbolOf(after)) ||
    symbolOf(before) === '=' ||
    symbolOf(tokens[to - 1]) === '='
  )
    return true;
  return before?.kind === 'other' && before.end === tokens[from]?.at;
}
