import { lastItem } from '#experiment/surely.ts';
import { Cursor, signOf, syntaxError, MathsSyntaxError } from './cursor.ts';
import type { Token } from './token.ts';
import { lex } from './lex.ts';
import { ExpressionParser } from './parse-expression.ts';
import { parseUnit } from './parse-unit.ts';
import type { ComparisonSign, Tree } from './tree.ts';

const comparisons = [
  '=',
  '<',
  '>',
  '≤',
  '≥',
  '≠',
  '≈',
  '∈',
  '∉',
] as const satisfies readonly ComparisonSign[];

/** Parses a whole text as mathematics: an expression or a structure of expressions. Null for anything else. */
export function parse(text: string): Tree | null {
  const tokens = lex(text);
  if (!tokens || tokens.length === 0) return null;
  try {
    const parser = new Parser(new Cursor(trimmed(tokens)));
    return parser.whole();
  } catch (error) {
    if (error instanceof MathsSyntaxError) return null;
    throw error;
  }
}

/** Without the full stop at the end. */
function trimmed(tokens: readonly Token[]): readonly Token[] {
  const end = tokens.findLastIndex((token) => !['.', ',', ';'].includes(signOf(token) ?? ''));
  return tokens.slice(0, end + 1);
}

class Parser extends ExpressionParser {
  whole(): Tree {
    const tree = this.items();
    return this.cursor.done ? tree : syntaxError();
  }

  /** A list of expressions, in any order. */
  protected items(): Tree {
    const { cursor } = this;
    let items = [this.relation()];
    for (let separator = this.separator(); separator !== null && !cursor.done; separator = this.separator()) {
      const next = this.relation();
      const before = lastItem(items);
      if ((separator === '∨' || separator === '∧') && [before, next].some(({ kind }) => kind !== 'relation'))
        return syntaxError();
      // Two conditions that hold together are one set, not two solutions.
      items =
        (separator === 'and' || separator === '∧') && [before, next].some(isOrder)
          ? [...items.slice(0, -1), together(before, next) ?? syntaxError()]
          : [...items, next];
    }
    const [only] = items;
    // 3 hours and 30 minutes is one amount, not two solutions.
    if (
      new Set(items.flatMap((item) => (item.kind === 'measured' && item.unit !== '' ? [item.unit] : [])))
        .size > 1
    )
      return syntaxError();
    return only && items.length === 1 ? only : { kind: 'list', set: false, items };
  }

  private separator(): string | null {
    const { cursor } = this;
    const comma = cursor.take(',', ';', '&');
    const word = cursor.here?.kind === 'word' ? /^,?\s*(and|or)$/.exec(cursor.here.text)?.[1] : undefined;
    if (word !== undefined) cursor.skip();
    return word ?? comma ?? cursor.take('∨', '∧');
  }

  protected relation(): Tree {
    const { cursor } = this;
    // ≈ 3.14 is read as 3.14, = 5 as 5.
    cursor.take('=', '≈');
    const first = this.side();
    const rest: { operator: ComparisonSign; side: Tree }[] = [];
    for (let operator = cursor.take(...comparisons); operator; operator = cursor.take(...comparisons))
      rest.push({ operator, side: this.side() });
    return rest.length === 0 ? first : { kind: 'relation', first, rest };
  }

  /** An expression with its unit, a ratio, or an operation on sets. */
  private side(): Tree {
    const { cursor } = this;
    let left = this.measured();
    for (let operator = cursor.take('∪', '∩', '∖'); operator; operator = cursor.take('∪', '∩', '∖')) {
      left = { kind: 'sets', operator, left, right: this.measured() };
    }
    if (cursor.sign() !== ':') return left;
    const parts = [left];
    while (cursor.take(':')) parts.push(this.measured());
    const [label, value] = parts;
    // "Total: 5" is a label and a value, not a ratio.
    if (label?.kind === 'words' && value && parts.length === 2)
      return { kind: 'relation', first: label, rest: [{ operator: '=', side: value }] };
    return { kind: 'ratio', parts };
  }

  private measured(): Tree {
    const { cursor } = this;
    if (cursor.here?.kind === 'word') return this.words();
    const of = this.sum();
    const unitSign = this.unitSign(of);
    if (unitSign) return { kind: 'measured', of, unit: unitSign, percent: false };
    const percent = cursor.take('%') !== null;
    const unit = parseUnit(cursor);
    if (percent) return { kind: 'measured', of, unit: unit?.name ?? '', percent };
    if (unit === null) return of;
    if (unit.scale)
      return {
        kind: 'measured',
        of: { kind: 'product', left: of, right: { kind: 'number', value: unit.scale } },
        unit: unit.name,
        percent: unit.percent,
      };
    return { kind: 'measured', of, unit: unit.name, percent: unit.percent };
  }

  /** 54¢, 25 °C. */
  private unitSign(of: Tree): string | null {
    const { cursor } = this;
    if (cursor.take('¢')) return 'cent';
    const { here } = cursor;
    const degrees = of.kind === 'degrees' || (of.kind === 'negation' && of.of.kind === 'degrees');
    if (!degrees || here?.kind !== 'name') return null;
    cursor.skip();
    return here.name === 'C' ? 'celsius' : 'fahrenheit';
  }

  /** An answer in words: nothing but words up to the next separator. */
  private words(): Tree {
    const { cursor } = this;
    const words: string[] = [];
    while (cursor.here?.kind === 'word' && !/^(?:and|or)$/.test(cursor.here.text)) {
      words.push(cursor.here.text);
      cursor.skip();
    }
    if (words.length === 0) return syntaxError();
    // Area of △ABC = 5.
    if (
      cursor.here?.kind === 'name' &&
      /^(?:triangle|angle|line) /.test(cursor.here.name) &&
      signOf(cursor.peek(1)) === '='
    ) {
      words.push(cursor.here.name);
      cursor.skip();
    }
    return { kind: 'words', text: words.join(' ') };
  }
}

/** x > 2 and x < 5 is 2 < x < 5. */
function together(one: Tree, other: Tree): Tree | null {
  const bounds = [one, other].flatMap((tree) => {
    if (tree.kind !== 'relation' || tree.first.kind !== 'name') return [];
    const [only, ...others] = tree.rest;
    return only && others.length === 0 ? [{ name: tree.first, ...only }] : [];
  });
  const low = bounds.find(({ operator }) => operator === '>' || operator === '≥');
  const high = bounds.find(({ operator }) => operator === '<' || operator === '≤');
  if (!low || !high || low.name.name !== high.name.name) return null;
  return {
    kind: 'relation',
    first: low.side,
    rest: [
      { operator: low.operator === '>' ? '<' : '≤', side: low.name },
      { operator: high.operator, side: high.side },
    ],
  };
}

const isOrder = (tree: Tree): boolean =>
  tree.kind === 'relation' && tree.rest.some(({ operator }) => '<>≤≥'.includes(operator));
