import type { Expression, ExpressionOperator } from './expression.ts';

/** Model output is untrusted: anything beyond these limits is not an expression. */
export const expressionLimits = { characters: 1000, tokens: 200, depth: 40, digits: 15 } as const;

export type ExpressionToken =
  | { readonly kind: 'number'; readonly value: bigint; readonly at: number; readonly end: number }
  /** `apart`: a space precedes it. `2 (3)` is two things, `2(3)` a product. */
  | {
      readonly kind: 'symbol';
      readonly symbol: ExpressionOperator | '(' | ')' | '=';
      readonly at: number;
      readonly end: number;
      readonly apart?: true;
    }
  | { readonly kind: 'fraction'; readonly at: number; readonly end: number }
  /** Anything else: it ends an expression. */
  | { readonly kind: 'other'; readonly at: number; readonly end: number };

const symbols: ReadonlyMap<string, ExpressionOperator | '(' | ')' | '='> = new Map([
  ['+', '+'],
  ['-', '-'],
  ['−', '-'],
  ['–', '-'],
  ['*', '*'],
  ['×', '*'],
  ['·', '*'],
  ['⋅', '*'],
  ['∗', '*'],
  ['/', '/'],
  ['÷', '/'],
  ['∕', '/'],
  ['⁄', '/'],
  ['(', '('],
  [')', ')'],
  ['[', '('],
  [']', ')'],
  ['{', '('],
  ['}', ')'],
  ['=', '='],
]);
const commands: ReadonlyMap<string, ExpressionOperator> = new Map([
  ['times', '*'],
  ['cdot', '*'],
  ['ast', '*'],
  ['div', '/'],
]);
/** LaTeX commands that change only how a formula looks. */
const layout = new Set(['left', 'right', 'big', 'Big', 'displaystyle', 'quad', 'text', 'mathrm']);

const isDigit = (character: string | undefined): boolean =>
  character !== undefined && character >= '0' && character <= '9';

/** Splits text into tokens of an expression. Linear in the length of the text. */
export function tokenise(text: string): readonly ExpressionToken[] {
  const tokens: ExpressionToken[] = [];
  let at = 0;
  let apart = false;
  while (at < text.length) {
    const character = text.charAt(at);
    const symbol = symbols.get(character);
    if (/\s/.test(character) || character === '$') {
      at += 1;
      apart = true;
      continue;
    }
    const before = tokens.length;
    if (isDigit(character)) at = number(text, at, tokens);
    else if (character === '*' && text[at + 1] === '*') at += 2; // bold type in Markdown
    else if (symbol)
      tokens.push({
        kind: 'symbol',
        symbol,
        at,
        end: (at += 1),
        ...(apart || character === '[' ? { apart: true } : {}),
      });
    else if (character === '\\') at = command(text, at, tokens);
    else if ((character === 'x' || character === 'X') && standsBetweenNumbers(text, at, tokens)) {
      tokens.push({ kind: 'symbol', symbol: '*', at, end: (at += 1) });
    } else tokens.push({ kind: 'other', at, end: (at += 1) });
    // \left and \right do not separate what is around them.
    if (tokens.length > before) apart = false;
  }
  return tokens;
}

/** 3,192, also in LaTeX. The bound keeps a long list of numbers from being read again at each of them. */
const thousands = /(?<!\d,)[1-9]\d{0,2}(?:(?:,|\{,\}|\\,)\d{3}){1,5}(?!\d|,\d)/y;

function number(text: string, at: number, tokens: ExpressionToken[]): number {
  thousands.lastIndex = at;
  let end = at + (thousands.exec(text)?.[0].length ?? 0);
  while (isDigit(text[end])) end += 1;
  // Countdown and products have whole numbers only; 3.5 is neither 3 nor 5.
  const decimal = text[end] === '.' && isDigit(text[end + 1]);
  if (decimal) for (end += 1; isDigit(text[end]);) end += 1;
  const digits = text.slice(at, end).replace(/\D/g, '');
  if (decimal || digits.length > expressionLimits.digits) tokens.push({ kind: 'other', at, end });
  else tokens.push({ kind: 'number', value: BigInt(digits), at, end });
  return end;
}

function command(text: string, at: number, tokens: ExpressionToken[]): number {
  let end = at + 1;
  while (/[a-zA-Z]/.test(text[end] ?? '')) end += 1;
  const name = text.slice(at + 1, end);
  const operator = commands.get(name);
  if (operator) tokens.push({ kind: 'symbol', symbol: operator, at, end });
  else if (/^[dtc]?frac$/.test(name)) {
    tokens.push({ kind: 'fraction', at, end });
    // \frac12: each digit is an argument.
    const digits = /^\s*([0-9])\s*([0-9])/.exec(text.slice(end, end + 10));
    if (!digits) return end;
    const [whole, above = '', below = ''] = digits;
    const first = end + whole.indexOf(above);
    const second = end + whole.length - 1;
    tokens.push(
      { kind: 'number', value: BigInt(above), at: first, end: first + 1 },
      { kind: 'number', value: BigInt(below), at: second, end: second + 1 },
    );
    return second + 1;
  } else if (name === '') return /[{}]/.test(text[at + 1] ?? '') ? at + 1 : at + 2; // \( \, \! and the like
  else if (!layout.has(name)) tokens.push({ kind: 'other', at, end });
  return end;
}

function standsBetweenNumbers(text: string, at: number, tokens: readonly ExpressionToken[]): boolean {
  const before = tokens.at(-1);
  const after = /^\s?[0-9([]/.test(text.slice(at + 1, at + 3));
  return after && (before?.kind === 'number' || (before?.kind === 'symbol' && before.symbol === ')'));
}

/** The whole text as one expression, or null. A `= 24` at its end is allowed and ignored. */
export function parseExpression(text: string): Expression | null {
  if (text.length > expressionLimits.characters) return null;
  const tokens = tokenise(text);
  const parsed = parseAt(tokens, 0);
  if (!parsed) return null;
  const rest = tokens.slice(parsed.next);
  const claims = rest.length === 2 && symbolOf(rest[0]) === '=' && rest[1]?.kind === 'number';
  return rest.length === 0 || claims ? parsed.expression : null;
}

interface Parsed {
  readonly expression: Expression;
  /** Index of the first token after it. */
  readonly next: number;
}

/** The longest expression that starts at a token, or null. */
export function parseAt(tokens: readonly ExpressionToken[], start: number): Parsed | null {
  return sum(tokens, start, 0, start + expressionLimits.tokens);
}

function sum(tokens: readonly ExpressionToken[], start: number, depth: number, limit: number): Parsed | null {
  return chain(tokens, start, limit, ['+', '-'], (at) => product(tokens, at, depth, limit));
}

function product(
  tokens: readonly ExpressionToken[],
  start: number,
  depth: number,
  limit: number,
): Parsed | null {
  return chain(
    tokens,
    start,
    limit,
    ['*', '/'],
    (at) => operand(tokens, at, depth, limit),
    (at) => multiplies(tokens, at),
  );
}

/** True for an implicit product with what is right before: (12 − 4)(9 − 6), 4(9 − 3), (9 − 3)4. */
function multiplies(tokens: readonly ExpressionToken[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (token?.kind === 'symbol') return token.symbol === '(' && !token.apart;
  return (
    symbolOf(before) === ')' &&
    before?.end === token?.at &&
    (token?.kind === 'number' || token?.kind === 'fraction')
  );
}

/** Operands joined by operators of one precedence, left to right. Stops before an operator that has no operand. */
function chain(
  tokens: readonly ExpressionToken[],
  start: number,
  limit: number,
  operators: readonly ExpressionOperator[],
  parse: (at: number) => Parsed | null,
  joined: (at: number) => boolean = () => false,
): Parsed | null {
  let left = parse(start);
  while (left && left.next < limit) {
    const symbol = symbolOf(tokens[left.next]);
    const operator = operators.find((candidate) => candidate === symbol);
    const beside = !operator && joined(left.next);
    const right: Parsed | null = operator ? parse(left.next + 1) : beside ? parse(left.next) : null;
    if (!right) break;
    left = {
      expression: {
        kind: 'operation',
        operator: operator ?? '*',
        left: left.expression,
        right: right.expression,
      },
      next: right.next,
    };
  }
  return left;
}

function operand(
  tokens: readonly ExpressionToken[],
  at: number,
  depth: number,
  limit: number,
): Parsed | null {
  const token = tokens[at];
  if (!token || at >= limit || depth > expressionLimits.depth) return null;
  if (token.kind === 'number') return { expression: { kind: 'number', value: token.value }, next: at + 1 };
  if (token.kind === 'fraction') {
    const above = operand(tokens, at + 1, depth + 1, limit);
    const below = above && operand(tokens, above.next, depth + 1, limit);
    return (
      below && {
        expression: { kind: 'operation', operator: '/', left: above.expression, right: below.expression },
        next: below.next,
      }
    );
  }
  const symbol = symbolOf(token);
  if (symbol === '(') {
    const inner = sum(tokens, at + 1, depth + 1, limit);
    return inner && symbolOf(tokens[inner.next]) === ')'
      ? { expression: inner.expression, next: inner.next + 1 }
      : null;
  }
  const following = tokens[at + 1];
  // A minus is a sign only when it touches what it negates: "- 9" may be the ninth item of a list.
  if (symbol === '-' && following?.at === token.end) {
    const inner = operand(tokens, at + 1, depth + 1, limit);
    return inner && { expression: { kind: 'negation', operand: inner.expression }, next: inner.next };
  }
  return null;
}

export function symbolOf(token: ExpressionToken | undefined): string | null {
  return token?.kind === 'symbol' ? token.symbol : null;
}
